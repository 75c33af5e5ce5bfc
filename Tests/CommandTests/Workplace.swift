import Fixtures
import Foundation
import Subprocess
import SystemPackage

/// A folder in which the program is run as its user would run it, removed after the test.
final class Workplace: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("CommandTests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// What a run left: its status and what it printed.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    /// Standard error, line by line.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// The program as it was built beside these tests.
  static let program: String = BuiltProgram.path

  /// Runs `counterpart` with `arguments` in this folder.
  func counterpart(_ arguments: String...) async throws -> Outcome {
    try await run(Self.program, arguments)
  }

  /// Runs `program` with `arguments` in this folder.
  func run(_ program: String, _ arguments: [String]) async throws -> Outcome {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments),
      environment: .inherit.updating(["COLUMNS": "80", "SWIFT_BACKTRACE": "enable=no"]),
      workingDirectory: FilePath(url.path), output: .string(limit: 1 << 24), error: .string(limit: 1 << 24))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Outcome(
      status: status, output: result.standardOutput, errors: result.standardError)
  }
}

// MARK: - Files

extension Workplace {
  /// The programmes that come with the project.
  static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios")

  /// A copy of scenarios/tutorial as `name`.
  func addTutorial(as name: String = "tutorial") throws {
    try FileManager.default.copyItem(
      at: Self.scenarios.appendingPathComponent("tutorial"), to: url.appendingPathComponent(name))
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  func write(_ text: String, as name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Replaces `old` by `new` in a file that holds it.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let before = try text(name)
    guard before.contains(old) else { throw Missing(text: old, file: name) }
    try write(before.replacingOccurrences(of: old, with: new), as: name)
  }

  struct Missing: Error {
    var text: String
    var file: String
  }

  /// The names directly inside a folder, hidden ones too; sorted.
  func names(in folder: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// Every file of a folder by its path inside, with its bytes.
  func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path(folder)) {
      let file = url.appendingPathComponent(folder + "/" + name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[name] = try Data(contentsOf: file)
    }
    return files
  }

  /// A CSV file's rows without its header, cell by cell; for tables without quoted commas.
  func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
