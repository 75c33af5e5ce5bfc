import Domain
import Opportunities

/// A visit without a date costs: a term of the columns that lack it.
enum Unscheduled {
  static let preference = Preference.unscheduled

  /// The price of one visit in minutes.
  static func cost(_ settings: Settings) -> Int { Minutes(hours: settings.costs.unscheduled).count }
}
