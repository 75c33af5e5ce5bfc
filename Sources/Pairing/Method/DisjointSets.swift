/// Nodes in sets that are joined two by two, each known by its smallest node.
struct DisjointSets {
  private var parent: [Int]

  /// Every node by itself.
  init(count: Int) { parent = Array(0..<count) }

  /// The smallest node of a node's set.
  mutating func root(_ node: Int) -> Int {
    var node = node
    while parent[node] != node {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }

  /// Joins the sets of two nodes; whether they were two.
  @discardableResult
  mutating func join(_ u: Int, _ v: Int) -> Bool {
    let (a, b) = (root(u), root(v))
    parent[max(a, b)] = min(a, b)
    return a != b
  }
}
