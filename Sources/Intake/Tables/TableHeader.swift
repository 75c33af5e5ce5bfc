import Tabular

/// The header of a table as names.
enum TableHeader {
  /// The column that the daemon reads to take rows away; allowed in every table.
  static let removal = "_remove"

  /// Each named column in lower case with its field, in the order of the file.
  static func names(of header: CSVRow) -> [(name: String, field: Int)] {
    (0..<header.count).compactMap { field in
      let name = CellText.plain(header[field].trimmedText).lowercased()
      return name.isEmpty ? nil : (name, field)
    }
  }

  /// Whether every row of `table` is to be removed, as far as the column for that says so.
  static func isRemoval(_ table: CSVTable) -> Bool {
    guard let field = names(of: table.header).first(where: { $0.name == removal })?.field else {
      return false
    }
    let rows = table.rows.filter { !$0.isBlank }
    return !rows.isEmpty && rows.allSatisfy { RemovalWord($0[field].trimmedText) == .yes }
  }

  /// Reports columns that occur twice, that nobody knows, or that have cells and no name.
  static func check(
    _ table: CSVTable, of kind: TableKind, file: String, alsoKnown: [String], findings: Findings
  ) {
    let known = kind.columns.all
    var seen: [String: Int] = [:]
    for (name, field) in names(of: table.header) {
      let place = place(of: field, in: table, file: file)
      if let first = seen[name] {
        findings.error(
          at: place, "the column '\(name.shown)' stands here again, after column \(first + 1)",
          "keep one of the two")
        continue
      }
      seen[name] = field
      guard !known.contains(name), !alsoKnown.contains(name), name != removal else { continue }
      let nearest = NearestName.of(name, among: known.filter { seen[$0] == nil })
      findings.warning(
        at: place, "\(kind.file) has no column '\(name.shown)'",
        nearest.map { "write '\($0)' if that is meant" } ?? "it is not read; take it away if it is not needed"
      )
    }
    for field in 0..<table.header.count where table.header[field].isBlank {
      guard let row = table.rows.first(where: { field < $0.count && !$0[field].isBlank }) else { continue }
      let position = row[field].position
      findings.warning(
        at: Place(file: file, line: position.line, column: position.column),
        "column \(field + 1) has cells but no name in the header", "name it, or take the cells away")
    }
  }

  static func place(of field: Int, in table: CSVTable, file: String) -> Place {
    let position = table.header[field].position
    return Place(file: file, line: position.line, column: position.column)
  }
}
