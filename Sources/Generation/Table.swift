import Tabular

/// A table being drawn: its file's name, its columns and its rows so far.
struct Table {
  let name: String
  let columns: [String]
  private(set) var rows: [[String]] = []

  init(_ name: String, _ columns: String...) {
    self.name = name
    self.columns = columns
  }

  /// Adds a row; cells missing at the end are blank.
  mutating func add(_ cells: String?...) {
    rows.append(cells.map { $0 ?? "" })
  }

  /// Adds the rows of another table of the same columns.
  mutating func add(contentsOf other: Table) { rows += other.rows }

  /// The table as a file; `nil` where it has no rows, since a folder need not hold empty tables.
  var file: GeneratedFile? {
    guard !rows.isEmpty else { return nil }
    let bytes = CSVWriter.bytes(header: columns, rows: rows)
    return GeneratedFile(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}
