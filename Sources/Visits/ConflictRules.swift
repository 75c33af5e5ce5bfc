import Domain
import Opportunities

/// The rules that forbid two options at once, together, as flat arrays.
struct ConflictRules {
  /// The rules that have cliques.
  private static var rules: [any CliqueRule.Type] {
    [OneVisitPerFacilitatorPerDay.self, OneVisitPerPersonPerDay.self, OneVisitPerRoom.self]
  }

  /// The options of each clique.
  let cliques: FlatLists
  /// The cliques of each option.
  let cliquesOf: FlatLists
  let reach: FacilitatorWithinReach
  private let ruleOf: [Rule]
  private let isFixed: [Bool]

  init(_ problem: VisitsProblem) {
    var lists: [[Int]] = []
    var ruleOf: [Rule] = []
    for rule in Self.rules {
      let own = rule.cliques(problem)
      lists += own
      ruleOf += Array(repeating: rule.rule, count: own.count)
    }
    cliques = FlatLists(lists)
    cliquesOf = cliques.inverse(count: problem.options.count)
    reach = FacilitatorWithinReach(problem)
    self.ruleOf = ruleOf
    isFixed = problem.isFixed
  }

  /// Whether some rule forbids `a` and `b` at once; of two fixed visits none does, whatever they break.
  func forbid(_ a: Int, _ b: Int) -> Bool {
    if isFixed[a], isFixed[b] { return false }
    return shareClique(a, b) || reach.forbids(a, b)
  }

  /// The rules that forbid `a` and `b` at once, fixed or not, in the order of Domain.
  func rules(forbidding a: Int, _ b: Int) -> [Rule] {
    let shared = cliquesOf[a].filter(cliquesOf[b].contains).map { ruleOf[Int($0)] }
    let broken = Set(shared + (reach.forbids(a, b) ? [FacilitatorWithinReach.rule] : []))
    return Rule.allCases.filter(broken.contains)
  }

  private func shareClique(_ a: Int, _ b: Int) -> Bool {
    var (i, j) = (cliquesOf.starts[a], cliquesOf.starts[b])
    let (iEnd, jEnd) = (cliquesOf.starts[a + 1], cliquesOf.starts[b + 1])
    while i < iEnd, j < jEnd {
      let (x, y) = (cliquesOf.members[i], cliquesOf.members[j])
      if x == y { return true }
      if x < y { i += 1 } else { j += 1 }
    }
    return false
  }

  /// Rows of all rules that `usage` (how much of each option is chosen, 0 to 1) breaks by more than `tolerance`; at
  /// least one where it is whole and breaks a rule.
  ///
  /// Fixed visits are left out of them: what clashes with one has no column, and fixed ones never clash.
  func rows(brokenBy usage: [Double], tolerance: Double = 1e-6) -> [CouplingRow] {
    let used = usage.indices.filter { usage[$0] > tolerance && !isFixed[$0] }
    var totals = [Double](repeating: 0, count: cliques.count)
    for option in used {
      for clique in cliquesOf[option] { totals[Int(clique)] += usage[option] }
    }
    var rows: [CouplingRow] = []
    for clique in totals.indices where totals[clique] > 1 + tolerance {
      let options = cliques[clique].map(Int.init).filter { !isFixed[$0] }
      rows.append(CouplingRow(rule: ruleOf[clique], options: options, limit: 1))
    }
    for var row in reach.rows(brokenBy: usage, used: used, tolerance: tolerance) {
      row.options.removeAll { isFixed[$0] }
      rows.append(row)
    }
    return rows
  }
}
