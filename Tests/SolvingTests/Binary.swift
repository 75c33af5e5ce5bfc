import Foundation

@testable import Solving

/// The program as it was built beside these tests.
enum Binary {
  static let path: String = {
    // The test bundle lies in the folder of everything that was built.
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("counterpart").path
  }()
}

/// The programme of scenarios/tutorial.
enum Tutorial {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios/tutorial")

  static func request(_ job: WorkRequest.Job = .plan) throws -> WorkRequest {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }
    return WorkRequest(
      job: job,
      files: try names.map {
        WorkRequest.File(name: $0, data: try Data(contentsOf: folder.appendingPathComponent($0)))
      },
      today: "2026-11-23")
  }

  /// A request of many megabytes, which no pipe holds.
  static func hugeRequest() -> WorkRequest {
    WorkRequest(
      job: .plan, files: [WorkRequest.File(name: "teams.csv", data: Data(count: 6 << 20))],
      today: "2026-11-23")
  }
}

extension WorkerLimits {
  /// Far more than any test takes.
  static let ample = WorkerLimits(timeLimit: 600)

  /// Killed after three seconds, in which a shell has long begun.
  static var brief: WorkerLimits {
    var limits = WorkerLimits.ample
    limits.wallSeconds = 3
    return limits
  }
}
