extension Matching {
  /// The best matching that does without one edge and changes one more besides, within the side rows; `nil` where
  /// there is none, and without a trio.
  func exchanging(_ part: Alternatives.Part, in problem: MatchingProblem) -> Matching? {
    guard case .edge(let edge) = part else { return nil }
    let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
    var room = problem.sideRows.map(\.bound)
    for taken in taken(in: problem) where taken != edge {
      for row in room.indices { room[row] -= problem.sideRows[row].coefficients[taken] }
    }
    var best: (gain: Int, out: Int, edges: [Int])?
    for out in taken(in: problem) where out != edge {
      let (x, y) = (Int(problem.tails[out]), Int(problem.heads[out]))
      for (a, b, c, d) in [(u, x, v, y), (u, y, v, x)] {
        guard let one = problem.edge(a, b), let other = problem.edge(c, d) else { continue }
        let gain = problem.weights[one] + problem.weights[other] - problem.weights[out]
        guard best.map({ gain > $0.gain }) ?? true else { continue }
        let fits = zip(problem.sideRows, room).allSatisfy { row, room in
          row.coefficients[one] + row.coefficients[other] - row.coefficients[out] <= room
        }
        if fits { best = (gain, out, [one, other]) }
      }
    }
    guard let best else { return nil }
    var matching = self
    matching.release(u, in: problem)
    matching.release(Int(problem.tails[best.out]), in: problem)
    for edge in best.edges { matching.insert(edge, in: problem) }
    return matching
  }

  /// Exchanges two edges for two others on the same nodes while that is worth more and keeps to the side rows.
  mutating func improveByExchanges(in problem: MatchingProblem, isOver: () -> Bool) {
    var taken = taken(in: problem)
    var room = problem.sideRows.map { row in row.bound - taken.reduce(0) { $0 + row.coefficients[$1] } }
    if let trio, let table = problem.trios {
      for row in room.indices { room[row] -= table.coefficient(trio, row: row) }
    }
    var hasChanged = true
    while hasChanged, !isOver() {
      hasChanged = false
      for first in taken.indices {
        for second in taken.indices.dropFirst(first + 1) {
          guard let (a, b) = Self.better(taken[first], taken[second], room, problem) else { continue }
          for (row, side) in problem.sideRows.enumerated() {
            room[row] += side.coefficients[taken[first]] + side.coefficients[taken[second]]
            room[row] -= side.coefficients[a] + side.coefficients[b]
          }
          release(Int(problem.tails[taken[first]]), in: problem)
          release(Int(problem.tails[taken[second]]), in: problem)
          insert(a, in: problem)
          insert(b, in: problem)
          (taken[first], taken[second]) = (a, b)
          hasChanged = true
        }
      }
    }
  }

  /// Two edges on the nodes of two others that are worth more, and for which the side rows have room.
  private static func better(_ first: Int, _ second: Int, _ room: [Int], _ problem: MatchingProblem)
    -> (Int, Int)?
  {
    let (u, v) = (Int(problem.tails[first]), Int(problem.heads[first]))
    let (x, y) = (Int(problem.tails[second]), Int(problem.heads[second]))
    let weight = problem.weights[first] + problem.weights[second]
    for (p, q, r, s) in [(u, x, v, y), (u, y, v, x)] {
      guard let a = problem.edge(p, q), let b = problem.edge(r, s),
        problem.weights[a] + problem.weights[b] > weight
      else { continue }
      let fits = problem.sideRows.indices.allSatisfy { row in
        let own = problem.sideRows[row].coefficients
        return own[a] + own[b] <= room[row] + own[first] + own[second]
      }
      if fits { return (a, b) }
    }
    return nil
  }
}
