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

  var isProven: Bool { value >= bound }

  /// Solves `problem`.
  init(_ problem: MatchingProblem, _ options: PairingOptions) {
    let solver = MatchingSolver(
      problem,
      control: .init(
        isOver: options.isOver,
        report: { effort in
          options.report(
            PairingProgress(rounds: effort.rounds, columns: effort.columns, cuts: effort.cuts))
        }))
    value = solver.value
    bound = solver.bound
    proof = solver.isSearched ? .search : .dual
    certificate = solver.certificate
    effort = solver.effort
    if solver.isProven, problem.sideRows.isEmpty, let certificate = solver.certificate {
      let smallest = SmallestOptimum(solver, certificate: certificate, isOver: options.isOver)
      matching = smallest.matching
      areTiesSettled = smallest.isComplete
    } else {
      matching = solver.incumbent
      areTiesSettled = false
    }
  }
}
