/// A dropped file of which the daemon has a private copy, whole and synced.
public struct ClaimedFile: Hashable, Sendable {
  /// What it was when it was taken.
  public let sighting: Sighting
  /// SHA-256 of the content, 64 hexadecimal digits in lower case.
  public let sha256: String
  /// The absolute path of the private copy, if the root's was; it is there until the claim is dropped.
  public let path: String

  /// The same file unchanged has the same id.
  public var id: ClaimID { ClaimID(of: sighting) }
  /// The programme by whose folder it came.
  public var programme: ProgrammeName { sighting.programme }
  /// The name that it was dropped under, in whatever bytes.
  public var originalName: FileName { sighting.name }
  /// The name for people and for `accepted`; see `FileName.shown`.
  public var name: String { sighting.name.shown }
  /// The size in bytes.
  public var size: Int64 { sighting.status.size }
}

/// How taking a file ended.
public enum ClaimOutcome: Hashable, Sendable {
  /// There is a private copy.
  case claimed(ClaimedFile)
  /// It changed, or was replaced, since it was seen or while it was copied: it has to settle anew.
  case unsettled
  /// It is gone; nothing is to be done.
  case vanished
  /// It must not be taken.
  case refused(Refusal)
}

/// What an earlier run left of its claims.
public struct LeftoverClaims: Hashable, Sendable {
  /// Claims that are whole, by id: to be recorded if they are not, settled, and dropped.
  public var whole: [ClaimedFile] = []
  /// Copies that are not what they say they are, a sentence each with what to do; they were set aside.
  public var damaged: [String] = []
}
