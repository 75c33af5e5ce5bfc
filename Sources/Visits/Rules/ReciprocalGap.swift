import Domain
import Opportunities

/// A pair's two visits lie `gap_days` apart, either first: admits the columns whose options do.
///
/// Both teams are at both visits, so the two are never on one day even where the least gap is 0.
struct ReciprocalGap {
  static let rule = Rule.reciprocalGap
  let least: Int
  let most: Int

  init(_ settings: VisitSettings) {
    least = max(1, settings.gapMin)
    most = settings.gapMax
  }

  /// Whether visits on days `a` and `b` may be a pair's.
  func admits(_ a: Int, _ b: Int) -> Bool {
    let gap = abs(a - b)
    return gap >= least && gap <= most
  }
}
