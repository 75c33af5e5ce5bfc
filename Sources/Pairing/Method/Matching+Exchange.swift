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
}
