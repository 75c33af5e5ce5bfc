/// A fractional matching: the edges with a positive value, and how much of each node is left alone.
struct SupportGraph {
  let nodeCount: Int
  private(set) var tails: [Int] = []
  private(set) var heads: [Int] = []
  private(set) var values: [Double] = []
  /// The trios with a positive value, and how much.
  private(set) var trios: [(trio: Trio, value: Double)] = []
  /// sᵥ: how much of each node is left alone.
  let alone: [Double]

  /// A support without edges yet.
  init(alone: [Double]) {
    nodeCount = alone.count
    self.alone = alone
  }

  /// Adds an edge with a positive value.
  mutating func append(_ tail: Int, _ head: Int, _ value: Double) {
    tails.append(tail)
    heads.append(head)
    values.append(value)
  }

  /// Adds a trio with a positive value.
  mutating func append(_ trio: Trio, _ value: Double) { trios.append((trio, value)) }

  /// The components of the edges and trios whose value is above `threshold`, those of three nodes or more, each
  /// ascending, by their smallest node.
  func components(above threshold: Double) -> [[Int]] {
    var sets = DisjointSets(count: nodeCount)
    for edge in values.indices where values[edge] > threshold { sets.join(tails[edge], heads[edge]) }
    for (trio, value) in trios where value > threshold {
      sets.join(Int(trio.a), Int(trio.b))
      sets.join(Int(trio.b), Int(trio.c))
    }
    let roots = (0..<nodeCount).map { sets.root($0) }
    var size = Array(repeating: 0, count: nodeCount)
    for root in roots { size[root] += 1 }
    var place = Array(repeating: -1, count: nodeCount)
    var components: [[Int]] = []
    for node in 0..<nodeCount {
      let top = roots[node]
      guard size[top] >= 3 else { continue }
      if place[top] < 0 {
        place[top] = components.count
        components.append([])
      }
      components[place[top]].append(node)
    }
    return components
  }

  /// By how much Σ xₑ inside `members`, an odd number of nodes, exceeds (n − 1)/2; 0 or less where it does not.
  ///
  /// A trio with two or three of its nodes inside counts once: it uses up as much as an edge.
  func violation(of members: [Int]) -> Double {
    var isMember = Array(repeating: false, count: nodeCount)
    for node in members { isMember[node] = true }
    var inside = 0.0
    for edge in values.indices where isMember[tails[edge]] && isMember[heads[edge]] {
      inside += values[edge]
    }
    for (trio, value) in trios where trio.count(in: isMember) >= 2 { inside += value }
    return inside - Double((members.count - 1) / 2)
  }

}
