@testable import Checking
import Domain

/// Tries every way to spend one day: every order and half-hour of the sessions, every room, everybody coming,
/// missing any sessions or staying away. The checker alone judges what is allowed and what it costs.
struct BruteForceDay {
  let programme: Programme
  let checker: Checker
  let host: Team
  let visitor: Team
  let facilitator: Facilitator?
  let meeting: Interval
  let frame: Visit

  struct Best: Equatable {
    var cost: Int
    var start: Moment
    var end: Moment
  }

  init(_ programme: Programme, _ checker: Checker, host: Int, visitor: Int, facilitator: Int?, meeting: Interval) {
    self.programme = programme
    self.checker = checker
    self.host = programme.teams[host]
    self.visitor = programme.teams[visitor]
    self.facilitator = facilitator.map { programme.facilitators[$0] }
    self.meeting = meeting
    frame = Visit(
      host: self.host.id, visitors: [self.visitor.id], interval: meeting, facilitator: self.facilitator?.id)
  }

  /// The least cost, then the shortest day, then the earliest; `nil` where the checker allows nothing.
  func best() -> Best? {
    var best: Best?
    for agenda in agendas() {
      guard let start = agenda.map(\.interval.start).min(), let end = agenda.map(\.interval.end).max() else { continue }
      let shell = visit(agenda, start, end, [])
      // What is wrong whoever comes rules the agenda out at once.
      let rules = Set(checker.breaches(of: [shell], pairs: [[host.id, visitor.id].sorted()]).map(\.rule))
      if !rules.isDisjoint(with: Self.settledByAgenda) { continue }
      cheapest(shell, agenda, start, end, &best)
    }
    return best
  }

  /// Rules that attendance cannot mend.
  private static let settledByAgenda: Set<Rule> = [
    .onMeetingDate, .agendaInOrder, .roomFree, .travelHours, .visitorMeetingKept, .facilitatorPresent,
    .facilitatorIndependent, .facilitatorNotice,
  ]

  private func visit(_ agenda: [AgendaItem], _ start: Moment, _ end: Moment, _ attendance: [Attendance]) -> Visit {
    var visit = frame
    visit.interval = Interval(start: start, end: end)
    visit.room = Self.mainRoom(agenda)
    visit.detail = VisitDetail(agenda: agenda, attendance: attendance, journeys: journeys(start, end))
    return visit
  }

  private static func mainRoom(_ agenda: [AgendaItem]) -> RoomID? {
    let rooms = agenda.filter { $0.session.text != "mdt" }.compactMap(\.room)
    let counts = Dictionary(grouping: rooms, by: { $0 }).map { ($0.value.count, $0.key) }
    return counts.max { ($0.0, $1.1) < ($1.0, $0.1) }?.1
  }

  private func journeys(_ start: Moment, _ end: Moment) -> [Journey] {
    var bare = frame
    bare.interval = Interval(start: start, end: end)
    return (ExaminedVisit(bare, facts: checker.facts)?.trips ?? []).map { trip in
      Journey(
        traveller: trip.traveller, departure: trip.departure, outward: trip.outward.minutes,
        homeward: trip.homeward.minutes, arrival: trip.arrival, isOvernight: trip.isOvernight,
        isEstimated: trip.outward.isEstimated || trip.homeward.isEstimated)
    }
  }

  private func agendas() -> [[AgendaItem]] {
    let sessions = programme.settings.visits.agenda
    let rooms = programme.rooms.filter { $0.site == host.site }.map(\.id)
    let midnight = meeting.start.day.number * 1440
    var result: [[AgendaItem]] = []
    func place(_ index: Int, _ placed: [AgendaItem]) {
      guard index < sessions.count else {
        result.append(placed.sorted { ($0.interval.start, $0.session) < ($1.interval.start, $1.session) })
        return
      }
      let session = sessions[index]
      if session.isMeeting {
        place(
          index + 1, placed + [AgendaItem(session: session.id, title: session.title, interval: meeting)])
        return
      }
      let minutes = session.minutes?.count ?? 0
      for start in stride(from: midnight + 7 * 60, through: midnight + 18 * 60, by: 30) {
        let interval = Interval(start: Moment(minute: start), end: Moment(minute: start + minutes))
        if placed.contains(where: { $0.interval.overlaps(interval) }) || interval.overlaps(meeting) { continue }
        let choices: [RoomID?] = session.needsRoom && !rooms.isEmpty ? rooms : [nil]
        for room in choices {
          place(
            index + 1, placed + [AgendaItem(session: session.id, title: session.title, interval: interval, room: room)])
        }
      }
    }
    place(0, [])
    return result
  }

