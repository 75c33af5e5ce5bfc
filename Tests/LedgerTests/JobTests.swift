import Domain
import Testing

@testable import Ledger

@Suite("Jobs")
struct JobTests {
  let ledger: OpenLedger
  private let scratch = Scratch()

  init() throws {
    ledger = try scratch.open()
    try ledger.change { change in
      try change.know(ilcop)
      try change.know(other)
    }
  }

  private func enqueue(
    _ kind: JobKind = .merge, of programme: ProgrammeID = ilcop, _ priority: JobPriority = .normal,
    notBefore: Timestamp? = nil
  ) throws -> JobID {
    try ledger.change {
      try $0.enqueue(NewJob(programme: programme, kind: kind, priority: priority, notBefore: notBefore))
    }
  }

  private func start(at moment: Timestamp = second(0), limit: Int = 10) throws -> JobID? {
    try ledger.change(at: moment) { try $0.startNext(limit: limit)?.id }
  }

  private func state(_ id: JobID) throws -> JobState? { try ledger.job(id)?.state }

  @Test("A job's number is shown with six digits, and read in any form")
  func numbers() {
    #expect(JobID(123).description == "J000123")
    #expect(JobID(12_345_678).description == "J12345678")
    #expect(JobID(text: "J000123") == JobID(123))
    #expect(JobID(text: "j7") == JobID(7))
    for wrong in ["", "J", "123", "J0", "J-1", "J1x", "K1", "J99999999999999999999"] {
      #expect(JobID(text: wrong) == nil)
    }
  }

  @Test("A job goes from queued by running to done, with its times")
  func done() throws {
    let id = try ledger.change(at: second(1)) {
      try $0.enqueue(NewJob(programme: ilcop, kind: .pin, request: #"{"visits":["A--B"]}"#))
    }
    #expect(try state(id) == .queued(notBefore: nil, lastError: nil))
    #expect(try start(at: second(2)) == id)
    #expect(try state(id) == .running(asked: nil))
    try ledger.change(at: second(3)) { _ = try $0.finish(id, summary: "pinned 1 visit") }
    let job = try #require(try ledger.job(id))
    #expect(job.state == .done(summary: "pinned 1 visit"))
    #expect(job.request == #"{"visits":["A--B"]}"#)
    #expect([job.createdAt, job.startedAt, job.endedAt] == [second(1), second(2), second(3)])
    #expect(job.tries == 1)
    #expect(try ledger.check() == [])
  }

  @Test("The most urgent job goes first, of these the one asked for first")
  func order() throws {
    let low = try enqueue(of: ilcop, .low)
    let first = try enqueue(of: other)
    let second = try enqueue(of: other)
    let urgent = try enqueue(of: other, .urgent)
    var ended: [JobID] = []
    while let id = try start(limit: 1) {
      ended.append(id)
      try ledger.change { _ = try $0.finish(id, summary: "") }
    }
    #expect(ended == [urgent, first, second, low])
  }

  @Test("One job of a programme runs at a time, and no more in all than the limit")
  func limits() throws {
    let (a, b, c) = (try enqueue(), try enqueue(), try enqueue(of: other))
    #expect(try start() == a)
    #expect(try start(limit: 1) == nil)
    #expect(try start(limit: 2) == c)
    #expect(try start() == nil)
    try ledger.change { _ = try $0.fail(a, error: "wrong") }
    #expect(try start() == b)
    #expect(try state(a) == .failed(error: "wrong"))
    #expect(try ledger.check() == [])
  }

  @Test("A job is not started before its time, and the next time to look is known")
  func waiting() throws {
    let late = try enqueue(notBefore: second(600))
    #expect(try start(at: second(599)) == nil)
    #expect(try ledger.nextWake(after: second(0)) == second(600))
    #expect(try ledger.next(at: second(600), limit: 1)?.id == late)
    #expect(try ledger.next(at: second(600), limit: 0) == nil)
    #expect(try start(at: second(600)) == late)
    #expect(try ledger.nextWake(after: second(0)) == nil)
  }

  @Test("A request that is no JSON and a programme that nobody knows are refused")
  func refusals() throws {
    #expect(throws: LedgerError.self) {
      try ledger.change { _ = try $0.enqueue(NewJob(programme: ilcop, kind: .plan, request: "plan!")) }
    }
    #expect(throws: LedgerError.unknownProgramme(id("nobody"))) {
      try ledger.change { _ = try $0.enqueue(NewJob(programme: id("nobody"), kind: .plan)) }
    }
    #expect(try ledger.jobs() == [])
  }

  @Test("A log keeps its newest 64 KiB, cut at a line")
  func log() throws {
    let job = try enqueue()
    for number in 0..<50 {
      let line = "line \(number) " + String(repeating: "ä", count: 1000) + "\n"
      try ledger.change { try $0.appendLog(of: job, line) }
    }
    let log = try ledger.log(of: job)
    #expect(log.utf8.count <= JobLog.limit)
    #expect(log.hasPrefix(JobLog.mark + "line 1"))
    #expect(log.hasSuffix("ä\n"))
    #expect(log.contains("line 49 "))
    let endless = JobLog.adding(String(repeating: "ä", count: 70_000) + "\n", to: "")
    #expect(endless.utf8.count <= JobLog.limit)
    #expect(endless.utf8.count > JobLog.limit - 3)
    #expect(endless.unicodeScalars.dropFirst(JobLog.mark.count).dropLast().allSatisfy { $0 == "ä" })
  }

  @Test("Jobs are listed newest first, by programme and by stage")
  func lists() throws {
    let (a, b, c) = (try enqueue(), try enqueue(of: other), try enqueue())
    _ = try start()
    #expect(try ledger.jobs().map(\.id) == [c, b, a])
    #expect(try ledger.jobs(of: ilcop).map(\.id) == [c, a])
    #expect(try ledger.jobs(of: ilcop, in: [.queued]).map(\.id) == [c])
    #expect(try ledger.jobs(limit: 1).map(\.id) == [c])
  }
}
