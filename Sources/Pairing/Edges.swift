import Domain

/// The admissible pairs among the teams that are free to be paired: the edges of the matching.
struct Edges {
  /// The team of each node, as a position among all teams by id; ascending.
  let nodes: [Int]
  /// One an edge, sorted by id of the pair.
  let figures: [PairFigures]
  /// One an edge.
  let scores: [Score]
  private let tails: [Int32]
  private let heads: [Int32]

  /// Every pair of `nodes` that all rules admit.
  init(
    _ problem: PairingProblem, nodes: [Int], gains: Gains, rules: [any EdgeRule]
  ) throws(PairingRefusal) {
    self.nodes = nodes
    var figures: [PairFigures] = []
    var scores: [Score] = []
    var tails: [Int32] = []
    var heads: [Int32] = []
    for tail in nodes.indices {
      for head in nodes.indices.dropFirst(tail + 1) {
        let pair = problem.figures(nodes[tail], nodes[head], gains)
        guard rules.allSatisfy({ $0.admits(pair) }) else { continue }
        scores.append(try problem.score(pair))
        figures.append(pair)
        tails.append(Int32(tail))
        heads.append(Int32(head))
      }
    }
    self.figures = figures
    self.scores = scores
    self.tails = tails
    self.heads = heads
  }

  /// Every three nodes any two of which are an edge, as positions among all teams, in order.
  var triangles: [[Int]] {
    let count = nodes.count
    var isEdge = Array(repeating: false, count: count * count)
    for edge in scores.indices { isEdge[Int(tails[edge]) * count + Int(heads[edge])] = true }
    var triangles: [[Int]] = []
    for edge in scores.indices {
      let (a, b) = (Int(tails[edge]), Int(heads[edge]))
      for c in nodes.indices.dropFirst(b + 1) where isEdge[a * count + c] && isEdge[b * count + c] {
        triangles.append([nodes[a], nodes[b], nodes[c]])
      }
    }
    return triangles
  }

  /// The matching over these edges at the given price of a team left alone, with one of the trios that `admitsTrio`
  /// lets be made; `nil` lets none.
  func matchingProblem(
    unpairedPrice: Int, sideRows: [SideRow], admitsTrio: ((Trio) -> Bool)?
  ) -> MatchingProblem {
    var problem = MatchingProblem(
      nodeCount: nodes.count, tails: tails, heads: heads, weights: scores.map(\.units),
      penalty: unpairedPrice, sideRows: sideRows)
    if let admitsTrio { problem.trios = TrioTable(problem, admits: admitsTrio) }
    return problem
  }
}
