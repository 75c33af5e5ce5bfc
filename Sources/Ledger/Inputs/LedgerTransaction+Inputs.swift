public import Domain
import Foundation
import GRDB

extension LedgerTransaction {
  /// Records `input`, keeps its bytes where it is accepted to be kept, and makes its `changes` and `replies` with it.
  ///
  /// The same content as that of an accepted input of the programme is a duplicate: that is written into the audit
  /// and nothing else happens, unless `evenIfKnown`, with which a file of last week takes effect again after one of
  /// yesterday replaced what it said. Rejected content may come again, since what was wrong with it may have been
  /// elsewhere. An input with a claim that was recorded before is not recorded twice.
  ///
  /// Throws `LedgerError`: `contentMismatch`, `invalidValue`, and what changes and replies throw.
  public func recordInput(
    _ input: NewInput, changes: [RowChange] = [], replies: [VisitReply] = [], evenIfKnown: Bool = false
  ) throws -> InputOutcome {
    try check(input, bringsNothing: changes.isEmpty && replies.isEmpty)
    try know(input.programme)
    if let claim = input.claim, let earlier = try self.input(claim: claim) {
      return .alreadyRecorded(earlier.sequence)
    }
    var known: InputSequence?
    if input.verdict.isAccepted {
      known = try acceptedInput(of: input.programme, digest: input.digest)
      if let known, !evenIfKnown {
        try note(
          .inputDuplicate, programme: input.programme,
          details: [
            LedgerCell("of", String(known.number)), LedgerCell("sha256", input.digest.text),
          ])
        return .duplicate(of: known)
      }
    }
    let sequence = try insert(input, againOf: known)
    try apply(changes, of: input.programme, by: sequence)
    try record(replies, of: input.programme, from: sequence)
    return .recorded(sequence)
  }

  /// Takes note of a programme, once.
  public func know(_ programme: ProgrammeID) throws {
    try database.execute(
      sql: "INSERT INTO programmes (id, known_since) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [programme.text, at.milliseconds])
    if database.changesCount > 0 { try note(.programmeKnown, programme: programme) }
  }

  private func check(_ input: NewInput, bringsNothing: Bool) throws {
    guard (1...1000).contains(input.name.utf8.count), input.size >= 0 else {
      throw LedgerError.invalidValue("an input needs a name of at most 1,000 bytes and a size of 0 or more")
    }
    switch input.verdict {
    case .accepted(let bytes, _):
      guard Int64(bytes.count) == input.size, hashing(bytes) == input.digest else {
        throw LedgerError.contentMismatch(input.digest)
      }
    case .acceptedUnkept: break
    case .rejected:
      guard bringsNothing else {
        throw LedgerError.invalidValue("a rejected input changes no rows and brings no replies")
      }
    }
  }

  private func insert(_ input: NewInput, againOf: InputSequence?) throws -> InputSequence {
    let fate: InputFate
    let receipt: String
    // What was never kept counts as taken out at once.
    var prunedAt: Int64?
    switch input.verdict {
    case .accepted(let bytes, let text):
      (fate, receipt) = (.accepted, text)
      try database.execute(
        sql: "INSERT INTO contents (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [input.digest.text, Data(bytes)])
    case .acceptedUnkept(let text):
      (fate, receipt) = (.accepted, text)
      prunedAt = at.milliseconds
    case .rejected(let why):
      (fate, receipt) = (.rejected, why)
    }
    try database.execute(
      sql: """
        INSERT INTO inputs
          (programme, sha256, name, size, received_at, fate, receipt, claim, again_of, content_pruned_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        input.programme.text, input.digest.text, input.name, input.size, at.milliseconds, fate.rawValue,
        receipt, input.claim, againOf?.number, prunedAt,
      ])
    let sequence = InputSequence(database.lastInsertedRowID)
    try note(
      fate == .accepted ? .inputAccepted : .inputRejected, programme: input.programme,
      details: [
        LedgerCell("input", String(sequence.number)), LedgerCell("sha256", input.digest.text),
      ])
    return sequence
  }
}

extension NewInput.Verdict {
  fileprivate var isAccepted: Bool {
    switch self {
    case .accepted, .acceptedUnkept: true
    case .rejected: false
    }
  }
}
