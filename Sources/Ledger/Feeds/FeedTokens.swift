public import Domain
import GRDB

/// A feed token as the ledger knows it: by its digest, never by itself.
public struct IssuedToken: Equatable, Sendable {
  /// The SHA-256 of the token.
  public let digest: ContentDigest
  /// Which programme's feed it opens.
  public let programme: ProgrammeID
  /// Whose feed it opens.
  public let owner: FeedOwner
  /// Since when.
  public let createdAt: Timestamp
  /// Since when it opens nothing any more; `nil` while it is valid.
  public let revokedAt: Timestamp?
}

extension LedgerTransaction {
  /// Lets `token` open the feed of `owner`. Earlier tokens of the owner stay valid until they are revoked.
  ///
  /// Throws `unknownProgramme`, or `tokenKnown` where the same bytes were issued before.
  public func issue(_ token: FeedToken, to owner: FeedOwner, of programme: ProgrammeID) throws {
    let digest = token.digest(hashing)
    let isKnown = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM programmes WHERE id = ?)", arguments: [programme.text])
    guard isKnown == true else { throw LedgerError.unknownProgramme(programme) }
    let isTaken = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM feed_tokens WHERE sha256 = ?)", arguments: [digest.text])
    guard isTaken != true else { throw LedgerError.tokenKnown }
    try database.execute(
      sql: """
        INSERT INTO feed_tokens (sha256, programme, owner_kind, owner, created_at) VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [digest.text, programme.text, owner.kind, owner.id, at.milliseconds])
    try note(.tokenIssued, programme: programme, details: details(of: owner, digest))
  }

  /// Makes the token of this digest open nothing from now on. Throws `unknownToken` where none is valid.
  public func revoke(_ digest: ContentDigest) throws {
    guard let token = try issuedTokens(where: "sha256 = ? AND revoked_at IS NULL", [digest.text]).first else {
      throw LedgerError.unknownToken
    }
    try database.execute(
      sql: "UPDATE feed_tokens SET revoked_at = ? WHERE sha256 = ?",
      arguments: [at.milliseconds, digest.text])
    try note(.tokenRevoked, programme: token.programme, details: details(of: token.owner, digest))
  }

  private func details(of owner: FeedOwner, _ digest: ContentDigest) -> [LedgerCell] {
    [
      LedgerCell("kind", owner.kind), LedgerCell("owner", owner.id), LedgerCell("sha256", digest.text),
    ]
  }
}

extension LedgerReading {
  /// The feed that `token` opens; `nil` where it opens none, or no longer.
  public func feed(openedBy token: FeedToken) throws -> IssuedToken? {
    try issuedTokens(
      where: "sha256 = ? AND revoked_at IS NULL", [token.digest(connection.hashing).text]
    ).first
  }

  /// Every token of a programme, revoked ones too, in the order of issue.
  public func tokens(of programme: ProgrammeID) throws -> [IssuedToken] {
    try issuedTokens(where: "programme = ? ORDER BY created_at, sha256", [programme.text])
  }

  func issuedTokens(where condition: String, _ arguments: StatementArguments) throws -> [IssuedToken] {
    try query { database in
      try Row.fetchAll(database, sql: "SELECT * FROM feed_tokens WHERE \(condition)", arguments: arguments)
        .map { row in
          IssuedToken(
            digest: try connection.digest(row["sha256"]),
            programme: try connection.identifier(row["programme"]),
            owner: try connection.owner(kind: row["owner_kind"], id: row["owner"]),
            createdAt: Timestamp(milliseconds: row["created_at"]),
            revokedAt: (row["revoked_at"] as Int64?).map(Timestamp.init(milliseconds:)))
        }
    }
  }
}
