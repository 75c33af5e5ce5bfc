import Domain

/// A table being drawn: its file's name, its columns and its rows so far.
struct Table {
  let name: String
  let columns: [String]
  private(set) var rows: [[String]] = []

  init(_ name: String, _ columns: String...) {
    self.name = name
    self.columns = columns
  }

  /// Adds a row; cells beyond those given are blank.
  mutating func add(_ cells: String?...) {
    rows.append(cells.map { $0 ?? "" } + Array(repeating: "", count: columns.count - cells.count))
  }

  /// Adds the rows of another table of the same columns.
  mutating func add(contentsOf other: Table) { rows += other.rows }

  /// The table as a file; `nil` where it has no rows, since a folder need not hold empty tables.
  var file: GeneratedFile? {
    guard !rows.isEmpty else { return nil }
    return GeneratedFile(name: name, text: ([columns] + rows).map(Self.line).joined())
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { $0.contains(where: { ",\"\n".contains($0) }) ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }
      .joined(separator: ",") + "\n"
  }
}
