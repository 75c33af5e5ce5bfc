import Domain
import Foundation
import Ledger
import Logging
import Solving
import Spool

/// The way of one dropped file: read, recorded with what it does and the job it causes in one change of the ledger,
/// put away, answered. Every step may be done again after a crash.
struct FileIntake {
  let place: Workplace
  private var ledger: OpenLedger { place.ledger }

  /// Takes a claimed file to its end.
  func take(_ claim: ClaimedFile) async throws {
    guard let programme = ProgrammeID(claim.programme.text), let digest = ContentDigest(claim.sha256) else {
      throw SpoolRefusal(["the claim \(claim.id) names no programme; delete its folder in state/claims"])
    }
    if let known = try ledger.input(claim: claim.id.text) { return try answer(known, claim) }
    let earlier = try ledger.acceptedInput(of: programme, digest: digest).flatMap { try ledger.input($0) }
    if let earlier, try isNewest(earlier) { return try answer(duplicateOf: earlier, claim) }
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: claim.path)))
    // Another change of the rows may come between reading and recording; then the file is read again.
    for attempt in 1...FileReading.tries {
      let rows = try ledger.currentRows(of: programme)
      let outcome = try await FileReading(place: place).read(
        claim.name, bytes, into: rows, mark: claim.id.text)
      if case .taken(let reply) = outcome, let earlier, try isRepeated(reply, earlier, in: rows) {
        return try answer(duplicateOf: earlier, claim)
      }
      do {
        let published = try ReleasedPlan.latest(of: programme, in: ledger)?.1.plan.visits ?? []
        let input = NewInput(
          programme: programme, name: String(claim.name.prefix(250)), digest: digest, size: claim.size,
          claim: claim.id.text, verdict: verdict(outcome, bytes, published))
        return try answer(try record(input, outcome), claim)
      } catch let error as LedgerError where error.isOutdatedMerge && attempt < FileReading.tries {
        place.log.info("the tables changed while a file was read; it is read again")
      }
    }
  }

  /// Whether nothing came after the input, and the day is the same: then the same content again says nothing new.
  private func isNewest(_ input: RecordedInput) throws -> Bool {
    try ledger.latestInput(of: input.programme) == input.sequence
      && input.receivedAt.localDay == place.today
  }

  /// Whether content that was taken before does nothing when taken again. An order counts again once something else
  /// came in between, and so does a table whose rows have been replaced since. Diaries under another file's name say
  /// nothing new where the same rows stand already.
  private func isRepeated(_ reply: TakeReply, _ earlier: RecordedInput, in rows: [LedgerRow]) throws -> Bool {
    if reply.order != nil || reply.question != nil { return try isNewest(earlier) }
    let known = Set(rows.map { Said(table: $0.id.table, key: $0.id.key, cells: $0.cells) })
    return reply.replies.isEmpty
      && reply.changes.allSatisfy { step in
        guard case .insert(let row) = step.change else { return false }
        return known.contains(Said(table: row.id.table, key: row.id.key, cells: row.cells))
      }
  }

  /// A row, whichever file it came from.
  private struct Said: Hashable {
    let table: String
    let key: String
    let cells: [LedgerCell]
  }

  private func verdict(
    _ outcome: FileReading.Outcome, _ bytes: [UInt8], _ published: [Visit]
  ) -> NewInput.Verdict {
    switch outcome {
    case .refused(let why): .rejected(why: why)
    case .taken(let reply) where reply.keepsContent:
      .accepted(bytes: bytes, receipt: reply.receipt + note(on: reply, published))
    case .taken(let reply): .acceptedUnkept(receipt: reply.receipt + note(on: reply, published))
    }
  }

  /// What follows from the file, for its receipt.
  private func note(on reply: TakeReply, _ published: [Visit]) -> String {
    if let order = reply.order {
      return order.reason.map { "Reason given: \($0)\n" } ?? ""
    }
    if !reply.replies.isEmpty { return ReplyNote(reply.replies, to: published).text }
    if reply.question != nil { return "It is compared with the schedule as it stands.\n" }
    guard reply.standing == .complete, !reply.changes.isEmpty else { return "" }
    let quiet = quietSeconds(reply)
    return quiet == 0
      ? "A plan follows.\n" : "A plan follows once no further file has come for \(quiet) seconds.\n"
  }

  private func quietSeconds(_ reply: TakeReply) -> Int {
    place.settings.isOnce ? 0 : place.settings.quietSeconds ?? reply.quietSeconds ?? 600
  }

  /// One change of the ledger: the input, its rows or replies, and the job that follows.
  private func record(_ input: NewInput, _ outcome: FileReading.Outcome) throws -> RecordedInput {
    let sequence = try ledger.write(by: .folder, at: place.clock.now()) { transaction in
      var changes: [Ledger.RowChange] = []
      var replies: [VisitReply] = []
      if case .taken(let reply) = outcome {
        changes = reply.changes.map(\.change)
        replies = try reply.replies.map(VisitReply.init)
      }
      switch try transaction.recordInput(input, changes: changes, replies: replies, evenIfKnown: true) {
      case .duplicate(let sequence), .alreadyRecorded(let sequence): return sequence
      case .recorded(let sequence):
        if case .taken(let reply) = outcome {
          try follow(reply, input, sequence, in: transaction)
        }
        return sequence
      }
    }
    guard let recorded = try ledger.input(sequence) else {
      throw LedgerError.invalidValue("\(sequence) was recorded and cannot be found")
    }
    return recorded
  }

  private func follow(
    _ reply: TakeReply, _ input: NewInput, _ sequence: InputSequence, in transaction: LedgerTransaction
  ) throws {
    var request = JobRequest()
    request.file = input.name
    var job: NewJob?
    if let order = reply.order {
      guard let kind = JobKind(rawValue: order.word) else {
        throw LedgerError.invalidValue("'\(order.word)' is no job")
      }
      request.visits = order.visits
      request.release = order.release
      request.changesFile = order.changesFile
      request.changes = order.changes.map { String(decoding: $0, as: UTF8.self) }
      request.feed = order.feed
      request.onlyRevokes = order.onlyRevokes ? true : nil
      request.reason = order.reason
      job = NewJob(programme: input.programme, kind: kind, priority: .urgent)
    } else if let question = reply.question {
      request.changes = String(decoding: question, as: UTF8.self)
      job = NewJob(programme: input.programme, kind: .whatIf)
    } else if !reply.changes.isEmpty {
      if reply.standing == .complete {
        job = NewJob(programme: input.programme, kind: .plan)
        let quiet = quietSeconds(reply)
        if quiet > 0 { job?.notBefore = transaction.at.adding(seconds: Int64(quiet)) }
      } else {
        // What waits for its quiet time cannot be planned any more.
        for plan in try transaction.jobs(of: input.programme, in: [.queued]) where plan.kind == .plan {
          try transaction.cancel(plan.id)
        }
      }
    }
    guard var job else { return }
    job.request = request.json
    job.basedOn = sequence
    let id = try transaction.enqueue(job)
    place.log.info("queued", metadata: ["job": "\(id)", "kind": "\(job.kind.rawValue)"])
  }

  /// Puts away a file that is recorded, answers it and lets go of it.
  private func answer(_ input: RecordedInput, _ claim: ClaimedFile) throws {
    let verdict: Spool.Verdict = input.fate == .accepted ? .accepted : .rejected
    var text = input.receipt
    let jobs = try ledger.jobs(of: input.programme).filter {
      $0.basedOn == input.sequence && $0.createdAt == input.receivedAt
    }
    for job in jobs.reversed() {
      let place = job.kind == .plan ? ", or of a later plan in its place" : ""
      text +=
        "Job \(job.id) (\(job.kind.rawValue)); what it makes\(place): results/\(input.programme)/\(job.id)/\n"
    }
    if input.fate == .accepted { text += "Recorded as \(input.sequence), \(input.receivedAt.inWords).\n" }
    try putAway(claim, as: verdict, text)
    place.log.info(
      "\(input.fate.rawValue)", metadata: ["input": "\(input.sequence.number)", "claim": "\(claim.id)"])
  }

  private func answer(duplicateOf earlier: RecordedInput, _ claim: ClaimedFile) throws {
    let text =
      "\(claim.name) is a duplicate of \(earlier.name), taken on \(earlier.receivedAt.inWords) "
      + "(\(earlier.sequence)).\nNothing was changed, and no job follows.\n"
    try putAway(claim, as: .accepted, text)
    place.log.info(
      "duplicate", metadata: ["of": "\(earlier.sequence.number)", "claim": "\(claim.id)"])
  }

  private func putAway(_ claim: ClaimedFile, as verdict: Spool.Verdict, _ text: String) throws {
    let settled = try place.spool.settle(claim, as: verdict)
    if case .stuck(let reason) = settled.original {
      place.log.warning(
        "a file that was taken cannot be moved out of incoming (\(reason)); take it away by hand",
        metadata: ["claim": "\(claim.id)"])
    }
    let kind: Receipt.Kind = verdict == .accepted ? .receipt : .why
    try place.spool.write(
      Receipt(kind: kind, text: text), beside: settled.name, as: verdict, of: claim.programme)
    try place.spool.drop(claim)
  }
}

extension LedgerError {
  /// Whether changes were made for other rows than those that are there now.
  var isOutdatedMerge: Bool {
    switch self {
    case .rowExists, .rowMissing: true
    default: false
    }
  }
}

extension VisitReply {
  fileprivate init(_ reply: TakeReply.Reply) throws {
    guard let visit = VisitID(written: reply.visit), let team = TeamID(reply.team) else {
      throw LedgerError.invalidValue("a reply names no visit")
    }
    self.init(
      visit: visit, team: team, answer: reply.accepts ? .accept : .decline,
      note: String(reply.note.prefix(500)))
  }
}
