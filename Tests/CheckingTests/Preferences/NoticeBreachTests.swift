import Checking
import Domain
import Testing

@Suite struct NoticeBreachTests {
  /// Published for 11 May, 71 days after today, and moved to 4 May, 64 days after it.
  private var moved: Fixture {
    var fixture = Fixture()
    fixture.addFacilitator()
    fixture.schedule = [
      ScheduledVisit(
        id: VisitID(host: "A", visitors: ["B"]), host: "A", visitors: ["B"],
        interval: .on(5, 11, (9, 30), (12, 0)), facilitator: "F", release: 1)
    ]
    return fixture
  }

  @Test func `a required person whose notice the nearer date breaks`() {
    var fixture = moved
    fixture.edit(person: "B-lead") { $0.noticeDays = 64 }
    #expect(fixture.cost(.noticeBreach) == 0)
    fixture.edit(person: "B-lead") { $0.noticeDays = 65 }
    fixture.edit(person: "B-nurse") { $0.noticeDays = 65 }
    #expect(fixture.cost(.noticeBreach) == 1440)
    #expect(
      fixture.explanation(.noticeBreach)
        == "Clinical lead, Bolton hears of the change of the visit of Bolton to Airedale on 4 May 2027 "
        + "64 days ahead and needs 65: 24 h.")
    #expect(fixture.attendanceCost("B-lead") == 0)
  }

  @Test func `the facilitator who stays, once for both dates`() {
    var fixture = moved
    fixture.facilitators[0].noticeDays = 72
    #expect(fixture.cost(.noticeBreach) == 1440)
  }

  @Test func `the facilitator who leaves and the one who comes, each for their date`() {
    var fixture = moved
    fixture.schedule[0].facilitator = "F2"
    fixture.facilitators[0].noticeDays = 65
    fixture.facilitators[1].noticeDays = 71
    #expect(fixture.cost(.noticeBreach) == 1440)
    fixture.facilitators[1].noticeDays = 72
    #expect(fixture.cost(.noticeBreach) == 2880)
  }

  @Test func `where only the facilitator changes, nobody else leaves a date`() {
    var fixture = moved
    fixture.schedule[0].interval = .on(5, 4, (9, 30), (12, 0))
    fixture.schedule[0].facilitator = "F2"
    fixture.settings.visits.defaultNoticeDays = 365
    #expect(fixture.cost(.noticeBreach) == 0)
  }
}
