import Domain
import Foundation
@preconcurrency import Glibc
import Subprocess
import Synchronization
import SystemPackage
import Testing

@testable import Solving

/// The worker as it is, started as the program starts it.
@Suite(.timeLimit(.minutes(2)))
struct RealWorkerTests {
  private let worker = WorkerProcess(executable: Binary.path, limits: .ample)

  @Test func `the tutorial is planned, phase by phase`() async throws {
    let phases = Mutex<[String]>([])
    let reply = try await worker.answer(to: Tutorial.request()) { made in
      phases.withLock { if $0.last != made.phase { $0.append(made.phase) } }
    }
    guard case .plan(let plan, _) = reply else {
      Issue.record("no plan but \(reply)")
      return
    }
    #expect(plan.pairs.map(\.id.text) == ["GLO+HEB", "ILK+PEN"])
    #expect(plan.visits.count == 4)
    #expect(Array(phases.withLock { $0 }.prefix(3)) == ["opportunities", "pairing", "options"])
  }

  @Test func `pairs alone have no visits`() async throws {
    guard case .plan(let plan, _) = try await worker.answer(to: Tutorial.request(.pair)) else {
      Issue.record("no plan")
      return
    }
    #expect(plan.pairs.count == 2)
    #expect(plan.visits.isEmpty && plan.unscheduled.isEmpty)
  }

  @Test func `a request without files is refused, diagnostic by diagnostic`() async throws {
    let reply = try await worker.answer(to: WorkRequest(job: .plan, files: [], today: "2026-11-23"))
    guard case .refused(let lines) = reply else {
      Issue.record("not refused but \(reply)")
      return
    }
    #expect(
      lines.contains { $0.hasPrefix("programme.yaml:1:1: error: the programme has no programme.yaml; ") })
  }

  @Test func `wishes that contradict each other are refused`() async throws {
    var request = try Tutorial.request(.pair)
    request.forbid = [["GLO", "HEB"]]
    request.force = [["HEB", "GLO"]]
    guard case .refused(let lines) = try await worker.answer(to: request) else {
      Issue.record("not refused")
      return
    }
    #expect(
      lines == [
        "error: GLO+HEB is forced and also forbidden or a previous pair; remove one of the two rules"
      ])
  }

  @Test func `too little memory ends the job and nothing else`() async throws {
    var limits = WorkerLimits.ample
    limits.memory = 1 << 20
    let starved = WorkerProcess(executable: Binary.path, limits: limits)
    await #expect(throws: WorkerFailure.self) { _ = try await starved.answer(to: Tutorial.request()) }
    guard case .plan = try await worker.answer(to: Tutorial.request()) else {
      Issue.record("the next job failed too")
      return
    }
  }

  @Test func `a request that cannot be read ends with status 65`() async throws {
    let result = try await Subprocess.run(
      .path(FilePath(Binary.path)), arguments: ["worker"], input: .string("{}\n"),
      output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
    #expect(result.terminationStatus == .exited(65))
    #expect(result.standardOutput == "")
    #expect(result.standardError == "the request cannot be read\n")
  }

  /// A parent that holds the worker's input open and is killed while the worker is at work on `request`.
  @Test(arguments: [false, true])
  func `the worker ends with its parent`(isAtWork: Bool) async throws {
    let folder = try Folder()
    let line = isAtWork ? try Self.longRequest() + Data("\n".utf8) : Data("{".utf8)
    try folder.write(line, as: "request")
    let parent = """
      mkfifo input
      '\(Binary.path)' worker <input >output 2>log & echo $! >pid
      exec 9>input
      cat request >&9
      echo $$ >parent
      exec sleep 100000
      """
    // The shell becomes `sleep`, which holds descriptor 9 for as long as it lives.
    async let ended = Subprocess.run(
      .path(FilePath(try folder.executable(parent))), input: .none, output: .discarded, error: .discarded)
    try await Processes.wait {
      folder.text("parent").hasSuffix("\n") && (!isAtWork || folder.text("output").contains("opportunities"))
    }
    #expect(Processes.isRunning(folder.text("pid")))
    kill(Int32(folder.text("parent").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0, SIGKILL)
    _ = try await ended
    try await Processes.wait { !Processes.isRunning(folder.text("pid")) }
    #expect(!folder.text("output").contains("reply"))
  }

  /// The tutorial with so many more teams that it takes far longer than a parent takes to die.
  private static func longRequest() throws -> Data {
    var request = try Tutorial.request()
    for index in request.files.indices {
      let file = request.files[index]
      guard ["teams.csv", "people.csv", "mdt.csv", "indicators.csv"].contains(file.name) else { continue }
      var rows = String(decoding: file.data, as: UTF8.self).split(separator: "\n").map(String.init)
      let originals = rows.dropFirst()
      for copy in 1...60 {
        rows += originals.map { row in
          ["GLO", "HEB", "ILK", "PEN"].reduce(row) { text, team in
            text.replacingOccurrences(
              of: "(^|,)\(team)(?=[,-])", with: "$1\(team)\(copy)", options: .regularExpression)
          }
        }
      }
      request.files[index].data = Data((rows.joined(separator: "\n") + "\n").utf8)
    }
    return try JSONEncoder().encode(request)
  }
}
