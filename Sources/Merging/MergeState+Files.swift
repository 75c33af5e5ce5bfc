public import Intake
import Tabular

extension MergeState {
  /// The programme as the files of a folder: programme.yaml and one CSV file for each table with rows, named as in
  /// docs/formats.md; the same bytes for the same rows, whatever order they came in.
  ///
  /// Columns that are blank in every row are left out unless the table needs them. A diary's row that came from
  /// several files stands there once.
  public func files() -> [InputFile] {
    let settings = settings.map { [InputFile(name: $0.table, text: $0.cells.first ?? "")] } ?? []
    return settings
      + TableKind.merged.compactMap { kind in
        let rows = writtenRows(of: kind)
        return rows.isEmpty ? nil : InputFile(name: kind.file, bytes: Self.bytes(of: rows, kind))
      }
  }

  /// The rows of a table's file in their order: row n of them is on line n + 2, since no kept cell holds a line break.
  func writtenRows(of kind: TableKind) -> [StoredRow] {
    var rows: [StoredRow] = []
    for row in self.rows(of: kind) where rows.last?.key != row.key { rows.append(row) }
    return rows
  }

  private static func bytes(of rows: [StoredRow], _ kind: TableKind) -> [UInt8] {
    let columns = LoneTable.columns(of: kind)
    let required = Set(LoneTable.requiredColumns(of: kind))
    let written = columns.indices.filter { index in
      required.contains(columns[index]) || rows.contains { !StoredCells.known($0, index).isEmpty }
    }
    let others = Set(rows.flatMap { StoredCells.others($0).map(\.name) })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var writer = CSVWriter(header: written.map { columns[$0] } + others)
    for row in rows {
      let named = Dictionary(StoredCells.others(row).map { ($0.name, $0.text) }) { first, _ in first }
      writer.append(written.map { StoredCells.known(row, $0) } + others.map { named[$0] ?? "" })
    }
    return writer.bytes
  }
}
