/// A matching with as many edges as possible, and the odd sets that show why there are no more.
///
/// Edmonds, Paths, trees, and flowers, Canadian Journal of Mathematics 17 (1965) 449–467: alternating trees in which
/// odd circuits shrink to their base. What the last trees reach by an even number of edges is the set D of Gallai and
/// Edmonds; each of its components is odd, a matching leaves one node of each to be paired outside or left alone, and
/// that is all that any matching can lose.
struct CardinalityMatching {
  private let nodeCount: Int
  private let adjacency: Adjacency
  /// The partner of each node; -1 where it is left alone.
  private(set) var partners: [Int]
  private var parents: [Int]
  private var bases: [Int]
  private var isEven: [Bool]

  /// Begins from `start` and goes on until no more edges fit.
  init(_ problem: MatchingProblem, start: Matching) {
    nodeCount = problem.nodeCount
    adjacency = Adjacency(problem)
    partners = (0..<problem.nodeCount).map { start.partner(of: $0, in: problem) ?? -1 }
    parents = []
    bases = []
    isEven = []
    for node in 0..<nodeCount where partners[node] < 0 { augment(from: node) }
  }

  /// How many nodes are left alone.
  var aloneCount: Int { partners.count { $0 < 0 } }

  /// The components of D with three nodes or more: odd sets whose rows, together, forbid more edges than there are.
  func oddSets() -> [OddSet] {
    var search = self
    var isInside = Array(repeating: false, count: nodeCount)
    for node in 0..<nodeCount where partners[node] < 0 {
      _ = search.grow(from: node)
      for other in 0..<nodeCount where search.isEven[other] { isInside[other] = true }
    }
    var isFound = Array(repeating: false, count: nodeCount)
    var sets: [OddSet] = []
    for node in 0..<nodeCount where isInside[node] && !isFound[node] {
      var members = [node]
      isFound[node] = true
      var first = 0
      while first < members.count {
        for place in adjacency.starts[members[first]]..<adjacency.starts[members[first] + 1] {
          let other = Int(adjacency.neighbours[place])
          if isInside[other], !isFound[other] {
            isFound[other] = true
            members.append(other)
          }
        }
        first += 1
      }
      if members.count >= 3, members.count % 2 == 1 {
        sets.append(OddSet(members: members.sorted().map(Int32.init)))
      }
    }
    return sets
  }

  private mutating func augment(from root: Int) {
    guard var node = grow(from: root) else { return }
    // Back along the path, every other edge changes.
    while node >= 0 {
      let previous = parents[node]
      let following = partners[previous]
      partners[node] = previous
      partners[previous] = node
      node = following
    }
  }

  /// Grows the alternating tree of a node left alone; the end of a path that can be augmented, if one is met.
  private mutating func grow(from root: Int) -> Int? {
    parents = Array(repeating: -1, count: nodeCount)
    bases = Array(0..<nodeCount)
    isEven = Array(repeating: false, count: nodeCount)
    isEven[root] = true
    var queue = [root]
    var first = 0
    while first < queue.count {
      let node = queue[first]
      first += 1
      for place in adjacency.starts[node]..<adjacency.starts[node + 1] {
        let other = Int(adjacency.neighbours[place])
        if bases[node] == bases[other] || partners[node] == other { continue }
        if other == root || (partners[other] >= 0 && parents[partners[other]] >= 0) {
          shrink(node, other, &queue)
        } else if parents[other] < 0 {
          parents[other] = node
          guard partners[other] >= 0 else { return other }
          isEven[partners[other]] = true
          queue.append(partners[other])
        }
      }
    }
    return nil
  }

  /// Shrinks the odd circuit that an edge between two even nodes closes; its odd nodes become even.
  private mutating func shrink(_ u: Int, _ v: Int, _ queue: inout [Int]) {
    let base = commonBase(u, v)
    var isShrunk = Array(repeating: false, count: nodeCount)
    mark(from: u, to: base, child: v, &isShrunk)
    mark(from: v, to: base, child: u, &isShrunk)
    for node in 0..<nodeCount where isShrunk[bases[node]] {
      bases[node] = base
      if !isEven[node] {
        isEven[node] = true
        queue.append(node)
      }
    }
  }

  private mutating func mark(from start: Int, to base: Int, child: Int, _ isShrunk: inout [Bool]) {
    var (node, child) = (start, child)
    while bases[node] != base {
      isShrunk[bases[node]] = true
      isShrunk[bases[partners[node]]] = true
      parents[node] = child
      child = partners[node]
      node = parents[partners[node]]
    }
  }

  private func commonBase(_ u: Int, _ v: Int) -> Int {
    var isAbove = Array(repeating: false, count: nodeCount)
    var node = u
    while true {
      node = bases[node]
      isAbove[node] = true
      if partners[node] < 0 { break }
      node = parents[partners[node]]
    }
    node = v
    while true {
      node = bases[node]
      if isAbove[node] { return node }
      node = parents[partners[node]]
    }
  }
}
