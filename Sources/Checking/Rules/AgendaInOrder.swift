import Domain

/// The sessions are complete, in order, inside the day, and do not overlap.
enum AgendaInOrder: RuleCheck {
  static let rule = Rule.agendaInOrder

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.flatMap { visit in
      let faults = visit.visit.detail.map { StatedAgenda(visit: visit, items: $0.agenda).faults }
      return (faults ?? possibilityFaults(of: visit)).map { sentence in
        finding(visit, "\(Words.sentence(visit.name)): \(sentence)")
      }
    }
  }

  /// What keeps the agenda from being packed into the hours of a visit without detail.
  private static func possibilityFaults(of visit: ExaminedVisit) -> [String] {
    let meetings = visit.meetings
    guard !meetings.isEmpty else { return [] }
    let hours = visit.visit.interval
    let seen = meetings.filter { hours.contains($0) }
    if seen.isEmpty {
      return [
        "the MDT meeting \(Words.list(meetings.map(Words.clock))) does not lie within \(Words.clock(hours))."
      ]
    }
    let orders = seen.map { SessionOrder(meeting: $0, settings: visit.settings.visits) }
    guard let order = orders.first(where: { $0.day.contains(hours) }) else {
      return orders.prefix(1).map {
        "\(Words.clock(hours)) is not inside the day, \(Words.clock($0.day))."
      }
    }
    let fits = orders.contains { order in
      order.day.contains(hours) && Packing(order: order) { _, _ in true }.fits(in: hours)
    }
    return fits
      ? []
      : [
        "the agenda does not fit into \(Words.clock(hours)) around the MDT meeting \(Words.clock(order.meeting))."
      ]
  }
}
