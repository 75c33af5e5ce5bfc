import Domain
import Testing

@testable import Checking

@Suite struct PackingTests {
  /// A day of 70 minutes from 10:00 whose sessions take 10, 15 and 5 minutes.
  struct Case: Sendable, CustomStringConvertible {
    var meeting: Int
    var flags: Int

    var description: String { "meeting at \(meeting), flags \(flags)" }

    var settings: VisitSettings {
      func has(_ flag: Int) -> Bool { flags & (1 << flag) != 0 }
      let between = ClockWindow(start: .constant(10, 5), end: .constant(10, 40))
      return VisitSettings(
        day: ClockWindow(start: .constant(10, 0), end: .constant(11, 10)),
        agenda: [
          Session(id: "a", title: "A", minutes: Minutes(10), isFirst: has(0)),
          Session(id: "mdt", title: "MDT"),
          Session(id: "b", title: "B", minutes: Minutes(15), after: has(1) ? "mdt" : has(2) ? "a" : nil),
          Session(
            id: "c", title: "C", minutes: Minutes(5), isLast: has(3), between: has(4) ? between : nil),
        ])
    }

    var order: SessionOrder {
      let start = Moment(.on(5, 4), .constant(9, 45)) + Minutes(meeting)
      return SessionOrder(
        meeting: Interval(start: start, end: start + Minutes(15)), settings: settings)
    }

    /// There is no room for B from 10:30 to 10:50 where flag 5 says so.
    func hasRoom(_ session: Session, _ interval: Interval) -> Bool {
      flags & 32 == 0 || session.id.text != "b" || !interval.overlaps(.on(5, 4, (10, 30), (10, 50)))
    }
  }

  static let cases = stride(from: 0, through: 75, by: 15).flatMap { meeting in
    (0..<64).map { Case(meeting: meeting, flags: $0) }
  }

  /// All numbers are multiples of five minutes, so trying every start at a multiple of five is exhaustive.
  private func bruteForce(_ test: Case) -> [Interval] {
    let order = test.order
    let sessions = test.settings.agenda.filter { !$0.isMeeting }
    var found: [Interval] = []
    func place(_ index: Int, _ placed: [(Session, Interval)]) {
      guard index < sessions.count else {
        if let hours = Self.hours(placed, order) { found.append(hours) }
        return
      }
      let session = sessions[index]
      let minutes = session.minutes ?? .zero
      var start = order.day.start
      while start + minutes <= order.day.end {
        let interval = Interval(start: start, end: start + minutes)
        let isInside =
          session.between.map {
            Moment(.on(5, 4), $0.start) <= interval.start && interval.end <= Moment(.on(5, 4), $0.end)
          } ?? true
        if isInside, test.hasRoom(session, interval), !interval.overlaps(order.meeting),
          !placed.contains(where: { $0.1.overlaps(interval) })
        {
          place(index + 1, placed + [(session, interval)])
        }
        start = start + Minutes(5)
      }
    }
    place(0, [])
    return found
  }

  /// The hours of an arrangement; `nil` where docs/formats.md does not allow its order.
  private static func hours(_ placed: [(Session, Interval)], _ order: SessionOrder) -> Interval? {
    let meeting = order.meeting
    let dayStart = Moment(.on(5, 4), .constant(10, 0))
    let dayEnd = Moment(.on(5, 4), .constant(11, 10))
    let all = placed.map(\.1) + [meeting]
    for (session, interval) in placed {
      let others = placed.filter { $0.0.id != session.id }.map(\.1)
      if session.isFirst {
        if meeting.start < dayStart + Minutes(10) {
          let following = others.filter { $0.start >= meeting.end }
          if interval.start < meeting.end || following.contains(where: { $0.start < interval.start }) {
            return nil
          }
        } else if all.contains(where: { $0.start < interval.start }) {
          return nil
        }
      }
      if session.isLast {
        if meeting.end > dayEnd - Minutes(5) {
          let leading = others.filter { $0.end <= meeting.start }
          if interval.end > meeting.start || leading.contains(where: { $0.start > interval.start }) {
            return nil
          }
        } else if all.contains(where: { $0.start > interval.start }) {
          return nil
        }
      }
      if let after = session.after {
        let other = after.text == "mdt" ? meeting : placed.first { $0.0.id == after }?.1
        if let other, interval.start < other.end { return nil }
      }
    }
    guard let start = all.map(\.start).min(), let end = all.map(\.end).max() else { return nil }
    return Interval(start: start, end: end)
  }

  @Test(arguments: cases) func `the tightest hours are those of trying everything`(test: Case) {
    let tried = bruteForce(test)
    let packed = Packing(order: test.order, hasRoom: test.hasRoom).tightest
    #expect(tried.allSatisfy { hours in packed.contains { hours.contains($0) } })
    #expect(packed.allSatisfy(tried.contains))
  }
}
