import Domain
import Ledger

extension LedgerViewer {
  /// The programme of that id, which a daemon must have heard of.
  func programme(named text: String) throws -> ProgrammeID {
    let known = try programmes().map(\.id)
    if let id = ProgrammeID(text), known.contains(id) { return id }
    throw Ending(
      status: .refused,
      message: "error: the daemon knows no programme '\(text)'; "
        + (known.isEmpty
          ? "it knows none yet" : "it knows \(known.map(\.text).joined(separator: ", "))"))
  }
}
