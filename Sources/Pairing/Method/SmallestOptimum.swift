/// Of all optimal matchings the one whose list of edges comes first: ties go to the smaller id.
///
/// Each node in turn gets its smallest partner that leaves the rest as good as before: shown by an exchange of two
/// pairs, else by solving over the tight edges of what hangs together. What replaces the optimum has, counted in
/// integers, the same value, so the proof stays.
struct SmallestOptimum {
  private let problem: MatchingProblem
  private let isOver: () -> Bool
  private var tight: TightGraph
  /// The matching as far as improved.
  private(set) var matching: Matching
  /// Whether every tie was decided; `false` where time or `work` ran out.
  private(set) var isComplete = true
  /// What may still be solved, by the size of each problem: a limit that does not depend on the machine.
  private var work = 6_000_000

  /// Settles the ties of an optimal matching that `certificate` proves.
  init(_ solver: MatchingSolver, certificate: Certificate, isOver: @escaping () -> Bool) {
    problem = solver.problem
    self.isOver = isOver
    matching = solver.incumbent
    tight = TightGraph(solver.problem, certificate: certificate, value: solver.value)
    for node in 0..<problem.nodeCount where !tight.isSettled[node] {
      let partner = matching.partner(of: node, in: problem)
      for edge in tight.choices(of: node) {
        if let partner, Int(problem.heads[edge]) >= partner { break }
        if exchange(edge) || solveAgain(with: edge) { break }
      }
      tight.settle(node, with: matching.partner(of: node, in: problem))
    }
  }

  /// Takes an edge and joins the former partners of its ends, if that is worth as much.
  private mutating func exchange(_ edge: Int) -> Bool {
    let (u, v) = (Int(problem.tails[edge]), Int(problem.heads[edge]))
    let partners = [u, v].compactMap { matching.partner(of: $0, in: problem) }
    var change = problem.weights[edge]
    for end in [u, v] {
      if let broken = matching.edges[end] {
        change -= problem.weights[broken]
      } else {
        change += problem.penalty
      }
    }
    let closing = partners.count == 2 ? problem.edge(partners[0], partners[1]) : nil
    if let closing { change += problem.weights[closing] } else { change -= partners.count * problem.penalty }
    guard change == 0 else { return false }
    matching.release(u, in: problem)
    matching.release(v, in: problem)
    matching.insert(edge, in: problem)
    if let closing { matching.insert(closing, in: problem) }
    return true
  }

  /// Takes an edge if what hangs together with it can be paired as well as before around it.
  private mutating func solveAgain(with edge: Int) -> Bool {
    let ends = [Int(problem.tails[edge]), Int(problem.heads[edge])]
    let component = tight.component(of: ends[0])
    let rest = component.filter { !ends.contains($0) }
    let (smaller, edges) = tight.problem(among: rest)
    work -= 4 * edges.count + 500 * rest.count
    guard work > 0, !isOver() else {
      isComplete = false
      return false
    }
    let target = value(among: component) - problem.weights[edge]
    let solver = MatchingSolver(smaller, control: .init(isOver: isOver, target: target))
    guard solver.value >= target else {
      if solver.bound >= target { isComplete = false }
      return false
    }
    for node in component { matching.release(node, in: problem) }
    matching.insert(edge, in: problem)
    for taken in solver.incumbent.taken(in: smaller) { matching.insert(edges[taken], in: problem) }
    return true
  }

  /// What the matching is worth among nodes that hang together.
  private func value(among nodes: [Int]) -> Int {
    var value = 0
    for node in nodes {
      if let edge = matching.edges[node] {
        if Int(problem.tails[edge]) == node { value += problem.weights[edge] }
      } else {
        value -= problem.penalty
      }
    }
    return value
  }
}
