public import Domain

/// A table as one file shows it by itself, before anybody knows the programme's other tables.
public struct LoneTable: Sendable, Equatable {
  /// Which table.
  public var kind: TableKind
  /// The rows that the file gives and those that it takes away, in the order of the file.
  public var rows: [LoneRow]
  /// What is odd but no reason to refuse, sorted by line and column.
  public var warnings: [Diagnostic]
  /// How the file was read where that is not the usual way, each a sentence.
  public var notes: [String] = []
  /// Whether the rows are somebody's calendar, or a room's, and all that it says: what an earlier file of the same name
  /// said besides is no longer so.
  public var isCalendar = false
  /// Whether the file says more of people's days than its rows do, as a calendar does and a diary with notes; that is to
  /// be kept nowhere, so nor is the file.
  public var saysMore = false

  /// The columns of a table in canonical order, which is that of each row's cells.
  ///
  /// A column that is added to a table one day comes last, so that cells kept by somebody stay where they are.
  public static func columns(of kind: TableKind) -> [String] { kind.columns.all }

  /// The columns without which a table cannot be read.
  public static func requiredColumns(of kind: TableKind) -> [String] { kind.columns.required }
}

/// A row of a table that was read by itself.
public struct LoneRow: Sendable, Equatable {
  /// What the row is about, canonically written: a newer row with the same subject replaces it. A person's id, say; of a
  /// meeting the team, the weekday and the time it begins.
  public var subject: [String]
  /// Whether the row takes away what has this subject; then it has no cells.
  public var isRemoval: Bool
  /// The text of each known column in canonical order, blank where the file has none. Dates are ISO once it is known
  /// how the programme writes them, times `HH:MM`.
  public var cells: [String]
  /// Columns of teams.csv that counterpart does not know, which `keep_apart` may name: those that are not blank,
  /// sorted by name.
  public var others: [NamedCell]
  /// The line of the file, from 1.
  public var line: Int
}

/// A cell and the name of its column.
public struct NamedCell: Sendable, Hashable {
  /// The column's name in lower case.
  public var name: String
  /// The cell without spaces around it.
  public var text: String

  /// A cell.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// programme.yaml as it shows by itself.
public struct LoneSettings: Sendable, Equatable {
  /// What it says.
  public var settings: Settings
  /// How the programme's files are written.
  public var conventions: FileConventions
  /// The text, without a byte order mark.
  public var text: String
  /// What is odd but no reason to refuse.
  public var warnings: [Diagnostic]
}
