import Coordinator
import Domain
import Foundation
import HTTPTypes
import HummingbirdCore
import Ledger
import NIOCore
import Spool

/// The API: what the command line shows, as JSON, and files taken in.
struct Interface: Sendable {
  let ledger: LedgerViewer
  let state: StateFolder
  let root: String
  let clock: DaemonClock

  /// Why there is no answer, for whoever asked.
  struct Problem: Error, Encodable {
    var status = HTTPResponse.Status.badRequest
    let error: String

    enum CodingKeys: CodingKey { case error }
  }

  /// Answers a question that only reads. Throws `Problem`, and what the ledger throws.
  func answer(_ route: Route, _ values: [String: String], _ query: Query) throws -> Answer {
    switch route {
    case .status:
      let all = try ProgrammeStatus.all(in: ledger, state: state, today: clock.now().localDay)
      return try Answer.json(.ok, StatusDocument(programmes: all.map(ProgrammeDocument.init)))
    case .jobs:
      let programme = try query["programme"].map(known)
      let jobs = try ledger.jobs(of: programme, limit: try number(query, "limit", 1...1000) ?? 40)
      return try Answer.json(.ok, JobsDocument(jobs: jobs.map { JobDocument($0) }))
    case .job:
      guard let id = JobID(text: values["job"] ?? ""), let job = try ledger.job(id) else {
        throw Problem(status: .notFound, error: "there is no such job")
      }
      return try Answer.json(.ok, JobDocument(job, log: try ledger.log(of: id)))
    case .receipts:
      let after = InputSequence(Int64(try number(query, "after", 0...Int.max) ?? 0))
      let inputs = try ledger.inputs(
        of: try known(values["programme"]), after: after, limit: try number(query, "limit", 1...1000) ?? 100)
      return try Answer.json(.ok, ReceiptsDocument(receipts: inputs.map(ReceiptDocument.init)))
    case .plan:
      let programme = try known(values["programme"])
      guard let schedule = try PublishedSchedule(of: programme, in: ledger) else { throw Self.unpublished }
      return try Answer.json(
        .ok,
        PlanDocument(
          programme: programme.text, release: ReleaseDocument(schedule.release),
          visits: schedule.visits.map(VisitDocument.init)))
    case .changes:
      let programme = try known(values["programme"])
      guard let changes = try PublishedSchedule.changes(of: programme, in: ledger, root: root) else {
        throw Self.unpublished
      }
      return try Answer.json(
        .ok, ChangesDocument(programme: programme.text, release: changes.release, text: changes.text))
    case .feed, .upload: throw Problem(status: .notFound, error: "there is nothing at this path")
    }
  }

  /// Takes a file into `incoming`, piece by piece, and hands it over when it is whole.
  func upload(_ values: [String: String], _ request: Request) async throws -> Answer {
    do {
      guard let programme = ProgrammeID(values["programme"] ?? "") else {
        throw Problem(error: "the programme's id is up to 40 letters, digits, points, _ and -")
      }
      // Without a length nobody could tell a file that was cut off from one that is whole.
      guard let length = request.headers[.contentLength].flatMap({ Int64($0) }) else {
        throw Problem(status: .lengthRequired, error: "the file's size has to be said, as Content-Length")
      }
      guard length <= SpoolRoot.fileLimit else { throw Self.tooLarge }
      // A piece of a file would be taken for all of it (RFC 9110 section 14.5).
      guard request.headers[.contentRange] == nil else {
        throw Problem(error: "a file is taken as a whole; send it without Content-Range")
      }
      let name = values["name"] ?? ""
      try await take(request.body, of: length, as: name, into: programme)
      return try Answer.json(.accepted, UploadDocument(name: name, size: length))
    } catch let problem as Problem {
      let answer = try Answer.json(problem.status, problem)
      return problem.status == .serviceUnavailable ? answer.retrying(after: 60) : answer
    } catch let refusal as SpoolRefusal {
      // A name that is well formed and yet none that the daemon takes.
      return try Answer.json(.forbidden, Problem(error: refusal.problems.joined(separator: "; ")))
    }
  }

  private func take(
    _ body: RequestBody, of length: Int64, as name: String, into programme: ProgrammeID
  ) async throws {
    let draft = try Handover(root: root, programme: programme).begin(name)
    do {
      var pieces = body.makeAsyncIterator()
      while let piece = try await Self.next(&pieces) {
        try draft.append(Array(piece.readableBytesView))
      }
      guard draft.size == length else { throw Self.cutOff }
      try draft.finish()
    } catch {
      draft.discard()
      guard let refusal = error as? SpoolRefusal else { throw error }
      throw Problem(status: .serviceUnavailable, error: refusal.problems.joined(separator: "; "))
    }
  }

  /// The next piece of a body; whoever sends it may hang up.
  private static func next(_ pieces: inout RequestBody.AsyncIterator) async throws(Problem) -> ByteBuffer? {
    do { return try await pieces.next() } catch { throw cutOff }
  }

  private static let cutOff = Problem(error: "the file was cut off; send it again")
  private static let tooLarge = Problem(
    status: .contentTooLarge, error: "a file has at most \(SpoolRoot.fileLimit >> 20) MiB")
  private static let unpublished = Problem(status: .notFound, error: "nothing is published yet")

  private func known(_ text: String?) throws -> ProgrammeID {
    guard let id = ProgrammeID(text ?? ""), try ledger.programmes().contains(where: { $0.id == id }) else {
      throw Problem(status: .notFound, error: "there is no such programme")
    }
    return id
  }

  private func number(_ query: Query, _ name: String, _ range: ClosedRange<Int>) throws -> Int? {
    guard let text = query[name] else { return nil }
    guard let number = Int(text), range.contains(number), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      throw Problem(
        error: "'\(name)' is a number from \(range.lowerBound)"
          + (range.upperBound == .max ? "" : " to \(range.upperBound)"))
    }
    return number
  }
}
