import Domain
import Opportunities

/// A pair's two visits lie `gap_days` apart, either first, and a trio's one after the other: admits the columns whose
/// options do.
///
/// All teams are at all their visits, so no two are on one day even where the least gap is 0. While a trio's third
/// visit has no date it may come to lie between the two that have one, so these may be twice as far apart.
struct ReciprocalGap {
  static let rule = Rule.reciprocalGap
  /// When a visit could be.
  struct Date {
    var day: Int
    /// Whether it stays there, whatever it breaks.
    var isFixed: Bool
  }

  let least: Int
  let most: Int

  init(_ settings: VisitSettings) {
    least = max(1, settings.gapMin)
    most = settings.gapMax
  }

  /// Whether visits on days `a` and `b` may follow each other; `isOpen` where a third may still come between.
  func admits(_ a: Int, _ b: Int, isOpen: Bool = false) -> Bool {
    let gap = abs(a - b)
    return gap >= least && gap <= (isOpen ? 2 * most : most)
  }

  /// Whether visits on two dates may be the only ones of their group that have a date; `isOpen` where a third may come
  /// to lie between. Two fixed visits break what they break.
  func admits(_ a: Date, _ b: Date, isOpen: Bool) -> Bool {
    a.isFixed && b.isFixed || admits(a.day, b.day, isOpen: isOpen)
  }

  /// Whether a trio's three visits may lie on these dates: what two fixed ones break between them is theirs.
  func admits(_ a: Date, _ b: Date, _ c: Date) -> Bool {
    var (a, b, c) = (a, b, c)
    if b.day < a.day { swap(&a, &b) }
    if c.day < b.day { swap(&b, &c) }
    if b.day < a.day { swap(&a, &b) }
    return (a.isFixed && b.isFixed || admits(a.day, b.day))
      && (b.isFixed && c.isFixed || admits(b.day, c.day))
  }
}
