import Tabular

extension InputFile {
  /// Whether it is the calendar of somebody or of a room, as iCalendar or Outlook's export: whose it is can be told once
  /// people and rooms are known.
  public var isCalendar: Bool {
    switch FileKind(named: name) {
    case .calendar: true
    case .table: OutlookColumns(CSVReader().read(bytes).table.header) != nil
    case .workbook, .settings, .job, .otherYAML, .otherWorkbook, .unknown: false
    }
  }
}
