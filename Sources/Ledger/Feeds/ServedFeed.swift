public import Domain
import GRDB

/// A published calendar as one of its readers asks for it.
public struct ServedFeed: Equatable, Sendable {
  /// Which programme's calendar it is.
  public let programme: ProgrammeID
  /// Whose calendar it is.
  public let owner: FeedOwner
  /// The SHA-256 of the token that opened it.
  public let token: ContentDigest
  /// The newest published release.
  public let release: Int
  /// The calendar's file in it.
  public let file: String
  /// The SHA-256 of the file's bytes.
  public let digest: ContentDigest
}

extension LedgerReading {
  /// The calendar that `token` opens, in the newest published release; `nil` where it opens none.
  ///
  /// The token is looked up by its SHA-256, so that how long it takes says nothing of tokens that are valid.
  public func served(openedBy token: FeedToken) throws -> ServedFeed? {
    let sql = """
      SELECT t.sha256 AS token, t.programme, t.owner_kind, t.owner, f.release, f.file, f.sha256
      FROM feed_tokens AS t
      JOIN feeds AS f ON f.programme = t.programme AND f.owner_kind = t.owner_kind AND f.owner = t.owner
        AND f.release = (
          SELECT MAX(number) FROM releases WHERE programme = t.programme AND state = 'published')
      WHERE t.sha256 = ? AND t.revoked_at IS NULL
      """
    return try query { database in
      try Row.fetchOne(database, sql: sql, arguments: [token.digest(connection.hashing).text]).map { row in
        ServedFeed(
          programme: try connection.identifier(row["programme"]),
          owner: try connection.owner(kind: row["owner_kind"], id: row["owner"]),
          token: try connection.digest(row["token"]), release: row["release"], file: row["file"],
          digest: try connection.digest(row["sha256"]))
      }
    }
  }

  /// When the release up to `number` was published that last changed a byte of the calendar of `owner`; `nil` where none
  /// has it.
  public func lastChange(
    of owner: FeedOwner, of programme: ProgrammeID, upTo number: Int
  ) throws -> Timestamp? {
    let sql = """
      SELECT r.published_at FROM releases AS r
      JOIN feeds AS f ON f.programme = r.programme AND f.release = r.number
      WHERE r.programme = ? AND r.number <= ? AND r.state = 'published' AND f.owner_kind = ? AND f.owner = ? AND f.changed = 1
      ORDER BY r.number DESC LIMIT 1
      """
    return try query { database in
      try Int64.fetchOne(database, sql: sql, arguments: [programme.text, number, owner.kind, owner.id])
        .map(Timestamp.init(milliseconds:))
    }
  }
}
