import Domain

extension Programme {
  /// The days of which meetings and diaries are read: the window and the dates of the visits that are given, with the
  /// day before for drives of the evening before, and the day after for drives past midnight.
  var daysRead: ClosedRange<Day> {
    let given = schedule.filter { $0.status != .cancelled }.compactMap { $0.interval?.start.day }
    let first = min(settings.visitsFrom, given.min() ?? settings.visitsFrom)
    let last = max(settings.visitsTo, given.max() ?? settings.visitsTo)
    return first.advanced(by: -1)...last.advanced(by: 1)
  }
}
