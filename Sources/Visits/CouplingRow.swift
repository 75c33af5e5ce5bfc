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

  /// Whether no two of the options can be chosen.
  var isPacking: Bool { limit == 1 && excessCost == nil }

  /// The row over what is not fixed: fixed visits use what they use, and the rest has what is left, never less than
  /// nothing. A row on people or rooms keeps the options of those whose people and rooms are open.
  func lessFixed(_ problem: VisitsProblem) -> CouplingRow {
    let stays = rule?.isOfPeopleOrRooms ?? false ? problem.isRigid : problem.isFixed
    var row = self
    row.options = options.filter { !stays[$0] }
    let using = Set(options.filter { stays[$0] }.map { problem.visitOf[$0] })
    row.limit = max(0, limit - using.count)
    return row
  }
}

extension Rule {
  /// Whether it depends on who comes to a visit, or on its rooms, and not on its day and facilitator alone.
  var isOfPeopleOrRooms: Bool {
    self == OneVisitPerPersonPerDay.rule || self == OneVisitPerRoom.rule || self == PersonDayLimit.rule
  }
}

/// A rule that puts rows on options of several visits from the start.
protocol RowRule {
  static var rule: Rule { get }
  static func rows(_ problem: VisitsProblem) -> [CouplingRow]
}

/// A rule that forbids any two options of a clique at once; a clique becomes a row when a solution breaks it.
protocol CliqueRule {
  static var rule: Rule { get }
  /// Options no two of which can be chosen, each list ascending; every two options that the rule forbids at once are
  /// in one of them.
  static func cliques(_ problem: VisitsProblem) -> [[Int]]
}

extension VisitsProblem {
  /// The rows of every limit on weeks, facilitators and people, whatever is fixed.
  var limitRows: [CouplingRow] {
    WeeklyLimit.rows(self) + FacilitatorWeeklyLimit.rows(self) + FacilitatorTotalLimit.rows(self)
      + PersonDayLimit.rows(self)
  }
}
