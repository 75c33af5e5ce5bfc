import Fixtures
import Foundation

@testable import Solving

/// The program as it was built beside these tests.
enum Binary {
  static let path: String = BuiltProgram.path
}

/// The programme of scenarios/tutorial.
enum Tutorial {
  static func request(_ job: WorkRequest.Job = .plan) throws -> WorkRequest {
    WorkRequest(
      job: job,
      files: try TutorialFolder.files().map { WorkRequest.File(name: $0.name, data: $0.data) },
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
