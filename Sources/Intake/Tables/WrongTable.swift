import Tabular

/// A table that was given where one of another kind is wanted.
struct WrongTable {
  private let looks: String
  private let wanted: TableKind
  private let columns: TableColumns

  /// `nil` where nothing says that `table` is another than the `wanted` one.
  init?<Schema: TableSchema>(_ table: CSVTable, wanted schema: Schema.Type) {
    wanted = schema.kind
    columns = TableColumns(schema)
    if OutlookColumns(table.header) != nil {
      looks = "Outlook's export of somebody's calendar"
    } else if GridTable.isGrid(table) {
      looks = "a grid of people and days"
    } else if case .certain(let kind) = TableRecognition.kind(of: table.header, file: ""), kind != wanted {
      looks = "a table like \(kind.file)"
    } else {
      return nil
    }
  }

  /// Says what the file is and what it should be.
  func report(_ file: String, _ findings: Findings) {
    findings.error(
      at: .top(of: file), "this is \(looks), and a table like \(wanted.file) is wanted here",
      "give a file with the columns \(columns.missing(in: []).andList)")
  }
}
