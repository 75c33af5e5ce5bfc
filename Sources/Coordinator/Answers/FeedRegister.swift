public import Domain
public import Ledger

/// The feeds of a programme and their links, as `counterpart feeds` shows them: when each was given out and taken back,
/// never the link itself.
public struct FeedRegister: Sendable {
  /// One link, or a calendar without any.
  public struct Line: Equatable, Sendable {
    /// Whose calendar it is.
    public let owner: FeedOwner
    /// Since when the link is valid; `nil` where there never was one.
    public let issuedAt: Timestamp?
    /// Since when it is not; `nil` while it is.
    public let revokedAt: Timestamp?
    /// Whether the newest release has the calendar.
    public let isPublished: Bool
  }

  /// By the feed's name, then in the order of issue.
  public let lines: [Line]

  /// Reads the ledger. Throws `unknownProgramme`.
  public init(of programme: ProgrammeID, in ledger: some LedgerReading) throws {
    guard try ledger.programmes().contains(where: { $0.id == programme }) else {
      throw LedgerError.unknownProgramme(programme)
    }
    let published = Set(try ledger.publishedOwners(of: programme))
    let tokens = try ledger.tokens(of: programme)
    let known = Set(tokens.map(\.owner))
    let issued = tokens.map {
      Line(
        owner: $0.owner, issuedAt: $0.createdAt, revokedAt: $0.revokedAt,
        isPublished: published.contains($0.owner))
    }
    let bare = published.subtracting(known).map {
      Line(owner: $0, issuedAt: nil, revokedAt: nil, isPublished: true)
    }
    lines = (issued + bare).sorted { a, b in
      a.owner.name != b.owner.name
        ? a.owner.name.utf8.lexicographicallyPrecedes(b.owner.name.utf8)
        : (a.issuedAt?.milliseconds ?? 0) < (b.issuedAt?.milliseconds ?? 0)
    }
  }
}

extension LedgerReading {
  /// Who has a calendar in the newest release, in the ledger's order; nobody before the first.
  func publishedOwners(of programme: ProgrammeID) throws -> [FeedOwner] {
    guard let release = try latestRelease(of: programme) else { return [] }
    return try feeds(ofRelease: release.number, of: programme).map(\.feed.owner)
  }
}

extension FeedRegister.Line: CustomStringConvertible {
  /// The line for a terminal.
  public var description: String {
    let link =
      switch (issuedAt, revokedAt) {
      case (nil, _): "no link yet"
      case (let issued?, nil): "link since \(issued.inWords)"
      case (let issued?, let revoked?): "link from \(issued.inWords) until \(revoked.inWords)"
      }
    return "\(owner.name)  \(link)" + (isPublished ? "" : "; not in the newest release")
  }
}
