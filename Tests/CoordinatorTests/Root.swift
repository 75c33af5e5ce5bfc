import Fixtures
import Foundation
import Subprocess
import SystemPackage

/// A root folder with a daemon that is run as its operator would run it, removed after the test.
final class Root: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("CoordinatorTests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// A root in which the tutorial has become release 1 under the policy automatic.
  static func withRelease() async throws -> Root {
    let ready = try await Template.shared.root
    let root = try Root()
    for name in ready.names("") {
      try FileManager.default.copyItem(atPath: ready.path(name), toPath: root.path(name))
    }
    return root
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// What a run left: its status and what it printed.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The program as it was built beside these tests.
  static let program: String = BuiltProgram.path

  /// Runs `counterpart` with `arguments`.
  func counterpart(_ arguments: [String]) async throws -> Outcome {
    let result = try await Subprocess.run(
      .path(FilePath(Self.program)), arguments: Arguments(arguments),
      environment: .inherit.updating(["COLUMNS": "80", "SWIFT_BACKTRACE": "enable=no"]),
      output: .string(limit: 1 << 24), error: .string(limit: 1 << 24))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Outcome(status: status, output: result.standardOutput, errors: result.standardError)
  }

  /// Lets the daemon work until nothing is left to do.
  @discardableResult
  func serve(_ more: String...) async throws -> Outcome {
    try await counterpart(["serve", "--root", url.path, "--settle", "0", "--once"] + more)
  }
}

// MARK: - Files

extension Root {
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []).sorted()
  }

  /// Drops a file into the programme's folder.
  func drop(_ text: String, as name: String, into programme: String = "tut") throws {
    let folder = url.appendingPathComponent("incoming/\(programme)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The files of the tutorial by name, with `publish` settings added.
  static func tutorialFiles(policy: String) throws -> [(name: String, text: String)] {
    let extra = "\npublish: {policy: \(policy), freeze_days: 14}\n"
    return try TutorialFolder.files().map { name, data in
      (name, String(decoding: data, as: UTF8.self) + (name == "programme.yaml" ? extra : ""))
    }
  }

  /// Drops the whole tutorial.
  func dropTutorial(policy: String = "automatic", into programme: String = "tut") throws {
    for file in try Self.tutorialFiles(policy: policy) { try drop(file.text, as: file.name, into: programme) }
  }

  /// Every published file with its bytes, by name below `published`.
  func published() -> [String: Data] {
    var files: [String: Data] = [:]
    let top = path("published")
    for name in FileManager.default.enumerator(atPath: top)?.compactMap({ $0 as? String }) ?? [] {
      files[name] = FileManager.default.contents(atPath: "\(top)/\(name)")
    }
    return files
  }

  /// A row of the published schedule: SEQUENCE and start of each visit, by UID, from the programme's calendar.
  func visits(release: String = "current") throws -> [String: (sequence: Int, start: String, status: String)]
  {
    var visits: [String: (sequence: Int, start: String, status: String)] = [:]
    let place = release == "current" ? "current" : "releases/\(release)"
    let text = try text("published/tut/\(place)/feeds/programme.ics").replacing("\r\n ", with: "")
    for block in text.components(separatedBy: "BEGIN:VEVENT\r\n").dropFirst() {
      func value(_ name: String) -> String {
        let line = block.components(separatedBy: "\r\n").first { $0.hasPrefix(name) }
        return line.flatMap { $0.split(separator: ":", maxSplits: 1).last.map(String.init) } ?? ""
      }
      let uid = value("UID")
      guard uid.split(separator: "~").count == 2 else { continue }
      let name = uid.split(separator: "~")[1].replacing("@counterpart", with: "")
      visits[String(name)] = (Int(value("SEQUENCE")) ?? 0, value("DTSTART"), value("STATUS"))
    }
    return visits
  }
}

/// The first release of the tutorial, made once for all tests that begin with it.
private actor Template {
  static let shared = Template()
  private var making: Task<Root, any Error>?

  var root: Root {
    get async throws {
      let task =
        making
        ?? Task {
          let root = try Root()
          SharedFolder.removeAtEnd(root.url.path)
          try root.dropTutorial()
          try await root.serve()
          return root
        }
      making = task
      return try await task.value
    }
  }
}
