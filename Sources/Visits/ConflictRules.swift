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
  /// Whether each clique is of people or rooms, which a fixed visit may have a choice of.
  let isOfPeopleOrRooms: [Bool]
  private let ruleOf: [Rule]
  private let isFixed: [Bool]
  private let isRigid: [Bool]

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
    isOfPeopleOrRooms = ruleOf.map(\.isOfPeopleOrRooms)
    isFixed = problem.isFixed
    isRigid = problem.isRigid
  }

  /// Whether some rule forbids `a` and `b` at once; of two fixed visits only those on people and rooms do, and none
  /// where both have no choice of them.
  func forbid(_ a: Int, _ b: Int) -> Bool {
    if isFixed[a], isFixed[b] {
      return !(isRigid[a] && isRigid[b]) && shareClique(a, b) { isOfPeopleOrRooms[$0] }
    }
    return shareClique(a, b) { _ in true } || reach.forbids(a, b)
  }

  /// Whether the option `fixed` of a fixed visit leaves no place for `other`, in whatever way it is held.
  func bars(_ fixed: Int, _ other: Int) -> Bool {
    if isRigid[fixed] { return forbid(fixed, other) }
    return !isFixed[other]
      && (shareClique(fixed, other) { !isOfPeopleOrRooms[$0] } || reach.forbids(fixed, other))
  }

  /// The rules that forbid `a` and `b` at once, fixed or not, in the order of Domain.
  func rules(forbidding a: Int, _ b: Int) -> [Rule] {
    let shared = cliquesOf[a].filter(cliquesOf[b].contains).map { ruleOf[Int($0)] }
    let broken = Set(shared + (reach.forbids(a, b) ? [FacilitatorWithinReach.rule] : []))
    return Rule.allCases.filter(broken.contains)
  }

  private func shareClique(_ a: Int, _ b: Int, where counts: (_ clique: Int) -> Bool) -> Bool {
    var (i, j) = (cliquesOf.starts[a], cliquesOf.starts[b])
    let (iEnd, jEnd) = (cliquesOf.starts[a + 1], cliquesOf.starts[b + 1])
    while i < iEnd, j < jEnd {
      let (x, y) = (cliquesOf.members[i], cliquesOf.members[j])
      if x == y, counts(Int(x)) { return true }
      if x <= y { i += 1 } else { j += 1 }
    }
    return false
  }

  /// Rows of all rules that `usage` (how much of each option is chosen, 0 to 1) breaks by more than `tolerance`; at
  /// least one where it is whole and breaks a rule.
  ///
  /// Fixed visits are left out of them, as far as they have no choice: what clashes with one has no column, and fixed
  /// ones never clash.
  func rows(brokenBy usage: [Double], tolerance: Double = 1e-6) -> [CouplingRow] {
    let used = usage.indices.filter { usage[$0] > tolerance && !isRigid[$0] }
    var totals = [Double](repeating: 0, count: cliques.count)
    for option in used {
      for clique in cliquesOf[option] where counts(option, in: Int(clique)) {
        totals[Int(clique)] += usage[option]
      }
    }
    var rows: [CouplingRow] = []
    for clique in totals.indices where totals[clique] > 1 + tolerance {
      let options = cliques[clique].map(Int.init).filter { counts($0, in: clique) }
      rows.append(CouplingRow(rule: ruleOf[clique], options: options, limit: 1))
    }
    let free = used.filter { !isFixed[$0] }
    for var row in reach.rows(brokenBy: usage, used: free, tolerance: tolerance) {
      row.options.removeAll { isFixed[$0] }
      rows.append(row)
    }
    return rows
  }

  /// Whether an option is for a clique's row to rule out.
  func counts(_ option: Int, in clique: Int) -> Bool {
    isOfPeopleOrRooms[clique] ? !isRigid[option] : !isFixed[option]
  }
}
