import Domain

extension Programme {
  /// Of each fixed visit that does not last as its row of the schedule says, since no agenda ends when the row does, a
  /// sentence for people.
  func changedHours(of visits: [Visit]) -> [String] {
    visits.compactMap { visit in
      guard let row = scheduledVisit(visit.id), row.isFixed(on: settings.today), let given = row.interval,
        given != visit.interval
      else { return nil }
      func name(_ id: TeamID) -> String { team(id)?.name ?? id.text }
      let visitors = visit.visitors.map(name).joined(separator: " and ")
      return
        "The visit of \(visitors) to \(name(visit.host)) on \(visit.date.iso) is fixed for \(Self.hours(given)), and no "
        + "agenda has that end: it is planned for \(Self.hours(visit.interval))."
    }
  }

  private static func hours(_ interval: Interval) -> String {
    "\(interval.start.clock)-\(interval.end.clock)"
  }
}
