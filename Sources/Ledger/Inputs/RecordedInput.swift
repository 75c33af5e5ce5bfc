public import Domain

/// What came of an input.
public enum InputFate: String, CaseIterable, Sendable {
  /// It was taken.
  case accepted
  /// It was refused.
  case rejected
}

/// An input as the ledger keeps it.
public struct RecordedInput: Equatable, Sendable {
  /// Its number.
  public let sequence: InputSequence
  /// Whose it is.
  public let programme: ProgrammeID
  /// The file's name as dropped.
  public let name: String
  /// The SHA-256 of its bytes.
  public let digest: ContentDigest
  /// How many bytes.
  public let size: Int64
  /// When it was recorded.
  public let receivedAt: Timestamp
  /// What became of it.
  public let fate: InputFate
  /// The receipt, or why it was refused.
  public let receipt: String
  /// The claim it was recorded for.
  public let claim: String?
  /// The first input of the same content, where this one was taken again on purpose.
  public let againOf: InputSequence?
  /// When its bytes were taken out because later inputs replaced all that it said.
  public let contentPrunedAt: Timestamp?
}
