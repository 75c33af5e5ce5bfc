public import Domain

/// A feed of a release, as a file in its folder.
public struct ReleaseFeed: Hashable, Sendable {
  /// Whose calendar it is.
  public var owner: FeedOwner
  /// The file's name; one of its own for each feed of a release.
  public var file: String
  /// The SHA-256 of the file's bytes.
  public var digest: ContentDigest

  /// A feed by owner, file and digest.
  public init(owner: FeedOwner, file: String, digest: ContentDigest) {
    self.owner = owner
    self.file = file
    self.digest = digest
  }
}

/// How a calendar entry stands: what the next release derives its SEQUENCE and LAST-MODIFIED from.
public struct CalendarEntry: Hashable, Sendable {
  /// The entry's UID (RFC 5545 section 3.8.4.7).
  public var uid: String
  /// Its SEQUENCE (section 3.8.7.4): 0 or more, never falling.
  public var sequence: Int
  /// Its LAST-MODIFIED (section 3.8.7.3), never falling.
  public var lastModified: Timestamp
  /// The SHA-256 of what the entry says, by which a change is noticed.
  public var digest: ContentDigest
  /// Since when it is cancelled; `nil` while it is not.
  public var cancelledSince: Timestamp?

  /// An entry as it stands.
  public init(
    uid: String, sequence: Int, lastModified: Timestamp, digest: ContentDigest,
    cancelledSince: Timestamp? = nil
  ) {
    self.uid = uid
    self.sequence = sequence
    self.lastModified = lastModified
    self.digest = digest
    self.cancelledSince = cancelledSince
  }
}

/// A release to be prepared.
public struct NewRelease: Sendable {
  /// Whose release it is.
  public var programme: ProgrammeID
  /// The running job that makes it.
  public var job: JobID
  /// plan.json, byte for byte.
  public var plan: [UInt8]
  /// The state of the tables that the plan was made from.
  public var basedOn: InputSequence?
  /// The earlier release whose plan this one brings back; `nil` where it is no rollback.
  public var restores: Int?
  /// All its feeds.
  public var feeds: [ReleaseFeed]
  /// Its calendar entries; those that are as before may be left out, and an entry that is left out stays as it is.
  public var entries: [CalendarEntry]

  /// A release to be prepared.
  public init(
    programme: ProgrammeID, job: JobID, plan: [UInt8], basedOn: InputSequence? = nil, restores: Int? = nil,
    feeds: [ReleaseFeed], entries: [CalendarEntry]
  ) {
    self.programme = programme
    self.job = job
    self.plan = plan
    self.basedOn = basedOn
    self.restores = restores
    self.feeds = feeds
    self.entries = entries
  }
}
