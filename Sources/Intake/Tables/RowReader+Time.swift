import Domain

extension RowReader {
  /// A date; `nil` where it is blank.
  func day(_ column: Column) -> Day? {
    guard let text = text(column) else { return nil }
    switch DateText.read(text, style: dates) {
    case .success(let day): return day
    case .failure(let fault):
      error(column, fault.what, fault.whatToDo)
      return nil
    }
  }

  /// A date that must be there.
  func requiredDay(_ column: Column) -> Day? { requiredText(column) == nil ? nil : day(column) }

  /// A time of day; `nil` where it is blank.
  func time(_ column: Column) -> ClockTime? {
    guard let text = text(column) else { return nil }
    if let time = TimeText.read(text) { return time }
    error(column, "'\(text.shown)' is no time of day", "write it as HH:MM, from 00:00 to 24:00")
    return nil
  }

  /// A time of day that must be there.
  func requiredTime(_ column: Column) -> ClockTime? { requiredText(column) == nil ? nil : time(column) }

  /// From `start` to `end`; `nil` where both are blank, or something is wrong and was reported.
  func window(_ start: Column, _ end: Column) -> ClockWindow? {
    switch (text(start), text(end)) {
    case (nil, nil): return nil
    case (nil, _?):
      error(
        row[start] == nil ? end : start, "\(start.rawValue) is blank and \(end.rawValue) is not",
        "fill in both, or neither")
      return nil
    case (_?, nil):
      error(
        row[end] == nil ? start : end, "\(end.rawValue) is blank and \(start.rawValue) is not",
        "fill in both, or neither")
      return nil
    case (_?, _?): break
    }
    let from = time(start)
    let to = time(end)
    guard let from, let to else { return nil }
    guard from < to else {
      error(end, "\(end.rawValue) \(to) is not after \(start.rawValue) \(from)", "correct one of the two")
      return nil
    }
    return ClockWindow(start: from, end: to)
  }

  /// The stretch of `date` from `start` to `end`, all day where both are blank; `nil` where the date cannot be
  /// read.
  func interval(_ date: Column, _ start: Column, _ end: Column) -> Interval? {
    let day = requiredDay(date)
    let window = window(start, end)
    guard let day else { return nil }
    guard let window else {
      return Interval(start: Moment(day, .constant(0, 0)), end: Moment(day, .constant(24, 0)))
    }
    return Interval(start: Moment(day, window.start), end: Moment(day, window.end))
  }
}
