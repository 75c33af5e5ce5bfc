import Domain
import Testing

@testable import Ledger

@Suite("The ways of jobs")
struct JobMovesTests {
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

  @Test(
    "A passing failure is tried again after 30, 60 and 120 seconds, then the job is held until an operator")
  func retries() throws {
    let id = try enqueue()
    var now = second(0)
    for (number, pause) in [30, 60, 120].enumerated() {
      #expect(try start(at: now) == id)
      let job = try ledger.change(at: now) { try $0.retry(id, error: "try \(number)") }
      #expect(job.state == .queued(notBefore: now.adding(seconds: Int64(pause)), lastError: "try \(number)"))
      #expect(try start(at: now.adding(seconds: Int64(pause) - 1)) == nil)
      now = now.adding(seconds: Int64(pause))
    }
    #expect(try start(at: now) == id)
    #expect(try ledger.change(at: now) { try $0.retry(id, error: "no") }.state == .held(error: "no"))
    #expect(try ledger.job(id)?.tries == 4)
    #expect(try start(at: second(100_000)) == nil)
    #expect(try ledger.check() == [])
    #expect(try ledger.change { try $0.resume(id) }.tries == 0)
    #expect(try start(at: now) == id)
  }

  @Test("A new plan takes the place of those that wait, and asks the running one to end")
  func superseding() throws {
    let first = try enqueue(.plan)
    #expect(try start() == first)
    let second = try enqueue(.plan)
    let elsewhere = try enqueue(.plan, of: other)
    let whatIf = try enqueue(.whatIf)
    let third = try enqueue(.plan)
    #expect(try state(first) == .running(asked: .supersede(by: third)))
    #expect(try ledger.job(first)?.wantsCancel == true)
    #expect(try state(second) == .superseded(by: third))
    #expect(try state(elsewhere) == .queued(notBefore: nil, lastError: nil))
    #expect(try state(whatIf) == .queued(notBefore: nil, lastError: nil))
    #expect(try ledger.change { try $0.stop(first) }.state == .superseded(by: third))
    #expect(try ledger.check() == [])
  }

  @Test("A running plan that ends before it hears of the newer one is done")
  func doneAnyway() throws {
    let first = try enqueue(.plan)
    #expect(try start() == first)
    _ = try enqueue(.plan)
    try ledger.change { _ = try $0.finish(first, summary: "proven") }
    #expect(try state(first) == .done(summary: "proven"))
    #expect(try ledger.check() == [])
  }

  @Test("Cancelling ends a waiting or held job at once, and asks a running one to end")
  func cancelling() throws {
    let (waiting, running) = (try enqueue(.pin, of: other), try enqueue())
    #expect(try start(limit: 2) == waiting)
    #expect(try start(limit: 2) == running)
    try ledger.change { change in
      _ = try change.hold(waiting, error: "look")
      #expect(try change.cancel(waiting).state == .cancelled)
      #expect(throws: LedgerError.notAskedToEnd(running)) { try change.stop(running) }
      #expect(try change.cancel(running).state == .running(asked: .cancel))
      #expect(try change.cancel(running).state == .running(asked: .cancel))
      #expect(try change.stop(running).state == .cancelled)
    }
    let queued = try enqueue()
    #expect(try ledger.change { try $0.cancel(queued) }.state == .cancelled)
    #expect(try ledger.audit().filter { $0.what == .jobAskedToEnd }.count == 1)
    #expect(try ledger.check() == [])
  }

  @Test("A job given back in good order has not been tried; one that was running at a crash has")
  func interrupted() throws {
    let (given, crashed) = (try enqueue(), try enqueue(of: other))
    #expect(try start() == given)
    #expect(try ledger.change { try $0.giveBack(given) }.tries == 0)
    #expect(try start() == given)
    #expect(try start() == crashed)
    let recovered = try ledger.change(at: second(9)) { try $0.recover() }
    #expect(recovered.map(\.id) == [given, crashed])
    #expect(recovered.allSatisfy { $0.tries == 1 && $0.state.stage == .queued })
    #expect(try ledger.change { try $0.recover() } == [])
    #expect(try ledger.check() == [])
  }

  @Test("What was asked to end before a crash or a failure ends with it")
  func endsAsAsked() throws {
    let plan = try enqueue(.plan)
    #expect(try start() == plan)
    let newer = try enqueue(.plan)
    #expect(try ledger.change { try $0.recover() }.map(\.state) == [.superseded(by: newer)])
    #expect(try start() == newer)
    try ledger.change { change in
      _ = try change.cancel(newer)
      #expect(try change.retry(newer, error: "gone").state == .cancelled)
    }
    #expect(try ledger.check() == [])
  }

  @Test("Every transition that is not allowed names both states and changes nothing")
  func illegal() throws {
    let moves: [(JobStage, (LedgerTransaction, JobID) throws -> Void)] = [
      (.done, { _ = try $0.finish($1, summary: "s") }), (.failed, { _ = try $0.fail($1, error: "e") }),
      (.held, { _ = try $0.hold($1, error: "e") }), (.cancelled, { _ = try $0.cancel($1) }),
      (.queued, { _ = try $0.resume($1) }), (.cancelled, { _ = try $0.stop($1) }),
      (.queued, { _ = try $0.giveBack($1) }),
    ]
    let prepare: [(JobStage, (JobID) throws -> Void)] = [
      (.queued, { _ in }),
      (.running, { _ in _ = try start() }),
      (
        .done,
        { id in
          _ = try start(); try ledger.change { _ = try $0.finish(id, summary: "s") }
        }
      ),
      (
        .failed,
        { id in
          _ = try start(); try ledger.change { _ = try $0.fail(id, error: "e") }
        }
      ),
      (
        .held,
        { id in
          _ = try start(); try ledger.change { _ = try $0.hold(id, error: "e") }
        }
      ),
      (.cancelled, { id in try ledger.change { _ = try $0.cancel(id) } }),
    ]
    for (stage, reach) in prepare {
      for (target, move) in moves where !stage.next.contains(target) {
        let id = try enqueue()
        try reach(id)
        let before = try ledger.dump()
        let error = LedgerError.illegalTransition(id, from: stage, to: target)
        #expect(error.description.contains(stage.rawValue) && error.description.contains(target.rawValue))
        #expect(throws: error) { try ledger.change { try move($0, id) } }
        #expect(try ledger.dump() == before)
        try ledger.change { change in
          if stage == .queued { _ = try change.cancel(id) }
          if stage == .running { _ = try change.finish(id, summary: "") }
        }
      }
    }
    #expect(throws: LedgerError.unknownJob(JobID(99_999))) {
      try ledger.change { _ = try $0.finish(JobID(99_999), summary: "") }
    }
  }

  @Test("A held job waits for an operator: nothing that is done to running jobs queues it again")
  func heldStays() throws {
    let id = try enqueue()
    #expect(try start() == id)
    try ledger.change { _ = try $0.hold(id, error: "look") }
    let error = LedgerError.illegalTransition(id, from: .held, to: .queued)
    #expect(throws: error) { try ledger.change { _ = try $0.retry(id, error: "again") } }
    #expect(throws: error) { try ledger.change { _ = try $0.giveBack(id) } }
    #expect(try state(id) == .held(error: "look"))
  }
}
