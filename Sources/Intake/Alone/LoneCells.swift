import Domain
import Tabular

/// Writes the cells of a row as they are kept: trimmed, dates and times in one form, columns in one order.
struct LoneCells<Schema: MergedTable> {
  /// How the programme writes dates; `nil` while nobody knows, and then dates stay as they are.
  let dates: DateStyle?

  private static var dateColumns: Set<String> {
    ["date", "new_date", "first_date", "date_from", "date_to", "reserve_date"]
  }
  private static var timeColumns: Set<String> { ["start", "end"] }
  private static var decimalColumns: Set<String> {
    ["numerator", "denominator", "value", "cases", "latitude", "longitude", "minutes"]
  }

  /// The texts of all columns, in their order.
  func known(_ row: SourceRow<Schema.Column>) -> [String] {
    Schema.Column.allCases.map { column in
      guard let cell = row[column], !Schema.passedOver.contains(column) else { return "" }
      return canonical(line(cell), column.rawValue, row.source.form)
    }
  }

  /// The texts of all other columns but `_remove` that are not blank, sorted by name.
  func others(_ row: SourceRow<Schema.Column>) -> [NamedCell] {
    row.source.headers.compactMap { name, field in
      guard name != TableHeader.removal, Schema.Column(rawValue: name) == nil else { return nil }
      let text = line(row.cells[field])
      return text.isEmpty ? nil : NamedCell(name: name, text: text)
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The text of a cell; line breaks and the like, in a cell that is kept and not read, become spaces.
  private func line(_ cell: CSVCell) -> String {
    let text = cell.trimmedText
    return CellText.forbidden(in: text) == nil ? text : text.onOneLine
  }

  private func canonical(_ text: String, _ column: String, _ form: TableForm) -> String {
    if text.isEmpty { return text }
    // What is kept is written with commas between cells one day.
    if Self.decimalColumns.contains(column) { return DecimalText.withPoint(text, in: form) }
    if Self.timeColumns.contains(column) { return TimeText.read(text)?.description ?? text }
    if let dates, Self.dateColumns.contains(column),
      case .success(let day) = DateText.read(text, style: dates)
    {
      return day.iso
    }
    return text
  }
}
