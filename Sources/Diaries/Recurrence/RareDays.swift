import Domain

/// What it costs to look for the days of a monthly or yearly rule with parts: libical goes from month to month, or year
/// to year, until it finds one, and 18,000 years far where there is none.
struct RareDays {
  private let periodsAYear: Int
  private let interval: Int
  /// The price of a period: a step is about a microsecond, a month takes 3 and a year 40.
  private let price: Int

  /// `nil` of any other rule, which finds its next time at once.
  init?(_ rule: RecurrenceRule) {
    guard rule.frequency.seconds == nil, rule.hasParts else { return nil }
    (periodsAYear, price) = rule.frequency == .yearly ? (1, 60) : (12, 5)
    interval = rule.interval
  }

  /// The steps for finding out that there is none.
  var priceOfNone: Int { price(ofYears: 18_000) }

  /// The steps for the way from one time of the rule to the `next`, or to the end. Eight years are in the price of the
  /// rule: so far apart are two leap days.
  func price(from time: WallTime, to next: WallTime?) -> Int {
    guard let next else { return priceOfNone }
    return price(ofYears: max(0, next.day.civil.year - time.day.civil.year - 8))
  }

  private func price(ofYears years: Int) -> Int { (years * periodsAYear + interval - 1) / interval * price }
}
