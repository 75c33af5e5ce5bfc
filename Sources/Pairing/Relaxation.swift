import Domain

/// Finds, for a team without a partner, the one setting whose change would give it one at the least loss of score.
///
/// A pair that a single rule bars is let in once that rule gives way far enough; then a matching that leaves one team
/// less alone may exist, through that pair and perhaps others that swap partners. How far is found by bisection, each
/// step a matching in which only the teams left alone count.
struct Relaxation {
  private struct BarredPair {
    let tail: Int
    let head: Int
    let level: Int
    let figures: PairFigures
    let score: Int
  }

  /// What one setting does for a team.
  private struct Change {
    let sentence: String
    let value: Int
  }

  private let problem: PairingProblem
  private let nodes: [Int]
  private let rules: [any EdgeRule]
  private let budget: TravelBudget?
  private let whole: MatchingProblem
  private let aloneNow: Int
  private let isOver: () -> Bool
  /// By rule, the pairs that it alone bars, the least concession first.
  private let barred: [[BarredPair]]

  /// Looks at all pairs of `edges` that are no edges; `matching` is the best over those that are.
  init(
    _ problem: PairingProblem, _ edges: Edges, _ whole: MatchingProblem, _ matching: Matching,
    gains: Gains, rules: [any EdgeRule], budget: TravelBudget?, isOver: @escaping () -> Bool
  ) {
    self.isOver = isOver
    self.budget = budget
    self.problem = problem
    nodes = edges.nodes
    self.rules = rules
    self.whole = whole
    aloneNow = edges.nodes.indices.count { matching.isAlone($0) }
    var barred = [[BarredPair]](repeating: [], count: rules.count)
    for tail in nodes.indices {
      for head in nodes.indices.dropFirst(tail + 1) {
        let figures = problem.figures(nodes[tail], nodes[head], gains)
        let against = rules.indices.filter { !rules[$0].admits(figures) }
        guard against.count == 1, let level = rules[against[0]].concession(for: figures),
          let score = try? problem.score(figures)
        else { continue }
        barred[against[0]].append(
          BarredPair(tail: tail, head: head, level: level, figures: figures, score: score.units))
      }
    }
    self.barred = barred.map { pairs in
      pairs.sorted { ($0.level, $0.tail, $0.head) < ($1.level, $1.tail, $1.head) }
    }
  }

  /// The cheapest change for `node`, which is left alone, in words; `nil` where no single one helps, or time ran out.
  func sentence(for node: Int) -> String? {
    var best: Change?
    for rule in rules.indices {
      guard let change = change(of: rule, for: node) else { continue }
      if best.map({ change.value > $0.value }) ?? true { best = change }
    }
    if let change = changeOfBudget(for: node), best.map({ change.value > $0.value }) ?? true { best = change }
    return best?.sentence
  }

  /// Budgets are tried in steps of a quarter of an hour.
  private static let budgetStep = 15

  private func changeOfBudget(for node: Int) -> Change? {
    guard let budget, let row = whole.sideRows.first else { return nil }
    let step = Self.budgetStep
    func bound(_ steps: Int) -> Int { (row.bound / step + steps) * step }
    // So much no pairing travels.
    var high = nodes.count * (row.coefficients.max() ?? 0) / step + 1
    guard helps([], node, bound: bound(high)) != nil else { return nil }
    var low = 1
    while low < high {
      let middle = (low + high) / 2
      if helps([], node, bound: bound(middle)) == nil { low = middle + 1 } else { high = middle }
    }
    guard let partners = helps([], node, bound: bound(high)),
      let own = partners.first(where: { $0.contains(node) })
    else { return nil }
    let hours = Hundredths.above((bound(high) + budget.usedByForced) * 10_000 / 60)
    return Change(
      sentence: "with travel_budget_hours \(hours), \(PairID(own.map(team))) can be paired",
      value: MatchingSolver(
        wider([], isCounting: false, favouring: nil, bound: bound(high)), control: .init(isOver: isOver)
      ).value)
  }

