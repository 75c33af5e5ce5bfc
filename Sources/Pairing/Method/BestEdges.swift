/// The few best edges at each node, collected in one pass over all edges.
///
/// Among equals the edge with the nearer successor wins, counted round the circle of nodes: were it the smaller
/// number, all nodes would ask for the same few partners.
struct BestEdges {
  private let nodeCount: Int
  private let limit: Int
  private var counts: [Int]
  private var values: [Double]
  private var distances: [Int]
  private var edges: [Int]

  /// Room for `limit` edges at each node.
  init(nodeCount: Int, limit: Int) {
    self.nodeCount = nodeCount
    self.limit = limit
    counts = Array(repeating: 0, count: nodeCount)
    values = Array(repeating: 0, count: nodeCount * limit)
    distances = Array(repeating: 0, count: nodeCount * limit)
    edges = Array(repeating: 0, count: nodeCount * limit)
  }

  /// Offers an edge of the given value to both its ends.
  mutating func offer(_ edge: Int, tail: Int, head: Int, value: Double) {
    offer(edge, node: tail, distance: head - tail, value: value)
    offer(edge, node: head, distance: tail - head + nodeCount, value: value)
  }

  private mutating func offer(_ edge: Int, node: Int, distance: Int, value: Double) {
    let start = node * limit
    var place = start + counts[node]
    if counts[node] == limit {
      guard Self.precedes(value, distance, values[place - 1], distances[place - 1]) else { return }
      place -= 1
    } else {
      counts[node] += 1
    }
    while place > start, Self.precedes(value, distance, values[place - 1], distances[place - 1]) {
      values[place] = values[place - 1]
      distances[place] = distances[place - 1]
      edges[place] = edges[place - 1]
      place -= 1
    }
    values[place] = value
    distances[place] = distance
    edges[place] = edge
  }

  private static func precedes(_ a: Double, _ near: Int, _ b: Double, _ far: Int) -> Bool {
    a > b || (!(a < b) && near < far)
  }

  /// Every edge kept at either end, each once, ascending.
  func all() -> [Int] {
    var kept: [Int] = []
    for node in 0..<nodeCount {
      kept.append(contentsOf: edges[node * limit..<node * limit + counts[node]])
    }
    kept.sort()
    var unique: [Int] = []
    for edge in kept where unique.last != edge { unique.append(edge) }
    return unique
  }
}
