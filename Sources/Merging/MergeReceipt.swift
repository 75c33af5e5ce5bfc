public import Domain
public import Intake

/// What a file did to a programme, for whoever sent it.
public struct MergeReceipt: Sendable, Equatable {
  /// The file's name.
  public var file: String
  /// What became of the rows, table by table.
  public var counts: [TableCount]
  /// What the file took away by `_remove`, by key.
  public var removed: [String] = []
  /// What the file was to take away and nobody knows, by key.
  public var notRemoved: [String] = []
  /// What was in the table before, is not in the file, and is kept, by key.
  public var kept: [String] = []
  /// Whose rows an earlier file of the same name had, and this one has not.
  public var leftOut: [String] = []
  /// How the diaries that the file is about are read.
  public var readings: [DiarySummary] = []
  /// How somebody without rows is read.
  public var emptyDiaryCountsAs: NoDiary = .assumeFree
  /// What else should be known, each a sentence or more.
  public var notes: [String] = []
  /// What is odd about the file.
  public var warnings: [Diagnostic]
  /// How the programme as a whole stands; `nil` where nobody looked.
  public var completeness: Completeness?

  /// A receipt.
  public init(file: String, counts: [TableCount], warnings: [Diagnostic]) {
    self.file = file
    self.counts = counts
    self.warnings = warnings
  }
}

/// What became of a table's rows.
public struct TableCount: Sendable, Equatable {
  /// The table's file name, or `programme.yaml`.
  public var table: String
  /// Rows that were not there.
  public var added = 0
  /// Rows that were there with other values.
  public var changed = 0
  /// Rows that were there as they are.
  public var unchanged = 0
  /// Rows that are no longer there.
  public var removed = 0

  /// Nothing yet.
  public init(table: String) { self.table = table }
}
