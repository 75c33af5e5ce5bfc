public import Domain
import Foundation
import GRDB

extension LedgerReading {
  /// The releases of a programme, by number; a prepared one is the last.
  public func releases(of programme: ProgrammeID) throws -> [Release] {
    try releases(where: "programme = ? ORDER BY number", [programme.text])
  }

  /// The release of this number; `nil` where there is none.
  public func release(_ number: Int, of programme: ProgrammeID) throws -> Release? {
    try releases(where: "programme = ? AND number = ?", [programme.text, number]).first
  }

  /// The newest published release; `nil` before the first.
  public func latestRelease(of programme: ProgrammeID) throws -> Release? {
    try releases(
      where: "programme = ? AND state = 'published' ORDER BY number DESC LIMIT 1", [programme.text]
    ).first
  }

  /// The release that is prepared and neither published nor dropped; `nil` where there is none.
  public func preparedRelease(of programme: ProgrammeID) throws -> Release? {
    try releases(where: "programme = ? AND state = 'prepared'", [programme.text]).first
  }

  /// plan.json of a release; `nil` where there is no such release. Throws `planPruned` where it is no longer kept.
  public func plan(ofRelease number: Int, of programme: ProgrammeID) throws -> [UInt8]? {
    try query { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT plan FROM releases WHERE programme = ? AND number = ?",
        arguments: [programme.text, number])
      guard let row else { return nil }
      guard let plan = row["plan"] as Data? else {
        throw LedgerError.planPruned(programme, number: number)
      }
      return Array(plan)
    }
  }

  /// The feeds of a release by file, and whether each differs from the same file of the release before.
  public func feeds(
    ofRelease number: Int, of programme: ProgrammeID
  ) throws -> [(feed: ReleaseFeed, changed: Bool)] {
    let sql = "SELECT * FROM feeds WHERE programme = ? AND release = ? ORDER BY file"
    return try query { database in
      try Row.fetchAll(database, sql: sql, arguments: [programme.text, number]).map { row in
        let feed = ReleaseFeed(
          owner: try connection.owner(kind: row["owner_kind"], id: row["owner"]), file: row["file"],
          digest: try connection.digest(row["sha256"]))
        return (feed, row["changed"])
      }
    }
  }

  /// Every calendar entry of the programme that was ever published, as it stands since the newest published release,
  /// by UID in byte order.
  public func entries(of programme: ProgrammeID) throws -> [CalendarEntry] {
    let sql = """
      SELECT uid, sequence, last_modified, digest, cancelled_since FROM entries AS e
      WHERE programme = ?1 AND release = (
        SELECT MAX(release) FROM entries
        JOIN releases ON releases.programme = entries.programme AND releases.number = entries.release
        WHERE entries.programme = ?1 AND entries.uid = e.uid AND releases.state = 'published')
      ORDER BY uid
      """
    return try query { database in
      try Row.fetchAll(database, sql: sql, arguments: [programme.text]).map { row in
        CalendarEntry(
          uid: row["uid"], sequence: row["sequence"],
          lastModified: Timestamp(milliseconds: row["last_modified"]),
          digest: try connection.digest(row["digest"]),
          cancelledSince: (row["cancelled_since"] as Int64?).map(Timestamp.init(milliseconds:)))
      }
    }
  }

  private func releases(where condition: String, _ arguments: StatementArguments) throws -> [Release] {
    let sql = """
      SELECT programme, number, job, state, prepared_at, published_at, plan_sha256, base_input, restores
      FROM releases WHERE \(condition)
      """
    return try query { database in
      try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
        let published: Int64? = row["published_at"]
        return Release(
          programme: try connection.identifier(row["programme"]), number: row["number"],
          job: JobID(row["job"]),
          state: published.map { .published(at: Timestamp(milliseconds: $0)) } ?? .prepared,
          preparedAt: Timestamp(milliseconds: row["prepared_at"]),
          planDigest: try connection.digest(row["plan_sha256"]),
          basedOn: (row["base_input"] as Int64?).map(InputSequence.init), restores: row["restores"])
      }
    }
  }
}
