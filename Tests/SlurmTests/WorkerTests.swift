import Domain
import Foundation
@preconcurrency import Glibc
import Synchronization
import Testing

@testable import Solving

/// Workers that a real Slurm of one node runs, and every way in which one can end.
@Suite(
  "Workers in Slurm", .enabled(if: Node.isInstalled, Comment(rawValue: Node.missing)), .timeLimit(.minutes(3))
)
struct WorkerTests {
  private let place: Place
  private let small = WorkRequest(job: .plan, files: [], today: "2026-11-23")
  private static let reply = #"{"reply":{"_0":{"failed":{"_0":"no luck"}}}}"#

  init() throws { place = try Place() }

  private func failure(
    of script: String, limits: WorkerLimits = .ample
  ) async throws -> WorkerFailure? {
    let worker = try await place.worker(try place.executable(script), limits: limits)
    return await #expect(throws: WorkerFailure.self) { _ = try await worker.answer(to: small) }
  }

  private func job() async throws -> String {
    try await Place.wait { try await !Node.jobs(named: "counterpart-\(place.owner)-").isEmpty }
    return try await Node.jobs(named: "counterpart-\(place.owner)-")[0].id
  }

  private func jobIsOver() async throws -> Bool {
    try await Node.jobs(named: "counterpart-\(place.owner)-").allSatisfy {
      !["PENDING", "RUNNING", "COMPLETING"].contains($0.state)
    }
  }

  @Test func `a plan through Slurm is the one of a local process, and nothing is left of it`() async throws {
    let request = try Tutorial.request()
    let phases = Mutex<[String]>([])
    let worker = try await place.worker(Program.path)
    let there = try await worker.answer(to: request) { made in
      phases.withLock { if $0.last != made.phase { $0.append(made.phase) } }
    }
    let here = try await WorkerProcess(executable: Program.path, limits: .ample).answer(to: request)
    guard case .plan(let plan, _) = there, case .plan(let same, _) = here else {
      Issue.record("no plan but \(there)")
      return
    }
    #expect(plan == same)
    #expect(plan.visits.count == 4)
    #expect(Array(phases.withLock { $0 }.prefix(3)) == ["opportunities", "pairing", "options"])
    #expect(place.names("slurm").isEmpty)
    #expect(try await jobIsOver())
  }

