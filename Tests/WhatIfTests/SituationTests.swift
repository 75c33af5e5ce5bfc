import Domain
import Testing
import WhatIf

@Suite struct SituationTests {
  private static let today = Day(year: 2027, month: 2, day: 1) ?? Day(number: 0)

  private static func day(_ offset: Int) -> Day { today.advanced(by: offset) }

  private static func id<Subject>(_ text: String) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(text) else { preconditionFailure("'\(text)' is no id") }
    return id
  }

  private static func visit(_ host: String, _ visitor: String) -> VisitID {
    VisitID(host: id(host), visitors: [id(visitor)])
  }

  private static func row(
    _ host: String, _ visitor: String, _ offset: Int?, _ status: VisitStatus = .draft, pinned: Bool = false,
    leader: String? = nil
  ) -> ScheduledVisit {
    ScheduledVisit(
      id: visit(host, visitor), host: id(host), visitors: [id(visitor)],
      interval: offset.map { offset in
        Interval(start: Moment(day(offset), .constant(9, 0)), end: Moment(day(offset), .constant(16, 0)))
      }, facilitator: leader.map { id($0) }, status: status, pin: pinned ? Pin(by: "the manager") : nil)
  }

  /// Teams A to D, each with one person, a facilitator F with a diary and G without.
  private static func programme(_ schedule: [ScheduledVisit], noDiary: NoDiary = .assumeFree) -> Programme {
    var settings = Settings(
      id: id("P"), name: "P", timeZone: "Europe/London", visitsFrom: day(-30), visitsTo: day(100),
      today: today)
    settings.visits.noDiary = noDiary
    return Programme(
      settings: settings,
      teams: ["A", "B", "C", "D"].map { Team(id: id($0), name: $0, site: id("S")) },
      sites: [],
      people: ["A", "B"].map { Person(id: id("\($0)-lead"), teams: [id($0)], name: $0, role: .clinicalLead) },
      meetings: [],
      availability: [
        Availability(
          owner: .facilitator(id("F")),
          interval: Interval(start: Moment(day(5), .constant(0, 0)), end: Moment(day(5), .constant(24, 0))),
          status: .unavailable)
      ],
      facilitators: ["F", "G"].map {
        Facilitator(id: id($0), name: $0, base: .site(id("S")), background: .clinical)
      }, schedule: schedule)
  }

  @Test func draftsCountAsPublishedAndAreWrittenAsDraftsAgain() {
    let situation = Situation(Self.programme([Self.row("A", "B", 10), Self.row("B", "A", 30, .confirmed)]))
    #expect(situation.programme.schedule.map(\.status) == [.tentative, .confirmed])
    var plan = Plan(
      programme: Self.id("P"), today: Self.today, seed: 1, inputDigest: "", pairs: [], unpaired: [],
      visits: situation.programme.schedule.map { row in
        Visit(
          host: row.host, visitors: row.visitors,
          interval: row.interval
            ?? Interval(start: Moment(Self.today, .constant(9, 0)), end: Moment(Self.today, .constant(10, 0))),
          status: row.status, pin: Pin(reason: "as it stands"))
      }, unscheduled: [], pairingQuality: Quality(objective: 0, bound: 0, proof: .dual), unpairedCost: 0,
      visitsQuality: Quality(objective: 0, bound: 0, proof: .dual), costs: .zero, warnings: [])
    plan = situation.asWritten(plan)
    #expect(plan.visits.map(\.status) == [.draft, .confirmed])
    #expect(plan.visits.allSatisfy { $0.pin == nil })
  }

  @Test func whatStandsIsPinnedAndWhatHasNoDateGetsNone() {
    let situation = Situation(Self.programme([Self.row("A", "B", 10)]))
    let standing = situation.standing(pairs: [[Self.id("A"), Self.id("B")]])
    #expect(standing.schedule.allSatisfy { $0.pin != nil })
    #expect(standing.closures.map(\.scope) == [.visit(Self.visit("B", "A"))])
  }

  @Test func aVisitIsKeptFromDaysByClosuresOfItsOwn() {
    let situation = Situation(Self.programme([Self.row("A", "B", 10, .confirmed), Self.row("B", "A", 30)]))
    func closures(_ event: Change.Event) -> [String] {
      situation.after([Change(event)]).closures.map { "\($0.from) \($0.to) \($0.scope)" }
    }
    let visit = Self.visit("A", "B")
    #expect(closures(.notBefore(visit, Self.day(12))) == ["2027-01-01 2027-02-12 visit(A--B)"])
    #expect(
      closures(.notOn(visit, Self.day(10), until: Self.day(11))) == ["2027-02-11 2027-02-12 visit(A--B)"])
    #expect(
      closures(.moveTo(visit, Self.day(20))) == [
        "2027-01-01 2027-02-20 visit(A--B)", "2027-02-22 2027-05-13 visit(A--B)",
      ])
    #expect(closures(.cancel(visit)) == ["2027-01-01 2027-05-13 visit(A--B)"])
    // Asked about by name, a confirmed visit may move; a cancelled one has no row any more.
    #expect(situation.after([Change(.notBefore(visit, Self.day(12)))]).schedule[0].status == .tentative)
    #expect(situation.after([Change(.cancel(visit))]).schedule.map(\.id) == [Self.visit("B", "A")])
    #expect(situation.givenUp(by: [Change(.cancel(visit))]) == [visit])
  }

  @Test func whoIsAwayIsUnavailableEachDay() {
    let situation = Situation(Self.programme([]))
    let change = Change(.away(.facilitator(Self.id("F")), Self.day(7), until: Self.day(8)))
    let rows = situation.after([change]).availability
    #expect(rows.map(\.interval.start.day) == [Self.day(5), Self.day(7), Self.day(8)])
    #expect(rows.allSatisfy { $0.status == .unavailable && $0.interval.duration.count == 1440 })
  }

  /// A row in the window would turn "sent nothing, so never free" into "free unless stated".
  @Test func whoIsNeverFreeForWantOfADiaryIsNoFreerForBeingAway() {
    let change = Change(.away(.facilitator(Self.id("G")), Self.day(7), until: Self.day(7)))
    let strict = Situation(Self.programme([], noDiary: .unavailable)).after([change])
    #expect(strict.availability.count == 1)
    let lenient = Situation(Self.programme([], noDiary: .assumeFree)).after([change])
    #expect(lenient.availability.count == 2)
  }

  @Test func aTakenRoomIsBooked() {
    let change = Change(.away(.room(Self.id("R")), Self.day(7), until: Self.day(8)), reason: "painters")
    let bookings = Situation(Self.programme([])).after([change]).roomBookings
    #expect(bookings.map(\.interval.start.day) == [Self.day(7), Self.day(8)])
    #expect(bookings.allSatisfy { $0.reference == "painters" })
  }

  @Test func aTeamThatWithdrawsLosesItsVisits() {
    let schedule = [Self.row("A", "B", 10), Self.row("B", "A", 30), Self.row("C", "D", 12)]
    let situation = Situation(Self.programme(schedule))
    let after = situation.after([Change(.withdraw(Self.id("A")))])
    #expect(after.schedule.map(\.id) == [Self.visit("C", "D")])
    #expect(after.teams.map(\.isApproved) == [false, true, true, true])
    #expect(situation.givenUp(by: [Change(.withdraw(Self.id("A")))]) == [])
  }

  @Test func aPairThatHasMetStaysAndItsOtherVisitIsGivenUp() {
    let schedule = [Self.row("A", "B", -5, .confirmed), Self.row("B", "A", 30)]
    let situation = Situation(Self.programme(schedule))
    let change = Change(.withdraw(Self.id("A")))
    let after = situation.after([change])
    #expect(after.schedule.map(\.id) == [Self.visit("A", "B")])
    #expect(after.teams[0].isApproved)
    #expect(after.closures.map(\.scope) == [.visit(Self.visit("B", "A"))])
    #expect(situation.givenUp(by: [change]) == [Self.visit("B", "A")])
    #expect(!situation.canBreak([Self.id("A"), Self.id("B")]))
  }

  @Test func pairsThatHaveNotMetCanBeBrokenUp() {
    let schedule = [Self.row("A", "B", 10, pinned: true), Self.row("C", "D", 12, .tentative)]
    let situation = Situation(Self.programme(schedule))
    #expect(!situation.canBreak([Self.id("A"), Self.id("B")]))
    #expect(situation.canBreak([Self.id("D"), Self.id("C")]))
    let pair = PairID([Self.id("C"), Self.id("D")])
    #expect(situation.after([], broken: [pair]).schedule.map(\.id) == [Self.visit("A", "B")])
  }

  @Test func aNewFacilitatorIsThereOnlyAfterJoining() {
    let situation = Situation(Self.programme([]), joining: [Self.id("F")])
    #expect(situation.programme.facilitators.map(\.id) == [Self.id("G")])
    #expect(situation.programme.availability == [])
    let after = situation.after([Change(.join(Self.id("F")))])
    #expect(after.facilitators.map(\.id) == [Self.id("F"), Self.id("G")])
    #expect(after.availability.count == 1)
  }
}
