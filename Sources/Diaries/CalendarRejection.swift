/// Why a calendar was not taken: every fault, by line.
public struct CalendarRejection: Error, Sendable, Equatable {
  /// At least one, by line.
  public var faults: [CalendarFault]

  /// A rejection.
  public init(faults: [CalendarFault]) { self.faults = faults }
}

/// Something wrong or odd in a calendar. Neither text repeats what the file says, except the name of a time zone.
public struct CalendarFault: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The line in the file, from 1.
  public var line: Int
  /// What is wrong, as a clause.
  public var what: String
  /// What to do about it, as a clause.
  public var whatToDo: String

  /// A fault.
  public init(line: Int, what: String, whatToDo: String) {
    self.line = line
    self.what = what
    self.whatToDo = whatToDo
  }

  /// `line 12: what is wrong; what to do`.
  public var description: String { "line \(line): \(what); \(whatToDo)" }

  /// By line, then by words.
  public static func < (a: Self, b: Self) -> Bool {
    if a.line != b.line { return a.line < b.line }
    return (a.what + a.whatToDo).utf8.lexicographicallyPrecedes((b.what + b.whatToDo).utf8)
  }
}
