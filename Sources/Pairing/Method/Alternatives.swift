import Domain

/// The best matching without each edge, and without the trio, of an optimal one: what each is worth to the whole.
struct Alternatives {
  /// An edge or a trio of the optimum.
  enum Part: Equatable {
    case edge(Int)
    case trio(Trio)
  }

  /// What there is without one part.
  struct Alternative {
    var part: Part
    /// The best partners without it, each two or three nodes ascending, in order.
    let partners: [[Int]]
    /// What they are worth, nodes left alone included.
    let value: Int
    /// Under `worst_first`, its least weight.
    let leastWeight: Int?
  }

  /// In the order of the parts: edges, then the trio; a part whose best alternative was not proven has none.
  private(set) var found: [Alternative] = []

  /// The alternatives to the proven optimum of `problem`; `admits` has the last word on a trio that would be made.
  init(
    to outcome: MatchingOutcome, of problem: MatchingProblem, fairness: Fairness,
    isOver: @escaping () -> Bool, admits: (Trio) -> Bool
  ) {
    var parts = outcome.matching.taken(in: problem).map(Part.edge)
    if let trio = outcome.matching.trio { parts.append(.trio(trio)) }
    var alternatives = [Alternative?](repeating: nil, count: parts.count)
    var open = Array(parts.indices)
    if fairness == .total, problem.trios == nil, problem.sideRows.isEmpty,
      let certificate = outcome.certificate
    {
      for count in Self.nearEdgesPerNode.map({ $0 * problem.nodeCount }) where count < problem.edgeCount {
        let near = NearEdges(problem, certificate: certificate, count: count)
        let position = Dictionary(uniqueKeysWithValues: near.edges.enumerated().map { ($1, $0) })
        let solver = MatchingSolver(near.problem, control: .init(isOver: isOver))
        var chain = Chain(
          solver, near.problem, bound: outcome.bound, least: near.least, fairness, isOver)
        for place in open {
          guard case .edge(let edge) = parts[place], let near = position[edge] else { continue }
          alternatives[place] = chain.alternative(to: .edge(near), from: nil, admits: admits)
          alternatives[place]?.part = parts[place]
        }
        open.removeAll { alternatives[$0] != nil }
      }
    }
    var chain = Chain(outcome.solver, problem, bound: outcome.bound, least: nil, fairness, isOver)
    for place in open {
      alternatives[place] = chain.alternative(
        to: parts[place], from: outcome.matching.exchanging(parts[place], in: problem), admits: admits)
    }
    found = alternatives.compactMap { $0 }
  }

  /// Most alternatives are nearly as good, and can be had over few edges: so many a node are tried before all.
  private static let nearEdgesPerNode = [4, 16]
}

/// Solves for one alternative after the other, each from where the last was left.
private struct Chain {
  private var whole: MatchingProblem
  private var last: MatchingSolver?
  private let bound: Int
  /// What is worth less is none.
  private let least: Int?
  private let fairness: Fairness
  private let isOver: () -> Bool
  /// What an alternative under side rows counts for, beside its search.
  private static let nodesPerSideRows = 150

  /// Problems that may still be tried by search: a limit that does not depend on the machine.
  private var searchNodes = 10_000

  init(
    _ solver: MatchingSolver?, _ problem: MatchingProblem, bound: Int, least: Int?, _ fairness: Fairness,
    _ isOver: @escaping () -> Bool
  ) {
    whole = problem
    last = solver
    self.bound = bound
    self.least = least
    self.fairness = fairness
    self.isOver = isOver
  }

  /// The best without `part`, beginning from `start`; `nil` where none was proven.
  mutating func alternative(
    to part: Alternatives.Part, from start: Matching?, admits: (Trio) -> Bool
  ) -> Alternatives.Alternative? {
    while searchNodes > 0, !isOver() {
      let reduced: MatchingProblem
      let next: MatchingOutcome
      if let solver = last,
        let warm = MatchingSolver(
          whole.without(part), after: solver, bound: bound, start: start,
          control: .init(isOver: isOver, least: least))
      {
        reduced = warm.problem
        last = warm
        next = MatchingOutcome(warm)
      } else {
        reduced = whole.dropping(part)
        next = MatchingOutcome(reduced, fairness: fairness, PairingOptions(isOver: isOver))
      }
      searchNodes -= next.effort.searchNodes + (whole.sideRows.isEmpty ? 0 : Self.nodesPerSideRows)
      guard next.isProven, least.map({ next.value >= $0 }) ?? true else { return nil }
      if let trio = next.matching.trio, !admits(trio) {
        whole = whole.without(trio: trio)
        continue
      }
      return Alternatives.Alternative(
        part: part, partners: next.matching.partners(in: reduced), value: next.value,
        leastWeight: next.leastWeight)
    }
    return nil
  }
}

extension MatchingProblem {
  /// The same problem with one part worthless, edge by edge the same.
  fileprivate func without(_ part: Alternatives.Part) -> MatchingProblem {
    switch part {
    case .edge(let edge): without(edge: edge)
    case .trio(let trio): without(trio: trio)
    }
  }

  /// The same problem without one part at all, so that its weight is none of those that may be the least.
  fileprivate func dropping(_ part: Alternatives.Part) -> MatchingProblem {
    switch part {
    case .edge(let edge): keeping(weights.indices.filter { $0 != edge }, trios: trios)
    case .trio(let trio): without(trio: trio)
    }
  }
}
