/// The rules that forbid two options at once, together.
struct ConflictRules {
  private let rules: [any ConflictRule]
  private let isFixed: [Bool]

  init(_ problem: VisitsProblem) {
    isFixed = problem.isFixed
    rules = [
      OneVisitPerFacilitatorPerDay(problem), FacilitatorWithinReach(problem),
      OneVisitPerPersonPerDay(problem),
      OneVisitPerRoom(problem),
    ]
  }

  /// Whether some rule forbids `a` and `b` at once; of two fixed visits none does, whatever they break.
  func forbid(_ a: Int, _ b: Int) -> Bool {
    !(isFixed[a] && isFixed[b]) && rules.contains { $0.forbids(a, b) }
  }

  /// Rows of all rules that `usage` breaks.
  ///
  /// Fixed visits are left out of them: what clashes with one has no column, and fixed ones never clash.
  func rows(brokenBy usage: [Double], tolerance: Double = 1e-6) -> [CouplingRow] {
    var open = usage
    for option in open.indices where isFixed[option] { open[option] = 0 }
    return rules.flatMap { $0.rows(brokenBy: open, tolerance: tolerance) }.map { row in
      var row = row
      row.options.removeAll { isFixed[$0] }
      return row
    }
  }
}
