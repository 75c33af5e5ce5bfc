public import Domain

/// What came in and what was made of it, to be recorded.
public struct NewInput: Sendable {
  /// What became of what came in.
  public enum Verdict: Sendable {
    /// It is taken: the bytes are kept, and the receipt says what was read in them.
    case accepted(bytes: [UInt8], receipt: String)
    /// It is taken, and the bytes are kept nowhere, since they say more of people than was read: only their digest and
    /// size are. The receipt says what was read in them.
    case acceptedUnkept(receipt: String)
    /// It is refused, for a reason in words.
    case rejected(why: String)
  }

  /// Whose folder it came into.
  public var programme: ProgrammeID
  /// The file's name as dropped; of 1 to 1,000 bytes.
  public var name: String
  /// The SHA-256 of its bytes.
  public var digest: ContentDigest
  /// How many bytes; 0 or more.
  public var size: Int64
  /// What names this one drop of the file, so that recording it again after a crash is noticed; `nil` where the
  /// caller has no such name.
  public var claim: String?
  /// What became of it.
  public var verdict: Verdict

  /// An input to be recorded.
  public init(
    programme: ProgrammeID, name: String, digest: ContentDigest, size: Int64, claim: String? = nil,
    verdict: Verdict
  ) {
    self.programme = programme
    self.name = name
    self.digest = digest
    self.size = size
    self.claim = claim
    self.verdict = verdict
  }
}

/// What recording an input came to.
public enum InputOutcome: Equatable, Sendable {
  /// It is recorded under this number, and its changes are made.
  case recorded(InputSequence)
  /// The same content was accepted before under this number; nothing was changed.
  case duplicate(of: InputSequence)
  /// This very claim was recorded before under this number, as after a crash; nothing was changed.
  case alreadyRecorded(InputSequence)
}
