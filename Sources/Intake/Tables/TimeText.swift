import Domain

/// A time of day as somebody wrote it.
enum TimeText {
  /// Reads `HH:MM`, and `HH:MM:00` as spreadsheets write it.
  static func read(_ text: String) -> ClockTime? {
    let text = CellText.plain(text)
    if text.utf8.count > 5, text.hasSuffix(":00") { return ClockTime(text.dropLast(3)) }
    return ClockTime(text)
  }
}
