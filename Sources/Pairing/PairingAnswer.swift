public import Domain

/// Who visits whom, how good that is, and who has no partner.
public struct PairingAnswer: Sendable, Equatable {
  /// Sorted by id.
  public var pairs: [Pair]
  /// Eligible teams without a partner, sorted by id, each with a sentence.
  public var unpaired: [UnpairedTeam]
  /// Minus the sum of scores, in 10⁻⁴ SD, plus the cost of the unpaired; minimised.
  public var quality: Quality
  /// What an unpaired team costs, in 10⁻⁴ SD: enough that one more pair beats any sum of scores.
  public var unpairedPrice: Int
  /// The part of the objective that stands for unpaired teams: their number times `unpairedPrice`.
  public var unpairedCost: Int
  /// The prices that prove it best; `nil` where they do not.
  public var dualProof: DualProof?
  /// Under `fairness: worst_first`, the score below which no unforced pair was allowed: the largest that leaves as
  /// many pairs, if `quality` is proven. `nil` otherwise.
  public var leastScore: Score?
  /// Trios that would have been made but for the dates of their legs, which are too few; sorted.
  public var triosShortOfDates: [PairID]
  /// What a reader should know about data and settings, sorted.
  public var warnings: [String]
  /// What it took.
  public var statistics: PairingStatistics
}
