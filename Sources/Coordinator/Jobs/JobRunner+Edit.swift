import Domain
import Foundation
import Intake
import Ledger
import Solving

extension JobRunner {
  /// Confirms, holds, pins, unpins or cancels visits: their rows of visits.csv change as if a table had been dropped,
  /// and a plan follows.
  func edit() async throws {
    for attempt in 1...FileReading.tries {
      let now = try ProgrammeNow(programme, in: place)
      let known = try KnownSchedule(now, in: place)
      let rows = try edited(known, on: now.programme.settings.today)
      let file = ScheduleTable(rows).file(named: "\(job.kind.rawValue)-\(job.id).csv")
      let stored = try place.ledger.currentRows(of: programme)
      let outcome = try await FileReading(place: place).read(
        file.name, file.bytes, into: stored, mark: "\(job.id)")
      guard case .taken(let reply) = outcome else {
        if case .refused(let why) = outcome { throw JobRefusal(why.split(separator: "\n").map(String.init)) }
        return
      }
      do { return try record(file, reply, rows, now.programme) } catch let error as LedgerError
        where error.isOutdatedMerge && attempt < FileReading.tries
      {
        continue
      }
    }
  }

  /// The rows of the visits that are named, changed as asked.
  private func edited(_ known: KnownSchedule, on today: Day) throws -> [ScheduledVisit] {
    var problems: [String] = []
    let rows = request.visits.compactMap { name -> ScheduledVisit? in
      guard var row = known.visits.first(where: { $0.id.text == name }) else {
        problems.append("the schedule has no visit \(name)")
        return nil
      }
      if let problem = change(&row, on: today) { problems.append(problem) }
      return row
    }
    guard problems.isEmpty, !rows.isEmpty else {
      let visits = known.visits.map(\.id.text).joined(separator: ", ")
      throw JobRefusal(
        problems + [
          visits.isEmpty ? "there is no schedule yet; publish a plan first" : "its visits are \(visits)"
        ])
    }
    return rows
  }

  /// Changes one row; answers what is in the way.
  private func change(_ row: inout ScheduledVisit, on today: Day) -> String? {
    let isOver = row.interval.map { $0.start.day <= today } ?? false
    switch job.kind {
    case .unpin, .cancelVisit: break
    // Cancelled by mistake, it has been held all the same.
    case .held where isOver: break
    case _ where row.status == .cancelled:
      return "visit \(row.id) is cancelled; an order 'job: unpin' "
        + (isOver
          ? "gives it another day, and an order 'job: held' says that it took place" : "takes that back")
    case _ where row.interval == nil: return "visit \(row.id) has no date"
    case _: break
    }
    switch job.kind {
    case .confirm: row.status = .confirmed
    case .held: row.status = .held
    case .pin: row.pin = Pin(by: row.pin?.by, reason: request.reason ?? row.pin?.reason)
    case .unpin:
      row.pin = nil
      // What was cancelled has not taken place; where its day has gone, it is to have another.
      if row.status == .cancelled, isOver {
        (row.interval, row.room, row.facilitator, row.reserveDate) = (nil, nil, nil, nil)
      }
      if row.status == .cancelled || row.status == .confirmed { row.status = .tentative }
    case .cancelVisit:
      row.status = .cancelled
      row.pin = nil
    case .plan, .whatIf, .publish, .rollback, .rotateFeed, .merge: break
    }
    return nil
  }

  /// One change of the ledger: the rows, the end of this job, and the plan that follows.
  private func record(
    _ file: InputFile, _ reply: TakeReply, _ rows: [ScheduledVisit], _ programme: Programme
  ) throws {
    let names = rows.map(\.id.text).joined(separator: ", ")
    let summary = reply.changes.isEmpty ? "\(names): nothing to change" : "\(names): changed"
    try results.write(
      "\(job.id) (\(job.kind.rawValue)): \(summary)\(reply.changes.isEmpty ? "" : "; a plan follows")\n",
      as: "job.txt")
    let quiet =
      place.settings.isOnce ? 0 : place.settings.quietSeconds ?? programme.settings.publish.quietSeconds
    try place.ledger.write(by: .daemon, at: place.clock.now()) { transaction in
      if !reply.changes.isEmpty {
        let input = NewInput(
          programme: self.programme, name: file.name, digest: contentHash(file.bytes),
          size: Int64(file.bytes.count), claim: "job \(job.id)",
          verdict: .accepted(bytes: file.bytes, receipt: reply.receipt))
        let outcome = try transaction.recordInput(
          input, changes: reply.changes.map(\.change), evenIfKnown: true)
        if case .recorded(let sequence) = outcome {
          _ = try transaction.enqueue(
            NewJob(
              programme: self.programme, kind: .plan,
              notBefore: quiet > 0 ? transaction.at.adding(seconds: Int64(quiet)) : nil, basedOn: sequence))
        }
      }
      try transaction.finish(job.id, summary: summary)
    }
  }
}
