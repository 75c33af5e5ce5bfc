import Domain

/// England's bank holidays.
enum BankHolidays {
  /// Every holiday known, sorted.
  static let england: [BankHoliday] = bankHolidayTable.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: ",", maxSplits: 1)
    guard cells.count == 2 else { return nil }
    return Day(iso: cells[0]).map { BankHoliday(day: $0, name: String(cells[1])) }
  }.sorted { ($0.day, $0.name) < ($1.day, $1.name) }

  /// The years that the table covers.
  static let years = 2010...2030

  /// The holidays from a week before `from` to a week after `to`: an overnight stay or a moved meeting may reach
  /// a little beyond the window.
  static func england(from: Day, to: Day) -> [BankHoliday] {
    england.filter { from.advanced(by: -7) <= $0.day && $0.day <= to.advanced(by: 7) }
  }
}
