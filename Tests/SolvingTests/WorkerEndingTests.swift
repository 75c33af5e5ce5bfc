import Foundation
import Synchronization
import Testing

@testable import Solving

/// Every way in which a worker can end, played by small scripts.
@Suite(.timeLimit(.minutes(2)))
struct WorkerEndingTests {
  private let folder: Folder
  private let small = WorkRequest(job: .plan, files: [], today: "2026-11-23")
  private static let reply = #"{"reply":{"_0":{"failed":{"_0":"no luck"}}}}"#

  init() throws { folder = try Folder() }

  private func failure(
    of script: String, limits: WorkerLimits = .ample, request: WorkRequest? = nil
  ) async throws -> WorkerFailure? {
    let worker = WorkerProcess(executable: try folder.executable(script), limits: limits)
    return await #expect(throws: WorkerFailure.self) { _ = try await worker.answer(to: request ?? small) }
  }

  private func reply(
    of script: String, limits: WorkerLimits = .ample, request: WorkRequest? = nil
  ) async throws -> String? {
    let worker = WorkerProcess(executable: try folder.executable(script), limits: limits)
    guard case .failed(let why) = try await worker.answer(to: request ?? small) else { return nil }
    return why
  }

  @Test func `a reply is taken`() async throws {
    #expect(try await reply(of: "read line; echo '\(Self.reply)'") == "no luck")
  }

  @Test func `a reply counts though the worker then fails`() async throws {
    #expect(try await reply(of: "read line; echo '\(Self.reply)'; exit 9") == "no luck")
  }

  @Test func `a worker that lingers after its reply is not waited for`() async throws {
    let script = "echo $$ >pid; read line; echo '\(Self.reply)'; exec sleep 100000"
    #expect(try await reply(of: script) == "no luck")
    #expect(!Processes.isRunning(folder.text("pid")))
  }

  @Test func `a reply larger than a pipe arrives whole although the worker ends at once`() async throws {
    let script = """
      read line
      printf '{"reply":{"_0":{"failed":{"_0":"'; head -c 1000000 /dev/zero | tr '\\0' a; echo '"}}}}'
      """
    #expect(try await reply(of: script) == String(repeating: "a", count: 1_000_000))
  }

  @Test func `progress arrives in order and before the reply`() async throws {
    let script = """
      read line
      for n in 1 2 3 4 5 6 7 8 9; do
        echo "{\\"progress\\":{\\"_0\\":{\\"phase\\":\\"step $n\\",\\"seconds\\":$n,\\"best\\":$((100 - n))}}}"
      done
      echo '\(Self.reply)'
      """
    let heard = Mutex<[String]>([])
    let worker = WorkerProcess(executable: try folder.executable(script), limits: .ample)
    _ = try await worker.answer(to: small) { made in
      heard.withLock { $0.append("\(made.phase) \(made.best ?? 0)") }
    }
    #expect(heard.withLock { $0 } == (1...9).map { "step \($0) \(100 - $0)" })
  }

  @Test func `an exit status is told`() async throws {
    let failure = try await failure(of: "read line; echo last words >&2; exit 7")
    #expect(failure?.description == "the worker process ended without an answer (exit status 7)")
    #expect(failure?.log == "last words\n")
  }

  @Test func `a worker that closes its output has time for its last words`() async throws {
    let failure = try await failure(of: "read line; exec >&-; sleep 0.3; echo last words >&2; exit 7")
    #expect(failure?.description == "the worker process ended without an answer (exit status 7)")
    #expect(failure?.log == "last words\n")
  }

