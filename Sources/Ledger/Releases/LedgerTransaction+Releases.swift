public import Domain
import Foundation
import GRDB

extension LedgerTransaction {
  /// Writes a release down, before its folder is made, and returns its number.
  ///
  /// Its entries do not count until it is published. Throws `LedgerError`: `releaseOpen` while another is prepared,
  /// `jobNotRunning`, `jobOfAnotherProgramme`, `unknownRelease` where there is none to bring back, `entryFalls`,
  /// `invalidValue` where two feeds have one file or one owner.
  public func prepare(_ new: NewRelease) throws -> Int {
    let job = try record(new.job)
    guard job.programme == new.programme else {
      throw LedgerError.jobOfAnotherProgramme(new.job, new.programme)
    }
    guard case .running = job.state else { throw LedgerError.jobNotRunning(new.job, job.state.stage) }
    if let open = try preparedRelease(of: new.programme) {
      throw LedgerError.releaseOpen(new.programme, number: open.number)
    }
    let number = try latestRelease(of: new.programme).map { $0.number + 1 } ?? 1
    if let restores = new.restores, try release(restores, of: new.programme) == nil {
      throw LedgerError.unknownRelease(new.programme, number: restores)
    }
    try database.execute(
      sql: """
        INSERT INTO releases (programme, number, job, state, prepared_at, plan, plan_sha256, base_input, restores)
        VALUES (?, ?, ?, 'prepared', ?, ?, ?, ?, ?)
        """,
      arguments: [
        new.programme.text, number, new.job.number, at.milliseconds, Data(new.plan), hashing(new.plan).text,
        new.basedOn?.number, new.restores,
      ])
    try insert(new.feeds, of: new.programme, number: number)
    try insert(new.entries, of: new.programme, number: number)
    try note(
      .releasePrepared, programme: new.programme, job: new.job,
      details: [LedgerCell("release", String(number))])
    return number
  }

  /// Prepared → published, once `current` points to its folder; its job is done with it, in the same change.
  ///
  /// Throws `unknownRelease`, `releasePublished`.
  public func publish(_ number: Int, of programme: ProgrammeID, summary: String) throws {
    let release = try requirePrepared(number, of: programme)
    try database.execute(
      sql: """
        UPDATE releases SET state = 'published', published_at = ? WHERE programme = ? AND number = ?
        """,
      arguments: [at.milliseconds, programme.text, number])
    try note(
      .releasePublished, programme: programme, job: release.job,
      details: [LedgerCell("release", String(number))])
    try finish(release.job, summary: summary)
  }

  /// Takes a prepared release back, entries and feeds with it: its number is free again and its job still running.
  ///
  /// Throws `unknownRelease`, `releasePublished`.
  public func drop(_ number: Int, of programme: ProgrammeID) throws {
    let release = try requirePrepared(number, of: programme)
    try database.execute(
      sql: "DELETE FROM releases WHERE programme = ? AND number = ?", arguments: [programme.text, number])
    try note(
      .releaseDropped, programme: programme, job: release.job,
      details: [LedgerCell("release", String(number))])
  }

  private func requirePrepared(_ number: Int, of programme: ProgrammeID) throws -> Release {
    guard let release = try release(number, of: programme) else {
      throw LedgerError.unknownRelease(programme, number: number)
    }
    guard release.state == .prepared else {
      throw LedgerError.releasePublished(programme, number: number)
    }
    return release
  }

  private func insert(_ feeds: [ReleaseFeed], of programme: ProgrammeID, number: Int) throws {
    guard Set(feeds.map(\.file)).count == feeds.count, Set(feeds.map(\.owner)).count == feeds.count else {
      throw LedgerError.invalidValue("each feed of a release needs a file and an owner of its own")
    }
    let before = try digests(ofFeedsIn: number - 1, of: programme)
    let sql = """
      INSERT INTO feeds (programme, release, owner_kind, owner, file, sha256, changed)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    for feed in feeds {
      try database.cachedStatement(sql: sql).execute(arguments: [
        programme.text, number, feed.owner.kind, feed.owner.id, feed.file, feed.digest.text,
        before[feed.file] != feed.digest,
      ])
    }
  }

  private func digests(ofFeedsIn number: Int, of programme: ProgrammeID) throws -> [String: ContentDigest] {
    let feeds = try feeds(ofRelease: number, of: programme)
    return Dictionary(feeds.map { ($0.feed.file, $0.feed.digest) }) { first, _ in first }
  }

  private func insert(_ entries: [CalendarEntry], of programme: ProgrammeID, number: Int) throws {
    let standing = Dictionary(try self.entries(of: programme).map { ($0.uid, $0) }) { first, _ in first }
    let sql = """
      INSERT INTO entries (programme, uid, release, sequence, last_modified, digest, cancelled_since)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    var seen: Set<String> = []
    for entry in entries {
      guard !entry.uid.isEmpty, entry.sequence >= 0, seen.insert(entry.uid).inserted else {
        throw LedgerError.invalidValue(
          "each calendar entry of a release needs a UID of its own and a SEQUENCE of 0 or more")
      }
      if let old = standing[entry.uid] {
        guard entry.sequence >= old.sequence, entry.lastModified >= old.lastModified else {
          throw LedgerError.entryFalls(uid: entry.uid)
        }
        if entry == old { continue }
      }
      try database.cachedStatement(sql: sql).execute(arguments: [
        programme.text, entry.uid, number, entry.sequence, entry.lastModified.milliseconds,
        entry.digest.text, entry.cancelledSince?.milliseconds,
      ])
    }
  }
}
