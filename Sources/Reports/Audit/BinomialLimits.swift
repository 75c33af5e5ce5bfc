/// The limits of a funnel plot: how far a proportion strays from the pooled one by chance alone, by number of
/// cases (Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24, 2005,
/// appendix A.1.1: exact limits of the binomial distribution, interpolated).
///
/// The upper limit is that of the cases without the outcome, turned round: so counting successes or failures
/// gives the same picture. It lies one case above the paper's own.
struct BinomialLimits {
  /// What is left on each side of the 95 % limits.
  static let innerTail = 0.025
  /// What is left on each side of the 99.8 % limits.
  static let outerTail = 0.001

  /// The pooled proportion, 0 to 1.
  let proportion: Double

  /// The limits for so many cases that leave out `tail` on either side.
  func range(cases: Int, tail: Double) -> ClosedRange<Double> {
    let lower = Self.lower(cases: cases, proportion: proportion, tail: tail)
    let upper = 1 - Self.lower(cases: cases, proportion: 1 - proportion, tail: tail)
    return min(lower, proportion)...max(upper, proportion)
  }

  /// (r − α) / n, where r is the least number with P(R ≤ r) ≥ tail and α = (P(R ≤ r) − tail) / P(R = r); at
  /// least 0.
  static func lower(cases: Int, proportion: Double, tail: Double) -> Double {
    guard cases > 0, proportion > 0, proportion < 1 else { return proportion }
    let (first, chances) = chances(cases: cases, proportion: proportion)
    var sum = 0.0
    for (offset, chance) in chances.enumerated() {
      sum += chance
      guard sum >= tail else { continue }
      let share = (sum - tail) / chance
      return max(0, (Double(first + offset) - share) / Double(cases))
    }
    return proportion
  }

  /// P(R = r) from the first r that matters on, built outwards from the likeliest r: nothing underflows, and no
  /// logarithm is needed.
  private static func chances(cases: Int, proportion: Double) -> (first: Int, chances: [Double]) {
    let odds = proportion / (1 - proportion)
    let peak = min(cases, Int(Double(cases + 1) * proportion))
    var below: [Double] = []
    var weight = 1.0
    var r = peak
    while r > 0, weight > smallest {
      weight *= Double(r) / (Double(cases - r + 1) * odds)
      below.append(weight)
      r -= 1
    }
    var above: [Double] = []
    weight = 1
    r = peak
    while r < cases, weight > smallest {
      weight *= Double(cases - r) * odds / Double(r + 1)
      above.append(weight)
      r += 1
    }
    let weights = below.reversed() + [1] + above
    let all = weights.reduce(0, +)
    return (peak - below.count, weights.map { $0 / all })
  }

  /// Weights below this, against the likeliest, add nothing that a picture shows.
  private static let smallest = 1e-18
}
