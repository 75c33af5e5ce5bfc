import Foundation
import Subprocess
import SystemPackage

/// Slurm's commands, each run to its end whatever becomes of the task that wants it: a job whose submission is cut
/// short might run and be known to nobody.
struct SlurmCommands: Sendable {
  private let places: [Name: String]
  private let environment: [String: String]

  /// A command that is needed.
  enum Name: String, CaseIterable, Sendable {
    case sbatch, squeue, scancel
  }

  /// A command that failed.
  struct Trouble: Error, CustomStringConvertible {
    let description: String
  }

  /// Seconds that a command may take.
  private static let patience = 90

  /// The variables that sbatch and workers get. All others stay with the daemon. Those of sbatch are how an operator
  /// chooses among partitions and accounts.
  private static let inherited = [
    "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "SLURM_CONF",
    "SBATCH_PARTITION", "SBATCH_ACCOUNT", "SBATCH_QOS", "SBATCH_RESERVATION", "SBATCH_CONSTRAINT",
  ]

  /// The commands that the `PATH` of `environment` leads to.
  init(_ environment: [String: String]) throws(SlurmRefusal) {
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    var places: [Name: String] = [:]
    for name in Name.allCases {
      let place = folders.map { "\($0)/\(name.rawValue)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
      guard let place else {
        throw SlurmRefusal(
          "Slurm's command \(name.rawValue) is not installed here; install it (Debian: apt install slurm-client), or "
            + "leave out --solver slurm")
      }
      places[name] = place
    }
    self.places = places
    self.environment = environment.filter { Self.inherited.contains($0.key) }
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
  }

  /// Runs `name` with `arguments` and answers what it printed.
  func run(_ name: Name, _ arguments: [String]) async throws -> String {
    // A task of its own, which is not cancelled with the one that waits for it.
    try await Task.detached { try await finish(name, arguments) }.value
  }

  private func finish(_ name: Name, _ arguments: [String]) async throws -> String {
    try await withThrowingTaskGroup(of: String.self) { group in
      group.addTask { try await start(name, arguments) }
      group.addTask {
        try await Task.sleep(for: .seconds(Self.patience))
        throw Trouble(description: "\(name.rawValue) did not end within \(Self.patience) s")
      }
      defer { group.cancelAll() }
      return try await group.next() ?? ""
    }
  }

  private func start(_ name: Name, _ arguments: [String]) async throws -> String {
    let variables = Dictionary(
      environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
    ) { first, _ in first }
    let result: ExecutionResult<Void, StringOutput<UTF8>, StringOutput<UTF8>>
    do {
      result = try await Subprocess.run(
        .path(FilePath(places[name] ?? name.rawValue)), arguments: Arguments(arguments),
        environment: .custom(variables), output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
    } catch let error as SubprocessError {
      throw Trouble(description: "\(name.rawValue) could not be run: \(error)")
    }
    guard result.terminationStatus == .exited(0) else {
      let words = result.standardError.split(separator: "\n").prefix(5).joined(separator: "; ")
      throw Trouble(
        description: "\(name.rawValue) failed"
          + (words.isEmpty ? " (\(result.terminationStatus))" : ": \(words)"))
    }
    return result.standardOutput
  }
}
