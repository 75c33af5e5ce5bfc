/// An odd number of nodes, of which a matching can pair at most all but one: Σ xₑ inside ≤ (n − 1)/2.
struct OddSet: Equatable, Hashable {
  /// Ascending.
  let members: [Int32]

  /// The most edges that a matching can have inside.
  var capacity: Int { (members.count - 1) / 2 }
}

/// Odd sets with their duals, laid out so that Σ μ over the sets that hold an edge is quick to find.
struct PricedOddSets<Price: AdditiveArithmetic & Comparable> {
  private let nodeCount: Int
  private let prices: [Price]
  private var isMember: [Bool]
  private var starts: [Int]
  private var setsAtNode: [Int32]

  /// The sets among `sets` whose price is above zero.
  init(_ sets: [OddSet], prices: [Price], nodeCount: Int) {
    self.nodeCount = nodeCount
    let active = sets.indices.filter { prices[$0] > .zero }
    self.prices = active.map { prices[$0] }
    isMember = Array(repeating: false, count: active.count * nodeCount)
    var atNode = [[Int32]](repeating: [], count: nodeCount)
    for (position, set) in active.enumerated() {
      for node in sets[set].members {
        isMember[position * nodeCount + Int(node)] = true
        atNode[Int(node)].append(Int32(position))
      }
    }
    starts = [0]
    setsAtNode = []
    for sets in atNode {
      setsAtNode.append(contentsOf: sets)
      starts.append(setsAtNode.count)
    }
  }

  /// Σ μ over the sets that hold both ends of an edge.
  func price(_ u: Int, _ v: Int) -> Price {
    var sum = Price.zero
    for place in starts[u]..<starts[u + 1] {
      let set = Int(setsAtNode[place])
      if isMember[set * nodeCount + v] { sum += prices[set] }
    }
    return sum
  }

  /// Σ μ over the sets that hold two nodes of a trio, or all three: it uses up one of their edges either way.
  func price(_ trio: Trio) -> Price {
    let (a, b, c) = (Int(trio.a), Int(trio.b), Int(trio.c))
    var sum = Price.zero
    for place in starts[a]..<starts[a + 1] {
      let set = Int(setsAtNode[place])
      if isMember[set * nodeCount + b] || isMember[set * nodeCount + c] { sum += prices[set] }
    }
    for place in starts[b]..<starts[b + 1] {
      let set = Int(setsAtNode[place])
      if isMember[set * nodeCount + c], !isMember[set * nodeCount + a] { sum += prices[set] }
    }
    return sum
  }
}
