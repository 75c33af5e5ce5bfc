import Tabular

extension RowReader {
  /// Every cell of the row that is not blank by its column's name in lower case, unknown columns included.
  func allColumns() -> [String: String] {
    var columns: [String: String] = [:]
    for (name, field) in row.source.headers where columns[name] == nil && name != TableHeader.removal {
      columns[name] = text(of: row.cells[field], named: name)
    }
    return columns
  }
}
