/// The rules that forbid two options at once, together.
struct ConflictRules {
  private let rules: [any ConflictRule]

  init(_ problem: VisitsProblem) {
    rules = [
      OneVisitPerFacilitatorPerDay(problem), FacilitatorWithinReach(problem),
      OneVisitPerPersonPerDay(problem),
      OneVisitPerRoom(problem),
    ]
  }

  /// Whether some rule forbids `a` and `b` at once.
  func forbid(_ a: Int, _ b: Int) -> Bool { rules.contains { $0.forbids(a, b) } }

  /// Rows of all rules that `usage` breaks.
  func rows(brokenBy usage: [Double], tolerance: Double = 1e-6) -> [CouplingRow] {
    rules.flatMap { $0.rows(brokenBy: usage, tolerance: tolerance) }
  }
}
