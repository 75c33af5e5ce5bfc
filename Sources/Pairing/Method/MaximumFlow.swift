/// Maximum flow in an undirected graph with integer capacities, by Dinic's method.
///
/// Each undirected edge is two arcs of the full capacity, each the other's reverse. Capacities are integers, so
/// that the method ends and cuts are exact.
struct MaximumFlow {
  private let nodeCount: Int
  private var arcHeads: [Int32] = []
  private var capacities: [Int] = []
  private var residual: [Int] = []
  private var arcsAtNode: [[Int32]]
  private var level: [Int]
  private var next: [Int]

  /// A graph without edges.
  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    arcsAtNode = Array(repeating: [], count: nodeCount)
    level = Array(repeating: -1, count: nodeCount)
    next = Array(repeating: 0, count: nodeCount)
  }

  /// Adds an undirected edge; several between the same nodes add up.
  mutating func addEdge(_ u: Int, _ v: Int, capacity: Int) {
    arcsAtNode[u].append(Int32(arcHeads.count))
    arcHeads.append(Int32(v))
    arcsAtNode[v].append(Int32(arcHeads.count))
    arcHeads.append(Int32(u))
    capacities.append(capacity)
    capacities.append(capacity)
  }

  /// The value of a minimum cut between two different nodes, and whether each node is on the source's side.
  mutating func minimumCut(from source: Int, to sink: Int) -> (value: Int, isSourceSide: [Bool]) {
    residual = capacities
    var value = 0
    while layer(from: source, to: sink) {
      for node in 0..<nodeCount { next[node] = 0 }
      while true {
        let pushed = push(from: source, to: sink)
        if pushed == 0 { break }
        value += pushed
      }
    }
    // The last layering could not reach the sink: what it reached is the source's side.
    return (value, level.map { $0 >= 0 })
  }

  private mutating func layer(from source: Int, to sink: Int) -> Bool {
    for node in 0..<nodeCount { level[node] = -1 }
    level[source] = 0
    var queue = [source]
    var first = 0
    while first < queue.count {
      let node = queue[first]
      first += 1
      for arc in arcsAtNode[node] {
        let head = Int(arcHeads[Int(arc)])
        if residual[Int(arc)] > 0, level[head] < 0 {
          level[head] = level[node] + 1
          queue.append(head)
        }
      }
    }
    return level[sink] >= 0
  }

  /// Pushes one path's flow through the layers; 0 where none is left.
  private mutating func push(from source: Int, to sink: Int) -> Int {
    var path: [Int] = []
    var node = source
    while node != sink {
      if let arc = advance(node) {
        path.append(arc)
        node = Int(arcHeads[arc])
      } else {
        guard let arc = path.popLast() else { return 0 }
        node = Int(arcHeads[arc ^ 1])
        next[node] += 1
      }
    }
    var flow = Int.max
    for arc in path { flow = min(flow, residual[arc]) }
    for arc in path {
      residual[arc] -= flow
      residual[arc ^ 1] += flow
    }
    return flow
  }

  private mutating func advance(_ node: Int) -> Int? {
    while next[node] < arcsAtNode[node].count {
      let arc = Int(arcsAtNode[node][next[node]])
      if residual[arc] > 0, level[Int(arcHeads[arc])] == level[node] + 1 { return arc }
      next[node] += 1
    }
    return nil
  }
}
