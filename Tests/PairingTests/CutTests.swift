import Testing

@testable import Pairing

@Suite struct CutTests {
  /// A random undirected graph: capacities by pair of nodes, 0 where there is no edge.
  private func randomCapacities(seed: Int, nodeCount: Int) -> [[Int]] {
    var random = RandomSource(seed: seed)
    var capacities = Array(repeating: Array(repeating: 0, count: nodeCount), count: nodeCount)
    for u in 0..<nodeCount {
      for v in 0..<u where random.unit() < 0.6 {
        let capacity = random.below(9)
        capacities[u][v] = capacity
        capacities[v][u] = capacity
      }
    }
    return capacities
  }

  private func flow(_ capacities: [[Int]]) -> MaximumFlow {
    var flow = MaximumFlow(nodeCount: capacities.count)
    for u in capacities.indices {
      for v in 0..<u where capacities[u][v] > 0 { flow.addEdge(u, v, capacity: capacities[u][v]) }
    }
    return flow
  }

  private func value(of cut: [Bool], _ capacities: [[Int]]) -> Int {
    var value = 0
    for u in cut.indices {
      for v in 0..<u where cut[u] != cut[v] { value += capacities[u][v] }
    }
    return value
  }

  /// The least cut that separates two nodes, by trying every set.
  private func minimum(_ capacities: [[Int]], _ u: Int, _ v: Int) -> Int {
    var least = Int.max
    for set in 0..<1 << capacities.count where (set >> u) & 1 == 1 && (set >> v) & 1 == 0 {
      least = min(least, value(of: capacities.indices.map { (set >> $0) & 1 == 1 }, capacities))
    }
    return least
  }

  @Test func aMaximumFlowEqualsTheLeastCut() {
    for seed in 0..<60 {
      let capacities = randomCapacities(seed: seed, nodeCount: 2 + seed % 6)
      var graph = flow(capacities)
      for u in capacities.indices {
        for v in capacities.indices where u != v {
          let cut = graph.minimumCut(from: u, to: v)
          #expect(cut.value == minimum(capacities, u, v), "seed \(seed)")
          #expect(cut.isSourceSide[u] && !cut.isSourceSide[v], "seed \(seed)")
          #expect(value(of: cut.isSourceSide, capacities) == cut.value, "seed \(seed)")
        }
      }
    }
  }

  @Test func everyLinkOfAGomoryHuTreeIsALeastCutBetweenItsEnds() {
    for seed in 0..<60 {
      let capacities = randomCapacities(seed: seed, nodeCount: 2 + seed % 6)
      let tree = GomoryHuTree(of: flow(capacities), nodeCount: capacities.count)
      for node in capacities.indices.dropFirst() {
        let side = tree.side(below: node)
        #expect(side[node] && !side[tree.parents[node]], "seed \(seed)")
        #expect(value(of: side, capacities) == tree.values[node], "seed \(seed)")
        #expect(tree.values[node] == minimum(capacities, node, tree.parents[node]), "seed \(seed)")
      }
    }
  }

  @Test func aGomoryHuTreeHoldsTheLeastCutBetweenAnyTwoNodes() {
    for seed in 0..<40 {
      let capacities = randomCapacities(seed: seed, nodeCount: 3 + seed % 5)
      let tree = GomoryHuTree(of: flow(capacities), nodeCount: capacities.count)
      for u in capacities.indices {
        for v in 0..<u {
          let separating = capacities.indices.dropFirst().filter { node in
            let side = tree.side(below: node)
            return side[u] != side[v]
          }
          #expect(
            separating.map { tree.values[$0] }.min() == minimum(capacities, u, v), "seed \(seed)")
        }
      }
    }
  }

  @Test func exactSeparationFindsAMostViolatedOddSet() {
    var violatedPoints = 0
    for seed in 0..<300 {
      let support = fractionalPoint(seed: seed, nodeCount: 4 + seed % 6)
      var most = 0.0
      for set in 0..<1 << support.nodeCount where set.nonzeroBitCount >= 3 && set.nonzeroBitCount % 2 == 1 {
        let members = (0..<support.nodeCount).filter { (set >> $0) & 1 == 1 }
        most = max(most, support.violation(of: members))
      }
      let found = ExactSeparation.violated(in: support, tolerance: 1e-6)
      let violations = found.map { support.violation(of: $0.members.map(Int.init)) }
      #expect(violations.allSatisfy { $0 > 1e-6 }, "seed \(seed)")
      #expect(found.isEmpty == (most <= 1e-6), "seed \(seed)")
      if most > 1e-6 {
        violatedPoints += 1
        #expect(abs((violations.max() ?? 0) - most) < 1e-6, "seed \(seed)")
      }
      for set in OddSets.violated(in: support, tolerance: 1e-6) {
        #expect(set.members.count % 2 == 1, "seed \(seed)")
        #expect(support.violation(of: set.members.map(Int.init)) > 1e-6, "seed \(seed)")
      }
    }
    #expect(violatedPoints > 50)
  }

  @Test func aTriangleOfHalvesIsViolatedByOneHalf() {
    var support = SupportGraph(alone: [0, 0, 0])
    support.append(0, 1, 0.5)
    support.append(1, 2, 0.5)
    support.append(0, 2, 0.5)
    #expect(support.violation(of: [0, 1, 2]) == 0.5)
    #expect(OddSets.violated(in: support, tolerance: 1e-6) == [OddSet(members: [0, 1, 2])])
    #expect(ExactSeparation.violated(in: support, tolerance: 1e-6) == [OddSet(members: [0, 1, 2])])
  }

  /// A mean of points each made of half cycles, whole edges and nodes left alone: every node adds up to 1.
  private func fractionalPoint(seed: Int, nodeCount: Int) -> SupportGraph {
    var random = RandomSource(seed: seed)
    var values = Array(repeating: 0.0, count: nodeCount * nodeCount)
    var alone = Array(repeating: 0.0, count: nodeCount)
    let points = 1 + random.below(3)
    let share = 1 / Double(points)
    func add(_ u: Int, _ v: Int, _ value: Double) {
      values[min(u, v) * nodeCount + max(u, v)] += value * share
    }
    for _ in 0..<points {
      var nodes = random.shuffled(Array(0..<nodeCount))
      while !nodes.isEmpty {
        let length = min(nodes.count, 1 + random.below(5))
        let cycle = Array(nodes.suffix(length))
        nodes.removeLast(length)
        switch length {
        case 1: alone[cycle[0]] += share
        case 2: add(cycle[0], cycle[1], 1)
        default:
          for place in cycle.indices { add(cycle[place], cycle[(place + 1) % length], 0.5) }
        }
      }
    }
    var support = SupportGraph(alone: alone)
    for u in 0..<nodeCount {
      for v in u..<nodeCount where values[u * nodeCount + v] > 0 {
        support.append(u, v, values[u * nodeCount + v])
      }
    }
    return support
  }
}
