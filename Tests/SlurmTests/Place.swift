import Fixtures
import Foundation

@testable import Solving

/// A folder of its own for one test, with one for Slurm in it, removed with all that is in it.
final class Place: Sendable {
  let url: URL
  /// Whose jobs are this test's.
  let owner = "test" + String(UInt64.random(in: 0...UInt64.max), radix: 16)

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("SlurmTests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func text(_ name: String) -> String { (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? "" }

  func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []).sorted()
  }

  /// An executable that runs `script` in sh.
  func executable(_ script: String, as name: String = "worker.sh") throws -> String {
    let path = path(name)
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  /// Settings under which a test need not wait long.
  func settings(partition: String = "main") async throws -> SlurmSettings {
    var settings = try SlurmSettings(
      folder: path("slurm"), owner: owner,
      environment: try await Node.shared.variables.merging(["SBATCH_PARTITION": partition]) { $1 })
    settings.questionMilliseconds = 100
    settings.lookMilliseconds = 20
    return settings
  }

  /// A worker that Slurm runs.
  func worker(_ executable: String, limits: WorkerLimits = .ample) async throws -> SlurmWorker {
    SlurmWorker(executable: executable, limits: limits, settings: try await settings())
  }

  /// What `file` of the folder of this test's one job holds.
  func jobText(_ file: String) -> String {
    names("slurm").first.map { text("slurm/\($0)/\(file)") } ?? ""
  }

  /// The process that a job has written into its file `pid`.
  func jobProcess() async throws -> Int32 {
    try await Self.wait { self.jobText("pid").hasSuffix("\n") }
    return Int32(jobText("pid").trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
  }

  /// Whether process `pid` is running and no zombie.
  static func isRunning(_ pid: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let state = status.components(separatedBy: ") ").last?.first
    else { return false }
    return state != "Z" && state != "X"
  }

  /// Returns once `condition` holds; the test's own time limit is what ends a wait in vain.
  static func wait(until condition: () async throws -> Bool) async throws {
    while try await !condition() { try await Task.sleep(for: .milliseconds(20)) }
  }
}

extension WorkerLimits {
  /// More time than any test takes, and less memory than the node has.
  static var ample: WorkerLimits {
    var limits = WorkerLimits(timeLimit: 600)
    limits.memory = 2 << 30
    return limits
  }
}

/// The programme of scenarios/tutorial.
enum Tutorial {
  static func request(_ job: WorkRequest.Job = .plan) throws -> WorkRequest {
    WorkRequest(
      job: job,
      files: try TutorialFolder.files().map { WorkRequest.File(name: $0.name, data: $0.data) },
      today: "2026-11-23")
  }
}
