import Domain
import Tabular

/// How values are written in the tables, so that every table writes them alike.
enum Cells {
  /// The word for a truth.
  static func word(_ truth: Bool) -> String { truth ? "yes" : "no" }

  /// The ids of one cell, as in `R0A;RJ1`.
  static func ids(_ teams: [TeamID]) -> String { teams.map(\.text).joined(separator: ";") }

  /// Clinician-minutes in hours, to four decimals at most and without trailing zeros, as `1.25`.
  static func hours(_ minutes: Minutes) -> String {
    var text = Figures.decimal(minutes.hours, places: 4) ?? ""
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// When an interval of one day ends: midnight as `24:00`, the end of the day on which it began.
  static func end(of interval: Interval) -> String {
    let isMidnight = interval.end.minuteOfDay == 0 && interval.start.day < interval.end.day
    return isMidnight ? "24:00" : interval.end.clock
  }
}

extension ReportFile {
  /// A table as a file.
  init(table name: String, header: [String], rows: [[String?]]) {
    var writer = CSVWriter(header: header)
    for row in rows { writer.append(row.map { $0.map { CellText($0).text } }) }
    self.init(name: name, bytes: writer.bytes)
  }
}
