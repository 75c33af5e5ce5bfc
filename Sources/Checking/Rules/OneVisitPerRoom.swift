import Domain

/// A room is used by one visit at a time.
enum OneVisitPerRoom: RuleCheck {
  static let rule = Rule.oneVisitPerRoom

  static func findings(in examination: Examination) -> [Finding] {
    let visits = examination.byFirmness
    return visits.enumerated().flatMap { place, visit -> [Finding] in
      let earlier = visits[..<place].filter {
        $0.visit.date == visit.visit.date && $0.leg.host.site == visit.leg.host.site
      }
      return earlier.flatMap { shared($0, visit) } + tooFewMinutes(for: visit, beside: Array(earlier))
    }
  }

  /// Sessions of two visits in one room at one time, meetings aside: whose rooms those are is RoomFree's to say.
  private static func shared(_ firm: ExaminedVisit, _ visit: ExaminedVisit) -> [Finding] {
    let needing = Set(visit.settings.visits.agenda.filter(\.needsRoom).map(\.id))
    func sessions(_ examined: ExaminedVisit) -> [AgendaItem] {
      (examined.visit.detail?.agenda ?? []).filter { needing.contains($0.session) }
    }
    return sessions(visit).flatMap { item in
      sessions(firm).compactMap { other -> Finding? in
        guard let room = item.room, room == other.room, item.interval.overlaps(other.interval) else {
          return nil
        }
        return finding(
          [firm, visit], subject: visit.visit.id.text,
          "\(visit.facts.register.name(of: room)) is used by \(firm.name) \(Words.clock(other.interval)) and "
            + "by \(visit.name) \(Words.clock(item.interval)).")
      }
    }
  }

  /// Visits without detail say no more than their hours: together they must not need more room time than the
  /// site's rooms are free.
  private static func tooFewMinutes(for visit: ExaminedVisit, beside earlier: [ExaminedVisit]) -> [Finding] {
    let supply = RoomSupply(leg: visit.leg, day: visit.visit.date)
    let all = earlier + [visit]
    let open = all.filter { $0.visit.detail == nil }
    guard visit.visit.detail == nil, all.count > 1, !supply.rooms.isEmpty else { return [] }
    let sessions = visit.settings.visits.agenda.filter(\.needsRoom)
    let needed = open.count * sessions.compactMap { $0.minutes?.count }.reduce(0, +)
    let hours = open.map(\.visit.interval)
    let stated = all.flatMap { $0.visit.detail?.agenda ?? [] }
    let free = supply.rooms.map { room in
      freeMinutes(
        within: hours,
        blocked: stated.filter { $0.room == room.id }.map(\.interval)
          + RoomSupply.takings(of: room.id, on: visit.visit.date, visit.facts).map(\.interval))
    }.reduce(0, +)
    guard needed > free else { return [] }
    return [
      finding(
        all, subject: visit.visit.id.text,
        "\(Words.sentence(visit.name)) and \(Words.list(earlier.map(\.name))) need "
          + "\(Words.duration(Minutes(needed))) of rooms; \(Words.duration(Minutes(free))) are free.")
    ]
  }

  /// The minutes that lie within one of `hours` and in none of `blocked`.
  private static func freeMinutes(within hours: [Interval], blocked: [Interval]) -> Int {
    guard let start = hours.map(\.start).min(), let end = hours.map(\.end).max() else { return 0 }
    return (start.minute..<max(start.minute, end.minute)).filter { minute in
      let moment = Interval(start: Moment(minute: minute), end: Moment(minute: minute + 1))
      return hours.contains { $0.overlaps(moment) } && !blocked.contains { $0.overlaps(moment) }
    }.count
  }
}
