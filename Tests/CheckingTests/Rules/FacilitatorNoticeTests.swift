import Checking
import Domain
import Testing

@Suite struct FacilitatorNoticeTests {
  /// 4 May is 64 days after 1 March.
  @Test func `a day too little`() {
    var fixture = Fixture()
    fixture.facilitators[0].noticeDays = 64
    #expect(fixture.breaches == [])
    fixture.facilitators[0].noticeDays = 65
    #expect(
      fixture.visitBreaches == [
        Fixture.breach(
          .facilitatorNotice, "A--B",
          "Facilitator F would lead the visit of Bolton to Airedale on 4 May 2027 at 64 days of notice; "
            + "they ask for 65.")
      ])
  }

  @Test func `who was published for that day already needs no notice`() {
    var fixture = Fixture()
    fixture.facilitators[0].noticeDays = 65
    fixture.schedule = [
      ScheduledVisit(
        id: VisitID(host: "A", visitors: ["B"]), host: "A", visitors: ["B"],
        interval: .on(5, 4, (9, 0), (12, 0)), facilitator: "F", status: .tentative)
    ]
    #expect(fixture.breaches == [])
    fixture.schedule[0].facilitator = "G"
    #expect(fixture.visitBreaches.map(\.rule) == [.facilitatorNotice])
  }
}
