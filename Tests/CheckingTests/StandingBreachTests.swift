import Checking
import Domain
import Testing

@Suite struct StandingBreachTests {
  /// The first visit is fixed at 4 May by a row of `status`, and its host's lead is away that day.
  private func fixture(_ status: VisitStatus, pin: Pin? = nil, start: (Int, Int) = (9, 30)) -> Fixture {
    var fixture = Fixture()
    fixture.schedule = [
      ScheduledVisit(
        id: VisitID(host: "A", visitors: ["B"]), host: "A", visitors: ["B"],
        interval: .on(5, 4, start, (12, 0)), facilitator: "F", status: status, pin: pin)
    ]
    fixture.diary(.person("A-lead"), .unavailable, .on(5, 4, (0, 0), (24, 0)))
    fixture.plan.pairs[0].commonDates = [8, 9]
    return fixture
  }

  private let breach = Fixture.breach(
    .attendeesFree, "A--B",
    "Clinical lead, Airedale is unavailable 00:00–24:00 on 4 May 2027 "
      + "but needed from 09:30 to 12:00 on 4 May 2027.")

  @Test(arguments: [VisitStatus.confirmed, .held]) func `a firm visit's breaches stand`(status: VisitStatus) {
    let fixture = fixture(status)
    #expect(fixture.breaches == [])
    #expect(fixture.checker.standingBreaches(of: fixture.plan) == [breach])
  }

  @Test func `a pinned visit's breaches stand`() {
    let fixture = fixture(.draft, pin: Pin(by: "programme office", reason: "room paid for"))
    #expect(fixture.breaches == [])
    #expect(fixture.checker.standingBreaches(of: fixture.plan) == [breach])
  }

  @Test(arguments: [VisitStatus.draft, .tentative, .cancelled])
  func `other visits' breaches do not`(status: VisitStatus) {
    let fixture = fixture(status)
    #expect(fixture.breaches == [breach])
    #expect(fixture.checker.standingBreaches(of: fixture.plan) == [])
  }

  @Test func `a firm visit that was moved does not stand`() {
    let fixture = fixture(.confirmed, start: (9, 0))
    #expect(fixture.breaches == [breach])
  }

  @Test func `a published visit of the past stands, and that it is past is no breach`() {
    var fixture = fixture(.tentative)
    fixture.settings.today = .on(5, 4)
    fixture.facilitators[0].noticeDays = 0
    #expect(fixture.breaches.filter { $0.rule != .enoughCommonDates } == [])
    #expect(
      fixture.checker.standingBreaches(of: fixture.plan).filter { $0.rule != .enoughCommonDates } == [breach])
  }

  @Test func `a gap between a fixed visit and a free one is the free one's breach`() {
    var fixture = fixture(.confirmed)
    fixture.availability = []
    fixture.plan.pairs[0].commonDates = [9, 9]
    fixture.settings.visits.gapMin = 16
    #expect(fixture.breaches.map(\.rule) == [.reciprocalGap])
    #expect(fixture.checker.standingBreaches(of: fixture.plan) == [])
  }

  @Test func `a pair that a fixed visit has settled stands`() {
    var fixture = fixture(.confirmed)
    fixture.settings.pairing.maxTravel = Minutes(59)
    #expect(fixture.breaches == [])
    #expect(
      fixture.checker.standingBreaches(of: fixture.plan).map(\.rule) == [.travelLimit, .attendeesFree])
  }
}
