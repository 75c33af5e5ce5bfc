import Domain
import Opportunities

/// At most `limit` of some options are chosen; what is above may cost instead, where `excessCost` says so.
struct CouplingRow {
  /// The rule the row enforces; `nil` for a row that prices a preference.
  var rule: Rule?
  /// Numbers of the options, ascending.
  var options: [Int]
  /// How many of them may be chosen.
  var limit: Int
  /// The price of each one above the limit in minutes; `nil` where none may be.
  var excessCost: Int?

  /// The row over what is not fixed: fixed visits use what they use, and the rest has what is left, never less than
  /// nothing.
  func lessFixed(_ isFixed: [Bool]) -> CouplingRow {
    var row = self
    row.options = options.filter { !isFixed[$0] }
    row.limit = max(0, limit - (options.count - row.options.count))
    return row
  }
}

/// A rule that puts rows on options of several visits from the start.
protocol RowRule {
  static var rule: Rule { get }
  static func rows(_ problem: VisitsProblem) -> [CouplingRow]
}

/// A rule that forbids two options at once; its rows are added when a solution breaks them.
protocol ConflictRule {
  static var rule: Rule { get }
  /// Prepares the rule for a problem.
  init(_ problem: VisitsProblem)
  /// Whether `a` and `b` cannot both be chosen; symmetric.
  func forbids(_ a: Int, _ b: Int) -> Bool
  /// Rows that every plan keeps and that `usage` (how much of each option is chosen, 0 to 1) breaks by more
  /// than `tolerance`; at least one where `usage` is whole and breaks the rule.
  func rows(brokenBy usage: [Double], tolerance: Double) -> [CouplingRow]
}
