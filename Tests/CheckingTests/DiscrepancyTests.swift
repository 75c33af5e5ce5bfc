import Checking
import Domain
import Testing

@Suite struct DiscrepancyTests {
  /// A change of a sound plan, and what is contradictory then.
  struct Misstatement: Sendable {
    let sentences: [String]
    let edit: @Sendable (inout Fixture) -> Void

    init(_ sentences: String..., edit: @escaping @Sendable (inout Fixture) -> Void) {
      self.sentences = sentences
      self.edit = edit
    }
  }

  @Test(
    arguments: [
      Misstatement("The plan is of programme huge, not of tiny.") { $0.plan.programme = "huge" },
      Misstatement("The plan was made for 2 March 2027, not for 1 March 2027.") {
        $0.plan.today = .on(3, 2)
      },
      Misstatement(
        "The plan states 290 min for delay_per_week; it is 291 min.",
        "The visits' objective is 411; their stated costs add up to 410."
      ) { $0.plan.costs[.delay] = Minutes(290) },
      Misstatement("The pairing's objective is -6570; its scores and unpaired_cost make -6571.") {
        $0.plan.pairingQuality.objective = -6570
      },
      Misstatement("The visits' bound 412 is above the objective 411.") { $0.plan.visitsQuality.bound = 412 },
      Misstatement("Bolton has a partner and is listed as unpaired.") {
        $0.plan.unpaired = [UnpairedTeam(team: "B", reason: "")]
      },
      Misstatement("Z is listed as unpaired but is no team of the programme.") {
        $0.plan.unpaired = [UnpairedTeam(team: "Z", reason: "")]
      },
      Misstatement(
        "The pairing's objective is -6571; its scores and unpaired_cost make -6570.",
        "unpaired_cost is 1 although every team has a partner."
      ) { $0.plan.unpairedCost = 1 },
      Misstatement("Airedale is said to stand at 0.7000 SD on i1 in A+B; it stands at 0.7071 SD.") {
        $0.plan.pairs[0].comparisons = [
          Comparison(
            indicator: "i1", values: [0.6, 0.4], standings: [0.7, -0.707106781187],
            reliabilities: [nil, nil])
        ]
      },
      Misstatement("The plan's visits are not sorted.") { $0.plan.visits.swapAt(0, 1) },
      Misstatement("The visit of Bolton to Airedale on 4 May 2027 is called leg 2; it is leg 1.") {
        $0.plan.visits[0].leg = 2
      },
      Misstatement(
        "The visit of Bolton to Airedale on 4 May 2027 calls review \"Revue\"; it is \"Review\"."
      ) { $0.edit(session: "review") { $0.title = "Revue" } },
      Misstatement(
        "The visit of Bolton to Airedale on 4 May 2027 names Room B, which is not the room of most sessions."
      ) { $0.plan.visits[0].room = "RB" },
    ])
  func `what contradicts itself`(misstatement: Misstatement) {
    var fixture = Fixture()
    misstatement.edit(&fixture)
    #expect(
      fixture.checker.discrepancies(in: fixture.plan).map(\.sentence) == misstatement.sentences)
  }

  @Test func `an eligible team that is neither paired nor listed`() {
    var fixture = Fixture()
    fixture.teams.append(Team(id: "C", name: "Chorley", site: "SA"))
    fixture.teams.append(Team(id: "D", name: "Darwen", site: "SA", isApproved: false))
    #expect(
      fixture.checker.discrepancies(in: fixture.plan).map(\.sentence) == [
        "Chorley has no partner and is not listed as unpaired."
      ])
    fixture.plan.unpaired = [UnpairedTeam(team: "C", reason: "")]
    fixture.plan.unpairedCost = 100
    fixture.plan.pairingQuality.objective += 100
    #expect(fixture.checker.discrepancies(in: fixture.plan) == [])
  }

  @Test func `a visit alone has no leg`() {
    var fixture = Fixture()
    fixture.plan.visits.removeLast()
    fixture.plan.unscheduled = [UnscheduledVisit(host: "B", visitors: ["A"], reason: "")]
    #expect(
      fixture.checker.discrepancies(in: fixture.plan).map(\.sentence).contains(
        "The visit of Bolton to Airedale on 4 May 2027 is called leg 1; it is no leg."))
  }

  @Test func `a fixed visit stays where it is`() {
    func discrepancies(_ interval: Interval, _ leader: FacilitatorID, drop: Bool = false) -> [String] {
      var fixture = Fixture()
      fixture.addFacilitator()
      fixture.schedule = [
        ScheduledVisit(
          id: VisitID(host: "A", visitors: ["B"]), host: "A", visitors: ["B"], interval: interval,
          facilitator: leader, status: .held)
      ]
      if drop { fixture.plan.visits.removeFirst() }
      return fixture.checker.discrepancies(in: fixture.plan).map(\.sentence).filter { $0.contains("fixed") }
    }
    #expect(discrepancies(.on(5, 4, (9, 30), (12, 0)), "F") == [])
    #expect(
      discrepancies(.on(5, 11, (9, 30), (12, 0)), "F") == [
        "A--B is fixed at 09:30 on 11 May 2027; the plan has it at 09:30 on 4 May 2027."
      ])
    #expect(
      discrepancies(.on(5, 4, (9, 30), (12, 0)), "F2") == [
        "A--B is fixed with Facilitator F2; the plan has it with Facilitator F."
      ])
    #expect(
      discrepancies(.on(5, 4, (9, 30), (12, 0)), "F", drop: true) == [
        "A--B is fixed at 09:30 on 4 May 2027; the plan does not hold it."
      ])
  }
}
