/// A pairing with a lower score than the best, under which more visits find a date.
public struct PairingTrade: Sendable, Equatable, Codable {
  /// The pairs of the best pairing that it gives up, sorted.
  public var dropped: [PairID]
  /// The pairs that it makes instead, sorted.
  public var made: [PairID]
  /// How much lower its score is.
  public var loss: Score
  /// How many more visits find a date.
  public var placed: Int
  /// Whether the plan takes it; otherwise it is an offer.
  public var isTaken: Bool

  /// A trade of score for visits.
  public init(dropped: [PairID], made: [PairID], loss: Score, placed: Int, isTaken: Bool) {
    self.dropped = dropped
    self.made = made
    self.loss = loss
    self.placed = placed
    self.isTaken = isTaken
  }
}
