import Checking
import Domain
import Testing

@Suite struct TravelHoursTests {
  private let visit = "The visit of Bolton to Airedale on 4 May 2027: "

  private func breach(_ sentence: String) -> Breach { Fixture.breach(.travelHours, "A--B", visit + sentence) }

  /// One pair whose first visit alone has a date, `drive` minutes apart.
  private func fixture(drive: Int) -> Fixture {
    var fixture = Fixture()
    fixture.travelTimes = [TravelTime(from: "SA", to: "SB", minutes: Minutes(drive))]
    fixture.settings.pairing.maxTravel = nil
    fixture.settings.pairing.travelWeightPerHour = 0
    fixture.plan.pairs[0].score = Score(units: 7071)
    fixture.plan.pairs[0].travel = Minutes(drive)
    fixture.plan.visits = [
      Fixture.visit(host: "A", visitor: "B", leg: nil, on: .on(5, 4), drive: drive, leaderDrive: 0)
    ]
    if drive > 120 {
      for person in ["B-lead", "B-nurse"] as [PersonID] { fixture.edit(person) { $0.cost = Minutes(360) } }
    }
    fixture.plan.unscheduled = [UnscheduledVisit(host: "B", visitors: ["A"], reason: "")]
    return fixture
  }

  @Test func `leaving too early`() {
    var fixture = fixture(drive: 60)
    fixture.settings.visits.travel.earliestDeparture = .constant(8, 30)
    #expect(fixture.visitBreaches == [])
    fixture.settings.visits.travel.earliestDeparture = .constant(8, 31)
    #expect(
      fixture.visitBreaches == [breach("Bolton would leave at 08:30; nobody leaves before 08:31.")])
  }

  @Test func `coming home too late`() {
    var fixture = fixture(drive: 60)
    fixture.settings.visits.travel.latestReturn = .constant(13, 0)
    #expect(fixture.visitBreaches == [])
    fixture.settings.visits.travel.latestReturn = .constant(12, 59)
    #expect(
      fixture.visitBreaches == [breach("Bolton would be home at 13:00; nobody comes home after 12:59.")])
  }

  @Test func `a drive just short enough for the day`() {
    #expect(fixture(drive: 120).visitBreaches == [])
  }

  @Test func `a longer drive is done the evening before, and home may be late`() {
    var fixture = fixture(drive: 121)
    fixture.settings.visits.travel.latestReturn = .constant(12, 30)
    #expect(fixture.visitBreaches == [])
  }

  @Test func `more than an evening's drive`() {
    #expect(fixture(drive: 210).visitBreaches == [])
    #expect(
      fixture(drive: 211).visitBreaches == [
        breach("Bolton would drive 3 h 31 min the evening before; the limit is 3 h 30 min.")
      ])
  }

  @Test func `who drives the evening before must be free from 17:30 until home`() {
    var fixture = fixture(drive: 150)
    fixture.diary(.person("B-lead"), .unavailable, .on(5, 3, (9, 0), (17, 30)))
    #expect(fixture.visitBreaches == [])
    fixture.diary(.person("B-lead"), .unavailable, .on(5, 4, (7, 0), (8, 0)))
    #expect(
      fixture.visitBreaches == [
        Fixture.breach(
          .attendeesFree, "A--B",
          "Clinical lead, Bolton is unavailable 07:00–08:00 on 4 May 2027 "
            + "but needed from 17:30 on 3 May 2027 to 14:30 on 4 May 2027.")
      ])
  }

  @Test func `the facilitator keeps to the limits too`() {
    var fixture = Fixture()
    fixture.facilitators[0].base = .site("SB")
    fixture.settings.visits.travel.latestReturn = .constant(12, 59)
    let first = fixture.sentences(of: .travelHours).filter { $0.contains("would") && $0.hasPrefix(visit) }
    #expect(
      first == [
        visit + "Bolton would be home at 13:00; nobody comes home after 12:59.",
        visit + "Facilitator F would be home at 13:00; nobody comes home after 12:59.",
      ])
  }

  /// A change of a stated journey, and what is wrong then.
  struct Misstatement: Sendable {
    let sentence: String
    let edit: @Sendable (inout VisitDetail) -> Void

    init(_ sentence: String, edit: @escaping @Sendable (inout VisitDetail) -> Void) {
      self.sentence = sentence
      self.edit = edit
    }
  }

  @Test(
    arguments: [
      Misstatement("Bolton is said to drive 59 min there and 1 h home; it is 1 h and 1 h.") {
        $0.journeys[0].outward = Minutes(59)
      },
      Misstatement(
        "Bolton is said to be away 08:30 on 4 May 2027 to 13:01 on 4 May 2027; "
          + "it is 08:30 on 4 May 2027 to 13:00 on 4 May 2027."
      ) { $0.journeys[0].arrival = $0.journeys[0].arrival + Minutes(1) },
      Misstatement("Bolton is said to stay overnight.") { $0.journeys[0].isOvernight = true },
      Misstatement("the drives of Bolton are said to be estimates.") { $0.journeys[0].isEstimated = true },
      Misstatement("Facilitator F has 0 journeys instead of one.") { $0.journeys.removeLast() },
      Misstatement("Airedale has a journey but does not travel.") {
        var journey = $0.journeys[0]
        journey.traveller = .team("A")
        $0.journeys.append(journey)
      },
    ])
  func `a journey that is not as stated`(misstatement: Misstatement) {
    var fixture = Fixture()
    fixture.edit(misstatement.edit)
    #expect(fixture.breaches == [breach(misstatement.sentence)])
  }
}
