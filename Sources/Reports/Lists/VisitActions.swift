import Domain

/// Everything that one visit asks to be done.
struct VisitActions {
  let visit: Visit
  let words: PlanWords
  /// Each diary's rows.
  let diaries: [DiaryOwner: [Availability]]

  /// In no order. A cancelled visit asks for nothing; one that is held, or past, for what is due afterwards.
  var all: [Action] {
    switch visit.status {
    case .cancelled: return []
    case .draft, .tentative, .confirmed, .held:
      guard visit.isToCome(after: words.plan.today) else { return milestones.filter { $0.due > visit.date } }
      return facilitator + clinics + rooms + hotels + milestones + drives
    }
  }

  /// The day by which everything about the visit is to be arranged: when its date freezes.
  var arranged: Day { visit.date.advanced(by: -words.programme.settings.publish.freezeDays) }

  /// As in `Wythenshawe hosts Blackburn`.
  var name: String { words.visit(visit.host, visit.visitors) }

  /// The host's site.
  var site: Site? { words.programme.team(visit.host).flatMap { words.programme.site($0.site) } }
  /// Its name, or the host's.
  var siteName: String { site?.name ?? words.name(visit.host) }

  /// Who comes.
  var present: [Attendance] { (visit.detail?.attendance ?? []).filter { !$0.isAbsent } }

  /// The team for which somebody comes.
  func team(of attendance: Attendance) -> TeamID? {
    guard case .person(let id) = attendance.attendee, let person = words.programme.person(id) else {
      return nil
    }
    let sides = attendance.side == .host ? [visit.host] : visit.visitors
    return sides.first { person.teams.contains($0) }
  }

  func action(
    _ kind: Action.Kind, due: Day, to: Correspondent, room: RoomID? = nil, on: Day? = nil,
    times: [Interval] = [], _ sentence: String
  ) -> Action {
    Action(
      due: due, kind: kind, visit: visit.id, visitDate: visit.date, to: to, room: room, on: on, times: times,
      sentence: sentence)
  }

  /// As in `09:30–12:30 and 13:30–16:00`.
  static func clock(_ times: [Interval]) -> String {
    Figures.list(times.map { "\($0.start.clock)–\(Cells.end(of: $0))" })
  }
}
