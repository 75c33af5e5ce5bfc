import Domain

/// Something wrong or odd in a file: where, what, and what to do about it.
public struct Diagnostic: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in the line, from 1, in Unicode scalars.
  public var column: Int
  /// How bad it is.
  public var severity: Severity
  /// What is wrong.
  public var what: String
  /// What to do about it.
  public var whatToDo: String
  /// What another file can still bring, so that this is no longer wrong; `nil` where none can.
  public var awaits: Awaited?

  /// A diagnostic.
  public init(
    file: String, line: Int, column: Int, severity: Severity, what: String, whatToDo: String,
    awaits: Awaited? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.what = what
    self.whatToDo = whatToDo
    self.awaits = awaits
  }

  /// `file:line:column: error: what; what to do`, on one line whatever is in the file.
  public var description: String {
    "\(file):\(line):\(column): \(severity.rawValue): \(what); \(whatToDo)".onOneLine
  }

  /// By file (byte order), line and column; errors before warnings, then by words.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    if (a.line, a.column) != (b.line, b.column) { return (a.line, a.column) < (b.line, b.column) }
    if a.severity != b.severity { return a.severity == .error }
    return (a.what + a.whatToDo).utf8.lexicographicallyPrecedes((b.what + b.whatToDo).utf8)
  }
}

/// Whether a diagnostic stands in the way.
public enum Severity: String, Sendable {
  case warning, error
}