  private func change(of rule: Int, for node: Int) -> Change? {
    let pairs = barred[rule]
    // Only the numbers of pairs at which the concession grows make a difference.
    let steps = pairs.indices.filter { $0 + 1 == pairs.count || pairs[$0 + 1].level > pairs[$0].level }
    var (low, high) = (0, steps.count - 1)
    guard high >= 0, helps(pairs, node) != nil else { return nil }
    while low < high {
      let middle = (low + high) / 2
      if helps(Array(pairs[...steps[middle]]), node) == nil { low = middle + 1 } else { high = middle }
    }
    let admitted = Array(pairs[...steps[high]])
    guard let partners = helps(admitted, node) else { return nil }
    let used = admitted.filter { partners.contains([$0.tail, $0.head]) }
    let own = used.first { $0.tail == node || $0.head == node }
    guard let named = own ?? used.first else { return nil }
    let relaxed = MatchingSolver(
      wider(admitted, isCounting: false, favouring: nil), control: .init(isOver: isOver))
    let wording = rules[rule].wording(conceding: admitted[admitted.count - 1].level, to: named.figures)
    let others = used.count > 1 ? ", and \(counted(used.count - 1, "pair")) more" : ""
    return Change(
      sentence: "with \(wording), \(PairID([team(named.tail), team(named.head)])) can be paired"
        + (own == nil ? " and \(team(node)) gets a partner whom that sets free" : others),
      value: relaxed.value)
  }

  /// The trio with which nobody would be left, of an odd number of teams of which one is; `nil` where there is none.
  var trio: PairID? {
    var counting = MatchingProblem(
      nodeCount: whole.nodeCount, tails: whole.tails, heads: whole.heads, weights: whole.weights,
      penalty: MatchingProblem.dominatingPenalty(
        nodeCount: whole.nodeCount, weights: whole.weights, allowsTrio: true), sideRows: whole.sideRows)
    counting.trios = TrioTable(counting) { problem.admits($0, among: nodes, exactly: false) }
    let solver = MatchingSolver(counting, control: .init(isOver: isOver))
    guard let trio = solver.incumbent.trio, !nodes.indices.contains(where: solver.incumbent.isAlone) else {
      return nil
    }
    return PairID(trio.nodes.map(team))
  }

  private func team(_ node: Int) -> TeamID { problem.teams[nodes[node]].id }

  /// The partners of a matching that leaves fewer alone, and not `node`, once `pairs` may be made; `nil` where there
  /// is none.
  private func helps(_ pairs: [BarredPair], _ node: Int, bound: Int? = nil) -> [[Int]]? {
    let counting = wider(pairs, isCounting: true, favouring: node, bound: bound)
    if let row = counting.sideRows.first {
      guard let fewest = FewestAlone(counting, row, insisting: node, isOver: isOver),
        fewest.count < aloneNow
      else { return nil }
      return fewest.matching.partners(in: counting)
    }
    // Having the one in question counts more than all the others, so it is had wherever it can be.
    let target = nodes.count - (aloneNow - 1)
    let solver = MatchingSolver(counting, control: .init(isOver: isOver, target: target))
    return solver.value >= target ? solver.incumbent.partners(in: counting) : nil
  }

  /// The problem with `pairs` among its edges; counting, all that counts is who is left alone.
  private func wider(_ pairs: [BarredPair], isCounting: Bool, favouring node: Int?, bound: Int? = nil)
    -> MatchingProblem
  {
    var entries = whole.weights.indices.map {
      (tail: Int(whole.tails[$0]), head: Int(whole.heads[$0]), weight: whole.weights[$0], edge: $0)
    }
    entries += pairs.map { ($0.tail, $0.head, $0.score, -1) }
    entries.sort { ($0.tail, $0.head) < ($1.tail, $1.head) }
    var wider = MatchingProblem(
      nodeCount: whole.nodeCount, tails: entries.map { Int32($0.tail) },
      heads: entries.map { Int32($0.head) },
      weights: entries.map { entry in
        isCounting ? (entry.tail == node || entry.head == node ? nodes.count : 0) : entry.weight
      },
      penalty: isCounting ? 1 : whole.penalty,
      sideRows: whole.sideRows.map { row in
        SideRow(
          coefficients: entries.map { entry in
            guard entry.edge < 0 else { return row.coefficients[entry.edge] }
            return problem.drive(nodes[entry.tail], nodes[entry.head]).minutes.count
          }, bound: bound ?? row.bound)
      })
    if !isCounting { wider.trios = whole.trios }
    return wider
  }
}
