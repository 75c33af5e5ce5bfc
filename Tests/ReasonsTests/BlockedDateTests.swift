import Domain
import Foundation
import Testing

@testable import Reasons

/// What is named as being in the way of a date is exactly that.
///
/// `COUNTERPART_BLOCKED_DATES=100` draws as many of each programme, and of larger ones besides, which take minutes.
@Suite struct BlockedDateTests {
  private static let wanted = ProcessInfo.processInfo.environment["COUNTERPART_BLOCKED_DATES"].flatMap {
    Int($0)
  }

  @Test(arguments: wanted == nil ? [(4, 11)] : [(4, 11), (6, 12)] as [(Int, UInt64)])
  func `without all that is named a date is possible, and with any one of it it is not`(
    teams: Int, seed: UInt64
  ) throws {
    try expectExact(Planned(Programmes.drawn(teams: teams, seed: seed)), dates: Self.wanted ?? 4, seed: seed)
  }

  @Test(.enabled(if: wanted != nil)) func `the same where there are too few facilitators`() throws {
    try expectExact(Planned(Programmes.scenario("overfull")), dates: Self.wanted ?? 4, seed: 5)
  }

  @Test(arguments: 0..<(wanted == nil ? 6 : 20))
  func `the same where every rule is alive`(seed: UInt64) throws {
    var programme = try Programmes.drawn(teams: 4, seed: 100 + seed)
    TightRules(seed: seed).apply(to: &programme)
    try expectExact(
      Planned(programme, groups: [[0, 1], [2, 3]]), dates: Self.wanted.map { max(2, $0 / 20) } ?? 2,
      seed: seed)
  }

  @Test(.enabled(if: wanted != nil)) func `the same in a programme of thirty teams`() throws {
    try expectExact(Planned(Programmes.scenario("england-30")), dates: Self.wanted ?? 0, seed: 3)
  }

  @Test func `a learning event that keeps people from a date is named`() throws {
    var programme = try Programmes.drawn(teams: 4, seed: 11)
    let free = try Planned(programme)
    let host = free.groups[0][0]
    let explainer = Explainer(free.settled, host: host)
    let day = try #require(
      explainer.days.first { day in
        if case .possible = explainer.verdict(day).outcome { true } else { false }
      })
    let id = try #require(EventID("half-time"))
    let hours = Interval(
      start: Moment(day, .constant(7, 0)), end: Moment(day, .constant(20, 0)))
    programme.settings.events = [LearningEvent(id: id, title: "Half-time meeting", options: [hours])]
    let held = try Planned(programme, groups: free.groups)
    let verdict = Explainer(held.settled, host: host).verdict(day)
    guard case .blocked(let obstacles) = verdict.outcome else {
      Issue.record("not blocked")
      return
    }
    #expect(obstacles == [.event(id, hours)])
    #expect(
      obstacles[0].clause(in: programme, on: day)
        == "the learning event \"Half-time meeting\" takes place from 07:00 to 20:00")
    #expect(
      obstacles[0].wish(in: programme, on: day)
        == "move the learning event \"Half-time meeting\" away from \(day.inWords)")
  }

  /// Draws dates until so many are blocked, and looks at each.
  private func expectExact(_ planned: Planned, dates: Int, seed: UInt64) throws {
    var numbers = SplitMix(seed)
    var hosts: [Int: (Explainer, SecondOpinion)] = [:]
    let all = planned.groups.joined().sorted()
    var blocked = 0
    var drawn = 0
    while blocked < dates, drawn < 40 * max(1, dates) {
      drawn += 1
      let host = all[numbers.next(below: all.count)]
      let known =
        hosts[host]
        ?? (
          Explainer(planned.settled, host: host), SecondOpinion(planned, host: host)
        )
      hosts[host] = known
      let (explainer, opinion) = known
      guard !explainer.days.isEmpty else { continue }
      let day = explainer.days[numbers.next(below: explainer.days.count)]
      let name: Comment = "\(planned.programme.teams[host].id) on \(day)"
      guard case .blocked(let obstacles) = explainer.verdict(day).outcome else {
        #expect(try opinion.isPossible(on: day, without: []), name)
        continue
      }
      blocked += 1
      #expect(!obstacles.isEmpty, name)
      #expect(try opinion.isPossible(on: day, without: obstacles), "\(name): \(obstacles)")
      for obstacle in obstacles {
        let rest = obstacles.filter { $0 != obstacle }
        #expect(try !opinion.isPossible(on: day, without: rest), "\(name): \(obstacles) needs no \(obstacle)")
      }
    }
    #expect(blocked > 0)
  }
}

/// Settings and closures that make every kind of obstacle appear.
private struct TightRules {
  let seed: UInt64

  func apply(to programme: inout Programme) {
    var numbers = SplitMix(seed &+ 77)
    func oneIn(_ count: Int) -> Bool { numbers.next(below: count) == 0 }
    var settings = programme.settings
    let first = settings.visitsFrom
    settings.visitsTo = first.advanced(by: 55)
    for index in 0..<8 {
      guard let id = EventID("event-\(index)"), oneIn(2) else { continue }
      let day = first.advanced(by: numbers.next(below: 56))
      let hours = Interval(start: Moment(day, .constant(9, 0)), end: Moment(day, .constant(17, 0)))
      settings.events.append(LearningEvent(id: id, title: "Event", options: [hours]))
    }
    if oneIn(3) { settings.visits.maxPerWeek = 1 }
    if oneIn(3) { settings.visits.sameFacilitator = .required }
    if oneIn(3) { settings.visits.visitorMeeting = .blocks }
    if oneIn(3) { settings.visits.maxVisitors = 2 + numbers.next(below: 2) }
    if oneIn(3) { settings.visits.noDiary = .unavailable }
    if oneIn(4) { settings.visits.gapMax = 20 }
    if oneIn(4) { settings.visits.travel.eveningLimit = Minutes(130) }
    if oneIn(4) { settings.visits.travel.latestReturn = .constant(17, 0) }
    if oneIn(4) { settings.visits.day.end = .constant(14, 30) }
    if oneIn(2) { settings.today = first.advanced(by: numbers.next(below: 20)) }
    programme.settings = settings
    if oneIn(2) {
      programme.closures.append(
        Closure(from: first.advanced(by: 7), to: first.advanced(by: 20), scope: .team(programme.teams[0].id)))
    }
    if oneIn(2) { programme.closures.append(Closure(from: first, to: first.advanced(by: 9), scope: .all)) }
    for index in programme.facilitators.indices {
      if oneIn(3) { programme.facilitators[index].maxVisits = 1 }
      if oneIn(3) { programme.facilitators[index].maxVisitsPerWeek = 1 }
      if oneIn(3) { programme.facilitators[index].noticeDays = 40 }
      if oneIn(3) { programme.facilitators[index].network = programme.teams[index % 4].value(of: "network") }
    }
    for index in programme.people.indices {
      if oneIn(8) { programme.people[index].maxDays = numbers.next(below: 2) }
      if oneIn(10) { programme.people[index].attendance = .required }
    }
    let shared = numbers.next(below: programme.people.count)
    if oneIn(2) {
      let other = programme.teams[numbers.next(below: 4)].id
      programme.people[shared].teams = Set(programme.people[shared].teams + [other]).sorted()
    }
    if oneIn(3) { programme.rooms.removeAll { $0.capacity > 14 } }
  }
}

/// Numbers that are the same everywhere.
struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(below count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(count))
  }
}
