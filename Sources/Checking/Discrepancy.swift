/// Where a plan contradicts itself or its programme in what no rule covers.
public struct Discrepancy: Sendable, Hashable {
  /// What is stated and what is right, as a sentence for people.
  public var sentence: String

  /// A contradiction in words.
  public init(sentence: String) { self.sentence = sentence }
}
