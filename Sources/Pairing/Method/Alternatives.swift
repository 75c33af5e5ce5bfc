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
    let part: Part
    /// The best partners without it, each two or three nodes ascending, in order.
    let partners: [[Int]]
    /// What they are worth, nodes left alone included.
    let value: Int
    /// Under `worst_first`, its least weight.
    let leastWeight: Int?
  }

  /// In the order of the parts: edges, then the trio; a part whose best alternative was not proven has none.
  private(set) var found: [Alternative] = []

  /// Problems tried by search in all: a limit that does not depend on the machine.
  private static let searchNodes = 20_000

  /// The alternatives to the proven optimum of `problem`; `admits` has the last word on a trio that would be made.
  init(
    to outcome: MatchingOutcome, of problem: MatchingProblem, fairness: Fairness,
    isOver: @escaping () -> Bool, admits: (Trio) -> Bool
  ) {
    var parts = outcome.matching.taken(in: problem).map(Part.edge)
    if let trio = outcome.matching.trio { parts.append(.trio(trio)) }
    var whole = problem
    var last = outcome.solver
    var nodes = Self.searchNodes
    for part in parts {
      while nodes > 0, !isOver() {
        let reduced: MatchingProblem
        let next: MatchingOutcome
        if let solver = last,
          let warm = MatchingSolver(
            whole.without(part), after: solver, bound: outcome.bound, control: .init(isOver: isOver))
        {
          reduced = warm.problem
          last = warm
          next = MatchingOutcome(warm)
        } else {
          reduced = whole.dropping(part)
          next = MatchingOutcome(reduced, fairness: fairness, PairingOptions(isOver: isOver))
        }
        nodes -= next.effort.searchNodes
        guard next.isProven else { break }
        if let trio = next.matching.trio, !admits(trio) {
          whole = whole.without(trio: trio)
          continue
        }
        found.append(
          Alternative(
            part: part, partners: next.matching.partners(in: reduced), value: next.value,
            leastWeight: next.leastWeight))
        break
      }
    }
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