  /// Everybody's choices that the checker does not object to by themselves, with what it charges for each.
  private func choices(
    _ agenda: [AgendaItem], _ start: Moment, _ end: Moment
  ) -> [[(row: Attendance, cost: Int)]] {
    let order = programme.settings.visits.agenda.map(\.id)
    let optional = order.filter { $0.text != "mdt" }
    let members =
      programme.people.filter { $0.teams.contains(host.id) }.map { ($0, Side.host) }
      + programme.people.filter { $0.teams.contains(visitor.id) && !$0.teams.contains(host.id) }
      .map { ($0, Side.visitor) }
    return members.map { person, side in
      var rows = [
        Attendance(attendee: .person(person.id), side: side, role: person.role, isRequired: true),
        Attendance(
          attendee: .person(person.id), side: side, role: person.role, isRequired: false, missed: order,
          isAbsent: true),
      ]
      for subset in 0..<(1 << optional.count) {
        let missed = optional.indices.filter { subset >> $0 & 1 == 1 }.map { optional[$0] }
        rows.append(
          Attendance(
            attendee: .person(person.id), side: side, role: person.role, isRequired: false,
            missed: order.filter(missed.contains)))
      }
      return rows.compactMap { row -> (row: Attendance, cost: Int)? in
        var row = row
        var alone = visit(agenda, start, end, [row])
        row.cost = checker.attendanceCost(of: row.attendee, at: alone)
        alone = visit(agenda, start, end, [row])
        let objections = checker.breaches(of: [alone], pairs: [[host.id, visitor.id].sorted()])
          .filter { ($0.rule == .attendeesFree || $0.rule == .meetingObserved) && $0.sentence.contains(person.name) }
        return objections.isEmpty ? (row, row.cost.count) : nil
      }
    }
  }

  private func cheapest(
    _ shell: Visit, _ agenda: [AgendaItem], _ start: Moment, _ end: Moment, _ best: inout Best?
  ) {
    var lead: [Attendance] = []
    if let facilitator {
      var row = Attendance(attendee: .facilitator(facilitator.id), side: .facilitator, isRequired: true)
      row.cost = checker.attendanceCost(of: row.attendee, at: visit(agenda, start, end, [row]))
      lead = [row]
    }
    let fixed = checker.cost(of: visit(agenda, start, end, lead))
    let base = (fixed - only(fixed, .counterpartMissing)).total.count
    let choices = choices(agenda, start, end)
    if choices.contains(where: \.isEmpty) { return }
    let least = choices.map { $0.map(\.cost).min() ?? 0 }
    func choose(_ index: Int, _ rows: [Attendance], _ cost: Int) {
      let bound = cost + least[index...].reduce(0, +)
      if let best, (bound, end.minute - start.minute, start.minute) >= (best.cost, best.end.minute - best.start.minute, best.start.minute) {
        return
      }
      if index < choices.count {
        for choice in choices[index] { choose(index + 1, rows + [choice.row], cost + choice.cost) }
        return
      }
      let full = visit(agenda, start, end, rows + lead)
      guard checker.breaches(of: [full], pairs: [[host.id, visitor.id].sorted()])
        .allSatisfy({ Self.isAboutOthers($0.rule) })
      else { return }
      let total = checker.cost(of: full).total.count
      let found = Best(cost: total, start: start, end: end)
      if let best, (total, end.minute - start.minute, start.minute) >= (best.cost, best.end.minute - best.start.minute, best.start.minute) {
        return
      }
      best = found
    }
    choose(0, [], base)
  }

  private func only(_ sheet: CostSheet, _ preference: Preference) -> CostSheet {
    var part = CostSheet.zero
    part[preference] = sheet[preference]
    return part
  }

  /// Rules about pairs or several visits, which one visit by itself cannot be held to.
  static func isAboutOthers(_ rule: Rule) -> Bool {
    switch rule {
    case .onePartnerPerTeam, .eligibleTeams, .keptApart, .travelLimit, .levelGapLimit, .minimumGain, .forbiddenPair,
      .forcedPair, .enoughCommonDates, .eachLegOnce, .reciprocalGap, .sameFacilitator, .weeklyLimit,
      .oneVisitPerFacilitatorPerDay, .facilitatorWithinReach, .facilitatorWeeklyLimit, .facilitatorTotalLimit,
      .oneVisitPerPersonPerDay, .oneVisitPerRoom:
      true
    case .onMeetingDate, .agendaInOrder, .rolesPresent, .attendeesFree, .meetingObserved, .roomFree, .roomCapacity,
      .visitorLimit, .travelHours, .visitorMeetingKept, .facilitatorPresent, .facilitatorIndependent,
      .facilitatorNotice:
      false
    }
  }
}
