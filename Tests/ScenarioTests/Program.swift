import Fixtures
import Foundation
import Subprocess
import SystemPackage

/// The program run as its user would run it.
enum Program {
  /// What a run left: its status and what it printed.
  struct Outcome: Sendable {
    /// The exit status; 128 and more for a signal.
    var status: Int32
    var output: String
    var errors: String
    /// Standard error, line by line.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// The program built beside these tests, or the one that COUNTERPART_PROGRAM names.
  static let path = ProcessInfo.processInfo.environment["COUNTERPART_PROGRAM"] ?? BuiltProgram.path

  /// Whether the program is one that was built for use, several times as fast as one built with tests.
  static let isOptimised = ProcessInfo.processInfo.environment["COUNTERPART_PROGRAM"] != nil

  /// Runs `counterpart` with `arguments` in `folder`.
  static func run(_ arguments: [String], in folder: URL) async throws -> Outcome {
    try await run(path, arguments, in: folder)
  }

  /// The same, but with at most `seconds` of processor time for each process, and ten minutes by the clock.
  ///
  /// Processor time, because it does not depend on what else the machine does. The worker inherits the limit.
  static func run(_ arguments: [String], in folder: URL, processorSeconds seconds: Int) async throws
    -> Outcome
  {
    try await run(
      "/bin/sh",
      ["-c", "ulimit -t \(seconds); exec timeout -s KILL 600 \"$0\" \"$@\"", path] + arguments, in: folder)
  }

  private static func run(_ program: String, _ arguments: [String], in folder: URL) async throws -> Outcome {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments),
      environment: .inherit.updating(["COLUMNS": "80", "SWIFT_BACKTRACE": "enable=no"]),
      workingDirectory: FilePath(folder.path), output: .string(limit: 1 << 26), error: .string(limit: 1 << 26)
    )
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Outcome(status: status, output: result.standardOutput, errors: result.standardError)
  }
}

/// A folder of its own for a test, removed after it.
final class Workplace: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("ScenarioTests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, and its folder where there is none.
  func write(_ text: String, as name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  /// A CSV file's rows without its header, cell by cell; for tables without quoted commas.
  func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

/// The programmes that come with the project.
enum Scenario {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func folder(_ name: String) -> URL { root.appendingPathComponent("scenarios/\(name)") }

  /// programme.yaml and the tables of a scenario, by name.
  static func files(_ name: String) throws -> [String: [UInt8]] {
    let folder = folder(name)
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".csv") || name == "programme.yaml" {
      files[name] = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
    return files
  }
}
