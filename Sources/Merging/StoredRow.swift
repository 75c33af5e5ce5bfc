/// A row of a programme's tables as a database keeps it: strings only.
public struct StoredRow: Sendable, Hashable {
  /// The table's file name, as in `people.csv`; `programme.yaml` for the settings, which are one row with an empty key
  /// and the whole text as its cell.
  public var table: String
  /// What names the row in its table, its parts separated by `|` (see `RowKey`).
  public var key: String
  /// Where it came from: the file's name without folder and ending, in lower case. In availability.csv, and nowhere
  /// else, rows of one key and several sources may stand side by side.
  public var source: String
  /// The text of each column in the order of `LoneTable.columns(of:)`; in teams.csv then one cell `name␟text` for each
  /// further column that is not blank, sorted by name, with U+001F between name and text, which no file can hold.
  public var cells: [String]

  /// A row.
  public init(table: String, key: String, source: String, cells: [String]) {
    self.table = table
    self.key = key
    self.source = source
    self.cells = cells
  }

  /// The `table` of the row that holds programme.yaml.
  public static let settingsTable = "programme.yaml"
}

/// One step from a programme's rows before a file to those after it.
///
/// A row is told by its table, key and source. Steps of one file are to be taken in their order: where a row changes
/// its source, it is removed before it is inserted.
public enum RowChange: Sendable, Hashable {
  /// The row is new.
  case insert(StoredRow)
  /// The row of this table, key and source has these cells from now on.
  case replace(StoredRow)
  /// The row, as it was, is no longer there.
  case remove(StoredRow)
}
