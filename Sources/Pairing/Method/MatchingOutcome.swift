import Domain

/// The best matching, with ties settled where that is to be had, and its proof.
struct MatchingOutcome {
  let matching: Matching
  let value: Int
  let bound: Int
  let proof: Proof
  let certificate: Certificate?
  let effort: MatchingEffort
  let areTiesSettled: Bool
  /// Under `worst_first`, the weight below which no edge was allowed.
  let leastWeight: Int?
  /// What found it, to go on from; `nil` under `worst_first`.
  private(set) var solver: MatchingSolver?

  var isProven: Bool { value >= bound }

  /// Solves `problem`: the largest sum, or first the largest least weight and then the largest sum.
  init(_ problem: MatchingProblem, fairness: Fairness, _ options: PairingOptions) {
    switch fairness {
    case .total: self.init(problem, options)
    case .worstFirst:
      let worst = WorstFirst(problem, isOver: options.isOver)
      let edges = worst.leastWeight.map { problem.edges(from: $0) } ?? []
      let kept = problem.keeping(edges, trios: worst.leastWeight.flatMap { problem.trios?.keeping(from: $0) })
      let outcome = MatchingOutcome(kept, options)
      var matching = Matching(nodeCount: problem.nodeCount)
      for edge in outcome.matching.taken(in: kept) { matching.insert(edges[edge], in: problem) }
      if let trio = outcome.matching.trio { matching.insert(trio) }
      self.init(
        matching: matching, value: outcome.value,
        // A least weight that may not be the largest leaves even the largest sum unproven.
        bound: worst.isProven ? outcome.bound : max(outcome.bound, outcome.value + 1),
        proof: outcome.proof, certificate: outcome.certificate, effort: outcome.effort,
        areTiesSettled: outcome.areTiesSettled, leastWeight: worst.leastWeight)
    }
  }

  /// Solves `problem` for the largest sum.
  init(_ problem: MatchingProblem, _ options: PairingOptions) {
    let solver = MatchingSolver(
      problem,
      control: .init(
        isOver: options.isOver,
        report: { effort in
          options.report(
            PairingProgress(rounds: effort.rounds, columns: effort.columns, cuts: effort.cuts))
        }))
    var matching = solver.incumbent
    var areTiesSettled = false
    if solver.isProven, problem.sideRows.isEmpty, problem.trios != nil, let certificate = solver.certificate {
      let smallest = SmallestTrio(solver, certificate: certificate, isOver: options.isOver)
      matching = smallest.matching
      areTiesSettled = smallest.isComplete
    } else if solver.isProven, problem.sideRows.isEmpty, let certificate = solver.certificate {
      let smallest = SmallestOptimum(solver, certificate: certificate, isOver: options.isOver)
      matching = smallest.matching
      areTiesSettled = smallest.isComplete
    }
    self.init(
      matching: matching, value: solver.value, bound: solver.bound,
      proof: solver.isSearched ? .search : .dual, certificate: solver.certificate, effort: solver.effort,
      areTiesSettled: areTiesSettled, leastWeight: nil)
    self.solver = solver
  }

  /// What a solver has found, ties as they fell.
  init(_ solver: MatchingSolver) {
    self.init(
      matching: solver.incumbent, value: solver.value, bound: solver.bound,
      proof: solver.isSearched ? .search : .dual, certificate: solver.certificate, effort: solver.effort,
      areTiesSettled: false, leastWeight: nil)
    self.solver = solver
  }

  private init(
    matching: Matching, value: Int, bound: Int, proof: Proof, certificate: Certificate?,
    effort: MatchingEffort, areTiesSettled: Bool, leastWeight: Int?
  ) {
    self.matching = matching
    self.value = value
    self.bound = bound
    self.proof = proof
    self.certificate = certificate
    self.effort = effort
    self.areTiesSettled = areTiesSettled
    self.leastWeight = leastWeight
  }
}
