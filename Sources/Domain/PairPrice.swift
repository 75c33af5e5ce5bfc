/// What a pair is worth to the whole: the best pairing without it, against the best.
public struct PairPrice: Sendable, Equatable, Codable {
  /// How many teams more have no partner then.
  public var teamsLeft: Int
  /// Under `fairness: worst_first`, by how much the smallest score is smaller; 0 otherwise.
  public var worstLoss: Score
  /// By how much the sum of scores is smaller; under `worst_first` it may be larger, and this below 0.
  public var loss: Score
  /// The pairs that are made then and are not in the plan, sorted.
  public var instead: [PairID]

  /// A price.
  public init(teamsLeft: Int, worstLoss: Score, loss: Score, instead: [PairID]) {
    self.teamsLeft = teamsLeft
    self.worstLoss = worstLoss
    self.loss = loss
    self.instead = instead
  }

  /// The cheaper pair to do without comes first.
  public static func < (a: Self, b: Self) -> Bool {
    (a.teamsLeft, a.worstLoss, a.loss) < (b.teamsLeft, b.worstLoss, b.loss)
  }
}

extension Plan {
  /// The pair that can be done without at the least price: the pairing without it is the runner-up.
  ///
  /// `nil` where no price is known.
  public var runnerUp: (pair: Pair, price: PairPrice)? {
    var best: (pair: Pair, price: PairPrice)?
    for pair in pairs {
      guard let price = pair.price else { continue }
      if best.map({ price < $0.price }) ?? true { best = (pair, price) }
    }
    return best
  }
}
