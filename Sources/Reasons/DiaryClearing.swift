import Domain

/// Somebody's diary with nothing in the way during a stretch of one day, read as before everywhere else.
struct DiaryClearing {
  private let owner: DiaryOwner
  private let stretch: Interval

  init(_ attendee: Attendee, _ stretch: Interval) {
    owner =
      switch attendee {
      case .person(let id): .person(id)
      case .facilitator(let id): .facilitator(id)
      }
    self.stretch = stretch
  }

  /// Takes out what blocks: rows that say unavailable, and clinics that can no longer be given up. Whoever is free
  /// only in rows of their own gets one more where they have none.
  func apply(to programme: inout Programme) {
    let isOwn = { (row: Availability) in row.owner == owner }
    let settings = programme.settings
    let window = settings.visitsFrom...settings.visitsTo
    let rows = programme.availability.filter(isOwn)
    let dated = rows.filter { window.contains($0.interval.start.day) }
    let isRestricted =
      dated.isEmpty
      ? settings.visits.noDiary == .unavailable : dated.contains { $0.status.isPositive }
    let clinicsCanGo = stretch.start.day >= settings.today.advanced(by: notice(in: programme))
    var cleared = rows.flatMap { row -> [Availability] in
      switch row.status {
      case .unavailable: cut(row)
      case .clinic: clinicsCanGo ? [row] : cut(row)
      case .ifNeeded, .available, .preferred: [row]
      }
    }
    if isRestricted {
      cleared += gaps(between: cleared).map {
        Availability(owner: owner, interval: $0, status: .available)
      }
    }
    // Who had sent something must not count as somebody who sent nothing: a row of no length says nothing else.
    if !dated.isEmpty, !cleared.contains(where: { window.contains($0.interval.start.day) }) {
      let moment = dated[0].interval.start
      cleared.append(
        Availability(owner: owner, interval: Interval(start: moment, end: moment), status: .unavailable))
    }
    cleared.sort {
      ($0.interval.start, $0.interval.end, $0.status) < ($1.interval.start, $1.interval.end, $1.status)
    }
    programme.availability.removeAll(where: isOwn)
    let place =
      programme.availability.firstIndex { owner < $0.owner } ?? programme.availability.endIndex
    programme.availability.insert(contentsOf: cleared, at: place)
  }

  private func notice(in programme: Programme) -> Int {
    switch owner {
    case .person(let id):
      programme.person(id)?.noticeDays ?? programme.settings.visits.defaultNoticeDays
    case .facilitator(let id): programme.facilitators.first { $0.id == id }?.noticeDays ?? 0
    }
  }

  /// What is left of a row outside the stretch.
  private func cut(_ row: Availability) -> [Availability] {
    guard row.interval.overlaps(stretch) else { return [row] }
    return [
      Interval(start: row.interval.start, end: stretch.start),
      Interval(start: stretch.end, end: row.interval.end),
    ].filter { $0.start < $0.end }.map { Availability(owner: owner, interval: $0, status: row.status) }
  }

  /// The parts of the stretch that no row covers.
  private func gaps(between rows: [Availability]) -> [Interval] {
    var gaps: [Interval] = []
    var reached = stretch.start
    for row in rows.map(\.interval).sorted(by: { $0.start < $1.start }) where row.overlaps(stretch) {
      if reached < row.start { gaps.append(Interval(start: reached, end: row.start)) }
      reached = max(reached, row.end)
    }
    if reached < stretch.end { gaps.append(Interval(start: reached, end: stretch.end)) }
    return gaps
  }
}
