public import Domain

extension OpportunityTable {
  /// The longest stretches of single days in which the person at `index` is not free, those that touch `interval`.
  ///
  /// A clinic that can still be given up is no such stretch.
  public func busy(person index: Int, during interval: Interval) -> [Interval] {
    diaries[index].blocked(interval)
  }

  /// The same of the facilitator at `index`.
  public func busy(facilitator index: Int, during interval: Interval) -> [Interval] {
    desks[index].diary.blocked(interval)
  }

  /// Whether a drive there of so many `minutes` is done the evening before.
  public func isOvernight(outward minutes: Int) -> Bool { hours.isOvernight(outward: minutes) }

  /// The required roles that nobody of `team` has at a visit to `host`, teams by index: who belongs to both counts for
  /// the host.
  public func vacantRoles(host: Int, team: Int) -> [Role] {
    let roster = team == host ? rosters[host] : visitorRoster(host: host, visitor: team)
    return roster.required.enumerated().filter { bit, _ in
      !roster.fills.contains { $0 >> bit & 1 == 1 }
    }.map(\.element)
  }

  /// The meetings of the team at `index` on `days`, whether they take place or not.
  public func meetings(of index: Int, on days: ClosedRange<Day>) -> [Interval] {
    calendar.occasions[index].filter { days.contains($0.day) }.map(\.meeting)
  }
}

extension Diary {
  fileprivate func blocked(_ interval: Interval) -> [Interval] {
    let (start, end) = (interval.start.minute, interval.end.minute)
    return runs(around: start, end).filter {
      $0.status == .blocked && Int($0.start) < end && start < Int($0.end)
    }.map { Interval(start: Moment(minute: Int($0.start)), end: Moment(minute: Int($0.end))) }
  }
}
