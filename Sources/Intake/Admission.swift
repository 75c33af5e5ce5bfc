public import Domain

/// A programme that was taken, and what its sender should know.
public struct Admission: Sendable, Equatable {
  /// The programme, complete and sorted.
  public var programme: Programme
  /// How its files are written, for whatever is read next to them.
  public var conventions: FileConventions
  /// What is odd but no reason to refuse, sorted by file, line and column.
  public var warnings: [Diagnostic]
  /// How each diary was read, sorted by owner; every person and facilitator once.
  public var readings: [DiaryReading]

  /// An admission.
  public init(
    programme: Programme, conventions: FileConventions, warnings: [Diagnostic], readings: [DiaryReading]
  ) {
    self.programme = programme
    self.conventions = conventions
    self.warnings = warnings
    self.readings = readings
  }
}

/// How the rows of one diary were understood.
public struct DiaryReading: Sendable, Equatable {
  /// Whose diary.
  public var owner: DiaryOwner
  /// How it was understood.
  public var rule: DiaryRule

  /// A reading.
  public init(owner: DiaryOwner, rule: DiaryRule) {
    self.owner = owner
    self.rule = rule
  }
}

/// The three ways to read a diary (docs/formats.md, "Availability").
public enum DiaryRule: String, Sendable, CaseIterable {
  /// A row in the window says `available`, `if_needed` or `preferred`: free only there.
  case freeOnlyInStatedRows = "free only in stated rows"
  /// Rows in the window, none of them saying so: free wherever no row says otherwise.
  case freeUnlessStated = "free unless stated"
  /// No row in the window: `no_diary` says how that is read.
  case sentNothing = "sent nothing"
}

/// Why a programme was not taken: every error, and the warnings beside them.
public struct IntakeRejection: Error, Sendable, Equatable {
  /// Sorted by file, line and column; at least one is an error.
  public var diagnostics: [Diagnostic]

  /// A rejection.
  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