  @Test func `an exit status is told, with the end of the log`() async throws {
    let failure = try await failure(of: "echo last words >&2; exit 7")
    #expect(
      failure?.description.hasPrefix("the worker process ended without an answer (Slurm's job ") == true)
    #expect(failure?.description.hasSuffix(": exit status 7)") == true, "\(String(describing: failure))")
    #expect(failure?.log == "last words\n")
    #expect(place.names("slurm").isEmpty)
  }

  @Test func `a worker that is killed on its node is told by its signal`() async throws {
    let worker = try await place.worker(try place.executable("echo $$ >pid; exec sleep 100000"))
    let answer = Task { try await worker.answer(to: small) }
    kill(try await place.jobProcess(), SIGKILL)
    let failure = await #expect(throws: WorkerFailure.self) { _ = try await answer.value }
    #expect(failure?.description.contains(": signal 9, Killed") == true, "\(String(describing: failure))")
  }

  @Test func `a reply counts though the worker lingers, which is then ended`() async throws {
    let script = "echo $$ >\(place.path("pid")); echo '\(Self.reply)' >>reply.jsonl; exec sleep 100000"
    let worker = try await place.worker(try place.executable(script))
    guard case .failed("no luck") = try await worker.answer(to: small) else {
      Issue.record("no reply")
      return
    }
    let pid = Int32(place.text("pid").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    try await Place.wait { !Place.isRunning(pid) }
    #expect(pid > 0)
  }

  @Test func `what is not in the form agreed is garbled, and too much of it too much`() async throws {
    let garbled = try await failure(of: "echo hello >>reply.jsonl; exec sleep 100000")
    #expect(garbled?.description.hasSuffix("it is not in the form agreed") == true)
    var limits = WorkerLimits.ample
    limits.replyBytes = 100_000
    let large = try await failure(of: "head -c 200000 /dev/zero >>reply.jsonl", limits: limits)
    #expect(large?.description.hasSuffix("it is larger than 100000 bytes") == true)
  }

  @Test func `cancelling the task calls the job off, and its process is gone`() async throws {
    let worker = try await place.worker(try place.executable("echo $$ >pid; exec sleep 100000"))
    let task = Task { try await worker.answer(to: small) }
    let pid = try await place.jobProcess()
    #expect(Place.isRunning(pid))
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    try await Place.wait { !Place.isRunning(pid) }
    #expect(try await Node.jobs(named: "counterpart-\(place.owner)-").map(\.state) == ["CANCELLED"])
    #expect(place.names("slurm").isEmpty)
  }

  @Test func `a job that waits in the queue for longer than it may is called off`() async throws {
    var settings = try await place.settings(partition: "shut")
    settings.queueSeconds = 0
    let worker = SlurmWorker(
      executable: try place.executable("exec sleep 100000"), limits: .ample, settings: settings)
    let failure = await #expect(throws: WorkerFailure.self) { _ = try await worker.answer(to: small) }
    #expect(
      failure?.description.contains("it waited for 0 s in Slurm's queue, at last for: ") == true,
      "\(String(describing: failure))")
    #expect(try await jobIsOver())
  }

  @Test func `a job whose worker is called off while it waits never starts`() async throws {
    let settings = try await place.settings(partition: "shut")
    let worker = SlurmWorker(
      executable: try place.executable("exec sleep 100000"), limits: .ample, settings: settings)
    let task = Task { try await worker.answer(to: small) }
    _ = try await job()
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    #expect(try await Node.jobs(named: "counterpart-\(place.owner)-").map(\.state) == ["CANCELLED"])
  }

  @Test func `a worker that takes longer than it may is ended`() async throws {
    var limits = WorkerLimits.ample
    limits.wallSeconds = 1
    let failure = try await failure(of: "echo last words >&2; exec sleep 100000", limits: limits)
    #expect(failure?.description == "the worker process gave no answer within 1 s and was stopped")
    #expect(failure?.log.hasPrefix("last words\n") == true)
    #expect(try await jobIsOver())
  }

  @Test func `memory beyond the limit is Slurm's to take the job for`() async throws {
    var limits = WorkerLimits.ample
    limits.memory = 30 << 20
    // Kept for as long as it takes Slurm to look.
    let failure = try await failure(
      of: "kept=$(head -c 150000000 /dev/zero | tr '\\0' x); sleep 100000", limits: limits)
    guard case .died(_, let log)? = failure else {
      Issue.record("not died but \(String(describing: failure))")
      return
    }
    #expect(log.contains("memory limit"))
  }

  @Test func `a job that somebody cancels in Slurm has died of that`() async throws {
    let worker = try await place.worker(try place.executable("echo $$ >pid; exec sleep 100000"))
    let answer = Task { try await worker.answer(to: small) }
    _ = try await place.jobProcess()
    try await Node.run("scancel", try await job())
    let failure = await #expect(throws: WorkerFailure.self) { _ = try await answer.value }
    #expect(failure?.description.hasSuffix(": it was cancelled in Slurm)") == true)
  }

  @Test func `what Slurm refuses is told in its words`() async throws {
    var limits = WorkerLimits.ample
    limits.memory = 1 << 50
    let failure = try await failure(of: "exit 0", limits: limits)
    #expect(
      failure?.description.hasPrefix("the worker process could not be started: sbatch failed: ") == true)
    #expect(failure?.description.contains("Memory specification can not be satisfied") == true)
    #expect(place.names("slurm").isEmpty)
  }

  @Test func `no sign in a name is ever read by a shell`() async throws {
    let name = "a b;$(touch \(place.owner))`id`'\"\n*.sh"
    let worker = try await place.worker(
      try place.executable("echo '\(Self.reply)' >>reply.jsonl", as: name))
    guard case .failed("no luck") = try await worker.answer(to: small) else {
      Issue.record("no reply")
      return
    }
    #expect(place.names("") == [name, "slurm"].sorted())
  }

  @Test func `what a killed parent left is called off by its next start, and no other's job is`() async throws
  {
    let other = try Place()
    let script = "echo $$ >pid; exec sleep 100000"
    let tasks = [
      Task { try await place.worker(try place.executable(script)).answer(to: small) },
      Task { try await other.worker(try other.executable(script)).answer(to: small) },
    ]
    let (own, foreign) = (try await place.jobProcess(), try await other.jobProcess())
    #expect(try await place.settings().callOffLeftovers() == 1)
    try await Place.wait { !Place.isRunning(own) }
    #expect(place.names("slurm").isEmpty)
    #expect(Place.isRunning(foreign))
    for task in tasks { task.cancel() }
    for task in tasks { _ = await task.result }
    #expect(try await place.settings().callOffLeftovers() == 0)
  }
}
