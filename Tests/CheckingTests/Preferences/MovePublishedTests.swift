import Checking
import Domain
import Testing

@Suite struct MovePublishedTests {
  private func fixture(_ interval: Interval, _ facilitator: FacilitatorID) -> Fixture {
    var fixture = Fixture()
    fixture.addFacilitator()
    fixture.schedule = [
      ScheduledVisit(
        id: VisitID(host: "A", visitors: ["B"]), host: "A", visitors: ["B"], interval: interval,
        facilitator: facilitator, release: 1)
    ]
    return fixture
  }

  @Test func `another date, start or facilitator`() {
    #expect(fixture(.on(5, 11, (9, 30), (12, 0)), "F").cost(.movePublished) == 480)
    #expect(fixture(.on(5, 4, (9, 0), (12, 0)), "F").cost(.movePublished) == 480)
    let changed = fixture(.on(5, 4, (9, 30), (12, 0)), "F2")
    #expect(changed.cost(.movePublished) == 480)
    #expect(
      changed.explanation(.movePublished)
        == "The visit of Bolton to Airedale on 4 May 2027 was published for 09:30 on 4 May 2027 "
        + "with Facilitator F2: 8 h.")
  }

  @Test func `another end or room is no move`() {
    var fixture = fixture(.on(5, 4, (9, 30), (13, 0)), "F")
    fixture.schedule[0].room = "RB"
    #expect(fixture.cost(.movePublished) == 0)
  }

  @Test(arguments: [VisitStatus.draft, .cancelled, .held])
  func `a row that is not published may move`(status: VisitStatus) {
    var fixture = fixture(.on(5, 11, (9, 30), (12, 0)), "F")
    fixture.schedule[0].release = status == .cancelled ? 1 : nil
    fixture.schedule[0].status = status
    #expect(fixture.cost(.movePublished) == 0)
  }
}
