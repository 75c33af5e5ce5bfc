import Fixtures
import Foundation
import Subprocess
import SystemPackage

/// The Slurm of one node that Scripts/slurm-node runs for these tests, started by the first that needs it; it ends with
/// this process.
actor Node {
  static let shared = Node()

  /// What a test says that is skipped where there is no Slurm.
  static let missing = "Slurm is not installed: apt install slurm-wlm munge"

  /// Whether everything is there that a Slurm of one node needs.
  static let isInstalled: Bool = {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "scontrol", "sinfo"].allSatisfy {
      name in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
  }()

  private static var environment: [String: String] {
    var own = ProcessInfo.processInfo.environment
    own["PATH"] = (own["PATH"] ?? "/usr/bin:/bin") + ":/usr/sbin:/sbin"
    own["SWIFT_BACKTRACE"] = "enable=no"
    return own
  }

  static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private var starting: Task<[String: String], any Error>?

  struct Failure: Error { let words: String }

  /// The variables under which Slurm's commands, and what uses them, speak to the node.
  var variables: [String: String] {
    get async throws {
      let task = starting ?? Task { try await Self.start() }
      starting = task
      return try await task.value
    }
  }

  private static func start() async throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("slurm-\(UInt32.random(in: 0...UInt32.max))").path
    let script = sources.appendingPathComponent("Scripts/slurm-node").path
    let result = try await Subprocess.run(
      .path(FilePath(script)),
      arguments: ["start", folder, String(ProcessInfo.processInfo.processIdentifier)],
      output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
    guard result.terminationStatus == .exited(0) else { throw Failure(words: result.standardError) }
    return environment.merging(["SLURM_CONF": folder + "/slurm.conf"]) { $1 }
  }

  /// Runs a command of Slurm and answers what it printed.
  @discardableResult
  static func run(_ command: String, _ arguments: String...) async throws -> String {
    try await Program.run(command, arguments, try await shared.variables).output
  }

  /// A row `ID STATE NAME` for each job that the node knows under a name that begins so.
  static func jobs(named prefix: String) async throws -> [(id: String, state: String)] {
    let rows = try await run("squeue", "--noheader", "--states=all", "--Format=JobID:20,State:24,Name:128")
    return rows.split(separator: "\n").compactMap { row in
      let words = row.split(separator: " ").map(String.init)
      return words.count == 3 && words[2].hasPrefix(prefix) ? (words[0], words[1]) : nil
    }
  }
}

/// Programs that are run to their end.
enum Program {
  /// The program as it was built beside these tests.
  static let path: String = BuiltProgram.path

  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs `program`, by path or by a name in the `PATH` of `variables`.
  static func run(
    _ program: String, _ arguments: [String], _ variables: [String: String]
  ) async throws -> Outcome {
    let all = Dictionary(
      uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    let result = try await Subprocess.run(
      program.hasPrefix("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
      environment: .custom(all), output: .string(limit: 1 << 24), error: .string(limit: 1 << 24))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Outcome(status: status, output: result.standardOutput, errors: result.standardError)
  }
}
