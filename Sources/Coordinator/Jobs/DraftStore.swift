import Domain
import Foundation
import Ledger

/// The newest plan of a programme that waits to be published; one at most.
struct DraftStore {
  let place: Workplace
  let programme: ProgrammeID

  private struct Kept: Codable {
    var job: Int64
    var made: MadePlan
  }

  private var file: URL { place.own("plans", "\(programme).json") }

  /// Keeps a plan in the place of the one before.
  func keep(_ made: MadePlan, of job: JobID) throws {
    try place.keep(try JSONEncoder().encode(Kept(job: job.number, made: made)), as: file)
  }

  /// The plan that waits, and the job that made it.
  func newest() throws -> (MadePlan, JobID)? {
    guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
    let kept = try JSONDecoder().decode(Kept.self, from: data)
    return (kept.made, JobID(kept.job))
  }

  /// Forgets it.
  func remove() throws {
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    try FileManager.default.removeItem(at: file)
  }
}
