/// Which columns of the first relaxation are basic beside the edges of a matching, so that its duals are sensible.
///
/// A basis is a spanning forest with one extra in each tree: a node's being left alone, or an edge that closes an odd
/// cycle. The price of a node alone outweighs everything and would run through all duals of its tree, so pairs are
/// linked to each other, by the edges that beat their halves by most, and closed by an edge where one closes oddly.
struct StartBasis {
  /// Positions in the pool of the edges that link and close, which the matching does not have.
  private(set) var links: [Int] = []
  /// Nodes whose being left alone is basic.
  private(set) var alone: [Int] = []

  /// The basis around `start`, which leaves a trio out, over the edges `pool`.
  init(_ problem: MatchingProblem, pool: [Int], start: Matching) {
    let count = problem.nodeCount
    var half = Array(repeating: 0, count: count)
    var trees = DisjointSets(count: count)
    var neighbours = [[Int]](repeating: [], count: count)
    for edge in start.taken(in: problem) {
      let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
      half[u] = problem.weights[edge] / 2
      half[v] = problem.weights[edge] / 2
      trees.join(u, v)
      neighbours[u].append(v)
      neighbours[v].append(u)
    }
    let surplus = pool.map {
      problem.weights[$0] - half[Int(problem.tails[$0])] - half[Int(problem.heads[$0])]
    }
    let order = pool.indices
      .filter { position in
        let (u, v) = (Int(problem.tails[pool[position]]), Int(problem.heads[pool[position]]))
        return start.edges[u] != nil && start.edges[v] != nil && start.edges[u] != pool[position]
      }
      .sorted { (surplus[$1], $0) < (surplus[$0], $1) }
    var closing: [Int] = []
    for position in order {
      let (u, v) = (Int(problem.tails[pool[position]]), Int(problem.heads[pool[position]]))
      guard trees.join(u, v) else {
        closing.append(position)
        continue
      }
      neighbours[u].append(v)
      neighbours[v].append(u)
      links.append(position)
    }
    // On which side each node of a tree is: an edge within one side closes an odd cycle.
    var side = Array(repeating: 0, count: count)
    for first in 0..<count where start.edges[first] != nil && side[first] == 0 {
      side[first] = 1
      var open = [first]
      while let node = open.popLast() {
        for other in neighbours[node] where side[other] == 0 {
          side[other] = -side[node]
          open.append(other)
        }
      }
    }
    var isClosed = Array(repeating: false, count: count)
    for position in closing {
      let (u, v) = (Int(problem.tails[pool[position]]), Int(problem.heads[pool[position]]))
      let tree = trees.root(u)
      guard side[u] == side[v], !isClosed[tree] else { continue }
      isClosed[tree] = true
      links.append(position)
    }
    // Whoever is alone is a tree of its own.
    alone = (0..<count).filter { !start.isInTrio($0) && trees.root($0) == $0 && !isClosed[$0] }
  }
}
