import Checking

extension Verdict {
  /// Ends the command as a fault of the program if there is anything to say against the plan.
  func demandFaultless() throws(Ending) {
    guard !faults.isEmpty else { return }
    throw Ending(
      status: .fault,
      message: "error: the plan was not passed by the checker and nothing was written; please report this:\n"
        + faults.joined(separator: "\n"))
  }
}
