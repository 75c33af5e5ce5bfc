public import Domain
import Foundation
public import Ledger
import Spool

/// What a programme's newest release says: the visits, and what it changed in words.
public struct PublishedSchedule: Sendable {
  /// The release.
  public let release: Release
  /// Its visits by start, and those that were published once and are cancelled.
  public let visits: [Visit]

  /// Reads the newest release; `nil` before the first.
  public init?(of programme: ProgrammeID, in ledger: some LedgerReading) throws {
    guard let (release, released) = try ReleasedPlan.latest(of: programme, in: ledger) else { return nil }
    self.release = release
    visits = released.shown.visits
  }

  /// changes.txt of the newest release in the root folder at `root`; `nil` where there is none.
  public static func changes(
    of programme: ProgrammeID, in ledger: some LedgerReading, root: String
  ) throws -> (release: Int, text: String)? {
    guard let release = try ledger.latestRelease(of: programme), let folder = programme.folder else {
      return nil
    }
    let path = "\(SpoolRoot(root).path(ofRelease: release.number, of: folder))/changes.txt"
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return (release.number, String(decoding: data, as: UTF8.self))
  }
}
