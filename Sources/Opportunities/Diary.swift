import Domain

/// What a diary means to the programme once overlaps, notice and the reading of blanks are settled.
enum DiaryStatus: UInt8 {
  /// Cannot be there.
  case blocked
  /// Can be there by giving up a clinic.
  case clinic
  /// Can be there if needed.
  case ifNeeded
  /// Likes to be there.
  case preferred
}

/// A longest stretch of one day under one status.
struct DiaryRun {
  /// Absolute local minutes, end excluded.
  var start: Int32
  var end: Int32
  var status: DiaryStatus
}

/// Somebody's diary over the window, as runs in order of time; what no run covers is free.
///
/// Runs never cross midnight, so that each is a busy interval of the fine print. A day's runs are found
/// through `firstOfDay`, which makes every question cost a few comparisons.
struct Diary: Sendable {
  private(set) var runs: [DiaryRun]
  /// Whether a preferred row is dated inside the window.
  let hasPreferred: Bool
  /// Whether nothing was sent.
  let isSilent: Bool
  private let firstDay: Int
  private var firstOfDay: [Int32]

  /// Settles `rows` (any order) over `days`, of which `window` is the part inside the programme. Clinics can be given up
  /// from `notBefore` on, and on `agreed` days.
  init(
    rows: [Availability], days: ClosedRange<Day>, window: ClosedRange<Day>, notBefore: Day,
    agreed: Set<Day> = [], silent: NoDiary
  ) {
    let inWindow = rows.filter { window.contains($0.interval.start.day) }
    let isRestricted: Bool
    isSilent = inWindow.isEmpty
    hasPreferred = inWindow.contains { $0.status == .preferred }
    if inWindow.isEmpty {
      isRestricted = silent == .unavailable
    } else {
      isRestricted = inWindow.contains { $0.status.isPositive }
    }
    var byDay = [[(start: Int, end: Int, status: AvailabilityStatus)]](repeating: [], count: days.count)
    for row in rows {
      var day = max(row.interval.start.day, days.lowerBound)
      while day <= days.upperBound, day.number * 1440 < row.interval.end.minute {
        let midnight = day.number * 1440
        byDay[days.lowerBound.distance(to: day)].append(
          (
            max(row.interval.start.minute, midnight), min(row.interval.end.minute, midnight + 1440),
            row.status
          ))
        day = day.advanced(by: 1)
      }
    }
    var runs: [DiaryRun] = []
    var firstOfDay: [Int32] = []
    for (offset, rows) in byDay.enumerated() {
      firstOfDay.append(Int32(runs.count))
      let day = days.lowerBound.advanced(by: offset)
      let clinicsCanGo = day >= notBefore || agreed.contains(day)
      Self.appendRuns(of: rows, day: day, clinicsCanGo: clinicsCanGo, isRestricted: isRestricted, to: &runs)
    }
    firstOfDay.append(Int32(runs.count))
    self.runs = runs
    self.firstOfDay = firstOfDay
    firstDay = days.lowerBound.number
  }

  private static func appendRuns(
    of rows: [(start: Int, end: Int, status: AvailabilityStatus)], day: Day, clinicsCanGo: Bool,
    isRestricted: Bool, to runs: inout [DiaryRun]
  ) {
    let midnight = day.number * 1440
    if rows.isEmpty {
      if isRestricted {
        runs.append(DiaryRun(start: Int32(midnight), end: Int32(midnight + 1440), status: .blocked))
      }
      return
    }
    let firstOfToday = runs.count
    let cuts = ([midnight, midnight + 1440] + rows.flatMap { [$0.start, $0.end] }).sorted()
    for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
      let winner = rows.lazy.filter { $0.start <= start && end <= $0.end }.map(\.status).min()
      let status: DiaryStatus? =
        switch winner {
        case .unavailable: .blocked
        case .clinic: clinicsCanGo ? .clinic : .blocked
        case .ifNeeded: .ifNeeded
        case .available: nil
        case .preferred: .preferred
        case nil: isRestricted ? .blocked : nil
        }
      guard let status else { continue }
      if runs.count > firstOfToday, runs[runs.count - 1].status == status, runs[runs.count - 1].end == start {
        runs[runs.count - 1].end = Int32(end)
      } else {
        runs.append(DiaryRun(start: Int32(start), end: Int32(end), status: status))
      }
    }
  }

  /// The same diary with `intervals` blocked, whatever it says there; days outside it are left alone.
  func blocked(during intervals: [Interval]) -> Diary {
    if intervals.isEmpty { return self }
    let blocks = intervals.flatMap(Self.parts)
    var diary = self
    diary.runs = []
    diary.firstOfDay = []
    for offset in 0..<firstOfDay.count - 1 {
      diary.firstOfDay.append(Int32(diary.runs.count))
      let midnight = (firstDay + offset) * 1440
      let own = blocks.filter { $0.start < midnight + 1440 && midnight < $0.end }
      var day = Array(runs[Int(firstOfDay[offset])..<Int(firstOfDay[offset + 1])])
      for block in own { day = Self.cut(day, by: block) }
      diary.runs += day
    }
    diary.firstOfDay.append(Int32(diary.runs.count))
    return diary
  }

  /// The parts of `interval` by day.
  private static func parts(_ interval: Interval) -> [(start: Int, end: Int)] {
    var parts: [(start: Int, end: Int)] = []
    var start = interval.start.minute
    while start < interval.end.minute {
      let midnight = Moment(minute: start).day.advanced(by: 1).number * 1440
      parts.append((start, min(interval.end.minute, midnight)))
      start = midnight
    }
    return parts
  }

  /// One day's `runs` with `block` in place of whatever they say there, and one with the blocked runs that it meets.
  private static func cut(_ runs: [DiaryRun], by block: (start: Int, end: Int)) -> [DiaryRun] {
    var (from, to) = (Int32(block.start), Int32(block.end))
    var kept: [DiaryRun] = []
    for run in runs {
      if run.status == .blocked, run.start <= to, from <= run.end {
        from = min(from, run.start)
        to = max(to, run.end)
        continue
      }
      if run.start < from {
        kept.append(DiaryRun(start: run.start, end: min(run.end, from), status: run.status))
      }
      if run.end > to { kept.append(DiaryRun(start: max(run.start, to), end: run.end, status: run.status)) }
    }
    kept.append(DiaryRun(start: from, end: to, status: .blocked))
    return kept.sorted { $0.start < $1.start }
  }

  /// The runs of the days that `start..<end` touches.
  func runs(around start: Int, _ end: Int) -> ArraySlice<DiaryRun> {
    let first = min(max(start / 1440 - firstDay, 0), firstOfDay.count - 1)
    let last = min(max((end - 1) / 1440 - firstDay + 1, 0), firstOfDay.count - 1)
    return runs[Int(firstOfDay[first])..<max(Int(firstOfDay[first]), Int(firstOfDay[last]))]
  }

  /// Whether every minute of `start..<end` is preferred.
  func prefers(_ start: Int, _ end: Int) -> Bool {
    var reached = start
    for run in runs(around: start, end) where run.status == .preferred && Int(run.end) > reached {
      if Int(run.start) > reached { break }
      reached = Int(run.end)
    }
    return reached >= end
  }
}
