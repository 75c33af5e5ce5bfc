import Domain
import Opportunities

/// A pair or trio whose visits have different facilitators costs, once: a term of its columns.
enum FacilitatorChange {
  static let preference = Preference.facilitatorChange

  /// The price in minutes; nothing where the settings ignore it, or require one facilitator and so rule it out.
  static func cost(_ settings: Settings) -> Int {
    switch settings.visits.sameFacilitator {
    case .preferred: Minutes(hours: settings.costs.facilitatorChange).count
    case .required, .ignored: 0
    }
  }

  /// Whether facilitators `a` and `b` are two; a visit without one (-1) changes nothing.
  static func applies(_ a: Int, _ b: Int) -> Bool { a >= 0 && b >= 0 && a != b }
}
