import Intake

/// The cells of a stored row: known columns by position, further ones of teams.csv by name.
enum StoredCells {
  private static let separator: Character = "\u{1F}"

  /// The cells of a row as they are stored.
  static func of(_ row: LoneRow) -> [String] {
    row.cells + row.others.map(other)
  }

  /// The cell of a further column as it is stored.
  static func other(_ cell: NamedCell) -> String { cell.name + String(separator) + cell.text }

  /// The cell of the column `index`; blank where the row was stored before there was such a column.
  static func known(_ row: StoredRow, _ index: Int) -> String {
    index < row.cells.count && !row.cells[index].contains(separator) ? row.cells[index] : ""
  }

  /// The cells of further columns.
  static func others(_ row: StoredRow) -> [NamedCell] {
    row.cells.compactMap { cell in
      guard let index = cell.firstIndex(of: separator) else { return nil }
      return NamedCell(name: String(cell[..<index]), text: String(cell[cell.index(after: index)...]))
    }
  }
}