  @Test func `a child that floods the log after its worker has ended ends with the worker's time`()
    async throws
  {
    let script = """
      read line
      (echo flood >&2; echo >begun; exec yes flood >&2) & echo $! >child
      until [ -e begun ]; do sleep 0.01; done
      exit 3
      """
    let failure = try await failure(of: script, limits: .brief)
    #expect(failure?.log.contains("flood\n") == true)
    kill(Int32(folder.text("child").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0, SIGKILL)
  }

  @Test(arguments: [
    ("SEGV", "signal 11, Segmentation fault"), ("KILL", "signal 9, Killed"), ("ABRT", "signal 6, Aborted"),
  ])
  func `a signal is told by number and name`(name: String, words: String) async throws {
    let failure = try await failure(of: "read line; echo last words >&2; kill -\(name) $$")
    #expect(failure?.description == "the worker process ended without an answer (\(words))")
    #expect(failure?.log == "last words\n")
  }

  @Test(arguments: ["hello", "{}", #"{"reply":{"_0":{"plan":{}}}}"#, "", "\\377\\376\\000"])
  func `what is not in the form agreed is garbled, and the worker is gone`(line: String) async throws {
    let failure = try await failure(
      of: "echo $$ >pid; read line; printf '\(line)\\n'; exec sleep 100000")
    #expect(
      failure?.description
        == "the worker process gave an answer that cannot be used: it is not in the form agreed")
    #expect(!Processes.isRunning(folder.text("pid")))
  }

  @Test func `half a line and then the end is no answer`() async throws {
    let failure = try await failure(of: "read line; printf '{\"reply\":'")
    #expect(failure?.description == "the worker process ended without an answer (exit status 0)")
  }

  @Test func `an endless line is cut off`() async throws {
    var limits = WorkerLimits.ample
    limits.replyBytes = 100_000
    let failure = try await failure(of: "echo $$ >pid; read line; exec cat /dev/zero", limits: limits)
    #expect(
      failure?.description
        == "the worker process gave an answer that cannot be used: it is larger than 100000 bytes")
    #expect(!Processes.isRunning(folder.text("pid")))
  }

  @Test(arguments: [
    "echo $$ >pid; echo last words >&2; exec sleep 100000",
    // Deaf to whatever can be caught.
    "trap '' TERM INT HUP; echo $$ >pid; echo last words >&2; while :; do sleep 0.05; done",
    // Closes what it should answer on, and lives on.
    "exec >&-; echo $$ >pid; echo last words >&2; exec sleep 100000",
  ])
  func `a silent worker is killed when its time is over`(script: String) async throws {
    let failure = try await failure(of: script, limits: .brief)
    #expect(failure?.description == "the worker process gave no answer within 3 s and was stopped")
    #expect(failure?.log == "last words\n")
    #expect(!Processes.isRunning(folder.text("pid")))
  }

  @Test func `a child of the worker that holds its output does not hold the parent`() async throws {
    let failure = try await failure(of: "read line; sleep 100000 & echo $! >child; exit 3")
    #expect(failure?.description == "the worker process ended without an answer (exit status 3)")
    kill(Int32(folder.text("child").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0, SIGKILL)
  }

  @Test func `a flood on standard error neither blocks nor fills memory, and its end is kept`() async throws {
    let script = "read line; head -c 20000000 /dev/zero | tr '\\0' x >&2; echo the end >&2; exit 4"
    let failure = try await failure(of: script)
    #expect(failure?.description == "the worker process ended without an answer (exit status 4)")
    #expect(failure?.log.hasSuffix("xxxthe end\n") == true)
    #expect(failure?.log.utf8.count == 1 << 18)
  }

  @Test func `an endless flood on standard error ends with the worker's time`() async throws {
    let failure = try await failure(of: "echo $$ >pid; yes flood >&2", limits: .brief)
    #expect(failure?.description == "the worker process gave no answer within 3 s and was stopped")
    #expect(failure?.log.contains("flood\nflood\n") == true)
    #expect(!Processes.isRunning(folder.text("pid")))
  }

  @Test func `a worker may answer without reading a request that no pipe holds`() async throws {
    let answer = try await reply(
      of: "echo '\(Self.reply)'; exec sleep 100000", request: Tutorial.hugeRequest())
    #expect(answer == "no luck")
  }

  @Test func `a worker that dies without reading a large request shows its status`() async throws {
    let failure = try await failure(of: "exit 5", request: Tutorial.hugeRequest())
    #expect(failure?.description == "the worker process ended without an answer (exit status 5)")
  }

  @Test func `a worker that closes its input does not take the parent with it`() async throws {
    let answer = try await reply(
      of: "exec <&-; sleep 0.2; echo '\(Self.reply)'", request: Tutorial.hugeRequest())
    #expect(answer == "no luck")
  }

  @Test func `a large request arrives whole`() async throws {
    let request = Tutorial.hugeRequest()
    let script = "head -n 1 >request; echo '\(Self.reply)'"
    #expect(try await reply(of: script, request: request) == "no luck")
    let arrived = try JSONDecoder().decode(
      WorkRequest.self, from: Data(contentsOf: URL(fileURLWithPath: folder.path("request"))))
    #expect(arrived.files.first?.data == request.files.first?.data)
  }

  @Test(arguments: [
    "echo $$ >pid; exec sleep 100000", "exec >&-; echo $$ >pid; exec sleep 100000",
    "echo $$ >pid; yes flood >&2",
  ])
  func `cancelling the task kills the worker`(script: String) async throws {
    let worker = WorkerProcess(executable: try folder.executable(script), limits: .ample)
    let task = Task { try await worker.answer(to: small) }
    try await Processes.wait { folder.text("pid").hasSuffix("\n") }
    #expect(Processes.isRunning(folder.text("pid")))
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    #expect(!Processes.isRunning(folder.text("pid")))
  }

  @Test func `a task that is cancelled before it begins leaves no worker`() async throws {
    let worker = WorkerProcess(
      executable: try folder.executable("echo $$ >pid; exec sleep 100000"), limits: .ample)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await worker.answer(to: small)
    }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    #expect(!Processes.isRunning(folder.text("pid")))
  }

  @Test func `a program that is not there is told`() async throws {
    let worker = WorkerProcess(executable: folder.path("missing"), limits: .ample)
    let failure = await #expect(throws: WorkerFailure.self) { _ = try await worker.answer(to: small) }
    #expect(failure?.description.hasPrefix("the worker process could not be started: ") == true)
    #expect(failure?.description.contains(folder.path("missing")) == true)
  }

  @Test func `many workers at once each get their own answer`() async throws {
    let script = """
      line=$(head -n 1); day=${line##*today\\":\\"}; day=${day%%\\"*}
      echo "{\\"reply\\":{\\"_0\\":{\\"failed\\":{\\"_0\\":\\"$day\\"}}}}"
      """
    let worker = WorkerProcess(executable: try folder.executable(script), limits: .ample)
    let days = (10..<30).map { "2026-11-\($0)" }
    let answers = try await withThrowingTaskGroup(of: [String: String].self) { group in
      for day in days {
        group.addTask {
          let request = WorkRequest(job: .plan, files: [], today: day)
          guard case .failed(let answer) = try await worker.answer(to: request) else { return [:] }
          return [day: answer]
        }
      }
      return try await group.reduce(into: [:]) { $0.merge($1) { a, _ in a } }
    }
    #expect(answers == Dictionary(uniqueKeysWithValues: days.map { ($0, $0) }))
  }
}
