import Domain

/// The clinics of one diary as busy intervals: longest runs of minutes of one day in which a clinic wins over
/// every other row.
struct ClinicRuns {
  private let rows: [Availability]

  /// The clinics of a diary's rows.
  init(rows: [Availability]) { self.rows = rows }

  /// The clinics that touch one of `intervals`, whole, in order of time.
  func touching(_ intervals: [Interval]) -> [Interval] {
    guard let first = intervals.map(\.start.day).min(), let end = intervals.map(\.end).max() else {
      return []
    }
    var runs: [Interval] = []
    var day = first
    while Moment(day, .constant(0, 0)) < end {
      runs += self.runs(on: day)
      day = day.advanced(by: 1)
    }
    return runs.filter { run in intervals.contains { $0.overlaps(run) } }
  }

  private func runs(on day: Day) -> [Interval] {
    let whole = Interval(start: Moment(day, .constant(0, 0)), end: Moment(day, .constant(24, 0)))
    let rows = rows.filter { $0.interval.overlaps(whole) }
    let cuts = ([whole.start, whole.end] + rows.flatMap { [$0.interval.start, $0.interval.end] })
      .filter { whole.start <= $0 && $0 <= whole.end }.sorted()
    var runs: [Interval] = []
    for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
      let piece = Interval(start: start, end: end)
      guard rows.filter({ $0.interval.contains(piece) }).map(\.status).min() == .clinic else { continue }
      if let last = runs.last, last.end == start {
        runs[runs.count - 1].end = end
      } else {
        runs.append(piece)
      }
    }
    return runs
  }
}
