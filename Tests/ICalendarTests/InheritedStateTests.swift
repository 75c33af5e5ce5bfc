import Domain
import Testing

/// What a visit of a new plan takes over from the row that gave it before.
@Suite struct InheritedStateTests {
  private let interval = Interval(start: moment("2027-05-06 09:00"), end: moment("2027-05-06 16:00"))

  private func row(_ status: VisitStatus, release: Int? = 3) -> ScheduledVisit {
    ScheduledVisit(
      id: VisitID(host: id("RWA"), visitors: [id("RH8")]), host: id("RWA"), visitors: [id("RH8")],
      interval: interval, room: id("R1"), facilitator: id("F1"), status: status,
      reserveDate: Day(iso: "2027-05-13"), release: release, sequence: 2)
  }

  private var visit: Visit {
    Visit(
      host: id("RWA"), visitors: [id("RH8")], interval: interval, room: id("R1"), facilitator: id("F1"))
  }

  @Test func `what stays as it was keeps status, release, reserve and number`() {
    var same = visit
    same.inherit(from: row(.tentative))
    #expect(same.status == .tentative && same.release == 3 && same.sequence == 2)
    #expect(same.reserveDate == Day(iso: "2027-05-13"))
  }

  @Test(arguments: [0, 1, 2, 3])
  func `a change of date, time, room or facilitator raises the number of what was released`(change: Int) {
    var changed = visit
    switch change {
    case 0:
      changed.interval = Interval(start: interval.start + Minutes(1440), end: interval.end + Minutes(1440))
    case 1: changed.interval.end = interval.end + Minutes(15)
    case 2: changed.room = id("R2")
    default: changed.facilitator = nil
    }
    var draft = changed
    changed.inherit(from: row(.tentative))
    #expect(changed.sequence == 3 && changed.status == .tentative && changed.reserveDate == nil)
    draft.inherit(from: row(.draft, release: nil))
    #expect(draft.sequence == 2)
  }

  @Test func `what was cancelled comes back as a draft, with a higher number`() {
    var back = visit
    back.inherit(from: row(.cancelled))
    #expect(back.status == .draft && back.sequence == 3)
  }
}
