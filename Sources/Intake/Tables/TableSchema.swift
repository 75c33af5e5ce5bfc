import Domain
import Tabular

/// A column of a table; its raw value is its name in the header.
protocol TableColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// One kind of table: its columns and what a row becomes.
///
/// A new table is a new `TableSchema` and a line in `TableKind`; a new column is a case in its `Column`.
protocol TableSchema {
  associatedtype Column: TableColumn
  associatedtype Record: Equatable
  associatedtype Key: Hashable

  static var kind: TableKind { get }
  /// The columns without which the table cannot be read.
  static var required: [Column] { get }
  /// The columns that two rows must not share.
  static var keyColumns: [Column] { get }
  /// What makes a row unique.
  static func key(of record: Record) -> Key
  /// What a row says. Reports what is wrong with its cells; `nil` only where the row cannot even be named.
  static func record(from row: RowReader<Column>) -> Record?
  /// The order of the table in a programme.
  static func precedes(_ a: Record, _ b: Record) -> Bool
  /// Whether rows with the key of `record` may stand in several files, each counting.
  static func mayStandInSeveralFiles(_ record: Record) -> Bool
}

extension TableSchema {
  static func mayStandInSeveralFiles(_ record: Record) -> Bool { false }
}

/// A row's record and where it came from.
struct Entry<Schema: TableSchema> {
  var value: Schema.Record
  let row: SourceRow<Schema.Column>

  func place(_ column: Schema.Column) -> Place { row.place(column) }
}

/// A row of a file, its cells found by column.
struct SourceRow<Column: TableColumn> {
  let source: TableSource<Column>
  let cells: CSVRow

  /// The cell of `column`; `nil` where the file has no such column.
  subscript(column: Column) -> CSVCell? { source.fields[column].map { cells[$0] } }

  /// Where the cell of `column` begins, or the row where there is no such column.
  func place(_ column: Column) -> Place {
    let position = self[column]?.position ?? cells.position
    return Place(file: source.file, line: position.line, column: position.column)
  }

  /// The row's place in words, as `line 3 of teams.csv`.
  var `where`: String { "line \(cells.position.line) of \(source.file)" }

  /// Where the row begins.
  var place: Place {
    Place(file: source.file, line: cells.position.line, column: cells.position.column)
  }
}

/// A file that holds a table: its name and which field holds which column.
final class TableSource<Column: TableColumn> {
  let file: String
  let fields: [Column: Int]
  /// How the file is written.
  let form: TableForm
  /// Every column of the header by its name in lower case, known or not.
  let headers: [(name: String, field: Int)]

  init(file: String, table: CSVTable) {
    self.file = file
    form = table.form
    headers = TableHeader.names(of: table.header)
    var fields: [Column: Int] = [:]
    for (name, field) in headers {
      guard let column = Column(rawValue: name), fields[column] == nil else { continue }
      fields[column] = field
    }
    self.fields = fields
  }
}

extension CSVCell {
  /// The text without spaces around it.
  var trimmedText: String { CellText.trimmed(text) }
}
