import Fixtures
import Foundation
import Logging
import Serving
import Subprocess
import SystemPackage

/// A root folder in which the program itself has published the tutorial, removed after the test.
final class RealRoot: Sendable {
  let path: String

  private init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("ServingTests-\(UUID().uuidString)", isDirectory: true).path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A copy of a root that is made once.
  static func published() async throws -> RealRoot {
    let root = try RealRoot()
    try FileManager.default.copyItem(atPath: try await Template.shared.root.path, toPath: root.path)
    return root
  }

  /// The program as it was built beside these tests.
  static let program: String = BuiltProgram.path

  /// Runs `counterpart`; its exit status, and what it printed on both ways.
  func counterpart(_ arguments: String...) async throws -> (status: Int32, output: String) {
    let result = try await Subprocess.run(
      .path(FilePath(Self.program)), arguments: Arguments(arguments),
      environment: .inherit.updating(["COLUMNS": "80", "SWIFT_BACKTRACE": "enable=no"]),
      output: .string(limit: 1 << 24), error: .string(limit: 1 << 24))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return (status, result.standardOutput + result.standardError)
  }

  /// Serves the root from this process while `body` runs.
  func serving<T>(_ body: (WebServer) async throws -> T) async throws -> T {
    let server = try await WebServer.start(
      at: .port(host: "127.0.0.1", 0), root: path,
      log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    do {
      let result = try await body(server)
      await server.stop(within: 0.1)
      return result
    } catch {
      await server.stop(within: 0.1)
      throw error
    }
  }

  fileprivate static func make() async throws -> RealRoot {
    let root = try RealRoot()
    let incoming = URL(fileURLWithPath: root.path).appendingPathComponent("incoming/tut")
    try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
    for (name, data) in try TutorialFolder.files() {
      let more = name == "programme.yaml" ? "\npublish: {policy: automatic}\n" : ""
      try (data + Data(more.utf8)).write(to: incoming.appendingPathComponent(name))
    }
    _ = try await root.counterpart("serve", "--root", root.path, "--settle", "0", "--once")
    return root
  }
}

/// The root that others are copies of.
private actor Template {
  static let shared = Template()
  private var making: Task<RealRoot, any Error>?

  var root: RealRoot {
    get async throws {
      let task =
        making
        ?? Task {
          let root = try await RealRoot.make()
          SharedFolder.removeAtEnd(root.path)
          return root
        }
      making = task
      return try await task.value
    }
  }
}
