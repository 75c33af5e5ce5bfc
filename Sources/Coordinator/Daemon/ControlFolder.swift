import Foundation
public import Ledger

/// Orders of the command line to a daemon that holds the ledger: a file for each, which it takes within ten seconds.
public struct ControlFolder: Sendable {
  private let folder: URL

  /// The orders in the state folder of a root.
  public init(_ state: StateFolder) {
    folder = URL(fileURLWithPath: state.path, isDirectory: true).appendingPathComponent("control")
  }

  /// Leaves the order to cancel `job`.
  public func cancel(_ job: JobID) throws {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data().write(to: folder.appendingPathComponent("cancel-\(job)"), options: .atomic)
  }

  /// The jobs that are to be cancelled, by number; each order is given out once.
  func taken() throws -> [JobID] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    var jobs: [JobID] = []
    for name in names.sorted() where name.hasPrefix("cancel-") {
      if let job = JobID(text: String(name.dropFirst("cancel-".count))) { jobs.append(job) }
      try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
    return jobs
  }
}
