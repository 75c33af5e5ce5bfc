/// Finds a most violated odd set in each component of the support, or shows that there is none.
///
/// Padberg and Rao, Odd minimum cut-sets and b-matchings, Mathematics of Operations Research 7 (1982) 67–80: among
/// the cuts of a Gomory–Hu tree with an odd number of nodes on either side one is minimum. With the equations of
/// the nodes, Σ xₑ inside ≤ (n − 1)/2 reads x(δ(S)) + s(S) ≥ 1; a root joined to every node v by sᵥ makes s(S) part
/// of the cut, and S is the side without it.
enum ExactSeparation {
  /// Values become whole numbers of 2⁻³⁰, so that flows are exact.
  private static let unit = Double(1 << 30)

  /// Violated odd sets, each once, in the order found.
  static func violated(in support: SupportGraph, tolerance: Double) -> [OddSet] {
    var local = Array(repeating: -1, count: support.nodeCount)
    var found: [OddSet] = []
    // A violated set can be taken connected, so components are looked at one by one.
    for component in support.components(above: 1 / unit) where component.count >= 3 {
      for (index, node) in component.enumerated() { local[node] = index }
      found.append(contentsOf: violated(in: component, local: local, support, tolerance))
      for node in component { local[node] = -1 }
    }
    return found
  }

  private static func violated(
    in component: [Int], local: [Int], _ support: SupportGraph, _ tolerance: Double
  ) -> [OddSet] {
    // The root is even where the component is: all labels together must be even in number.
    let root = component.count
    var graph = MaximumFlow(nodeCount: component.count + 1)
    for edge in support.values.indices {
      let (u, v) = (local[support.tails[edge]], local[support.heads[edge]])
      guard u >= 0, v >= 0 else { continue }
      graph.addEdge(u, v, capacity: Int((support.values[edge] * unit).rounded()))
    }
    // Of a trio's parity no graph's cuts can tell: half of it on each side comes near, and what is found is counted.
    for (trio, value) in support.trios {
      let nodes = trio.nodes.map { local[$0] }
      guard nodes.allSatisfy({ $0 >= 0 }) else { continue }
      for (u, v) in [(nodes[0], nodes[1]), (nodes[0], nodes[2]), (nodes[1], nodes[2])] {
        graph.addEdge(u, v, capacity: Int((value / 2 * unit).rounded()))
      }
    }
    for (index, node) in component.enumerated() where support.alone[node] > 0 {
      graph.addEdge(index, root, capacity: Int((support.alone[node] * unit).rounded()))
    }

    let tree = GomoryHuTree(of: graph, nodeCount: component.count + 1)
    var found: [OddSet] = []
    var known: Set<OddSet> = []
    for link in 1...component.count where Double(tree.values[link]) < unit {
      var isInside = tree.side(below: link)
      if isInside[root] { for node in isInside.indices { isInside[node].toggle() } }
      let members = component.indices.filter { isInside[$0] }.map { component[$0] }
      guard members.count >= 3, members.count % 2 == 1 else { continue }
      guard support.violation(of: members) > tolerance else { continue }
      let set = OddSet(members: members.map(Int32.init))
      if known.insert(set).inserted { found.append(set) }
    }
    return found
  }
}
