import Domain

/// What it costs, in steps of about a microsecond, that libical looks for the times of a rule.
///
/// A rule without parts has a time in each of its periods. One of hours, days or weeks with parts may have none before the
/// end. For the days of one of months or years libical goes from month to month, or year to year, until it finds one, and
/// 18,000 years far where there is none.
struct RuleSearch {
  private enum Way {
    case everyPeriod
    case somePeriods(seconds: Int, until: WallTime)
    case rareDays(RareDays)
  }

  /// Paid before the rule is looked at, so that there cannot be too many.
  let beginning: Int
  /// The most that the search can cost then; nothing where it has no end.
  let most: Int
  private let way: Way

  /// The search for the times of `rule` from `begin` to `end`.
  init(_ rule: RecurrenceRule, from begin: WallTime, until end: WallTime) {
    let period = rule.frequency.roughSeconds * rule.interval
    let periods = (end - begin) / period + 1
    if !rule.hasParts {
      (beginning, most, way) = (10 + periods, 0, .everyPeriod)
    } else if rule.frequency.seconds != nil {
      (beginning, most) = (10, periods * Self.priceOfPeriod)
      way = .somePeriods(seconds: period, until: end)
    } else {
      // Four centuries may pass before some day of it comes round.
      (beginning, most, way) = (400, 0, .rareDays(RareDays(rule)))
    }
  }

  /// Whether it goes on until it finds something, so that what is found says how long it took.
  var isEndless: Bool { if case .rareDays = way { true } else { false } }

  /// For finding out at the beginning that there is no time at all.
  var priceOfNone: Int {
    switch way {
    case .everyPeriod, .somePeriods: 100_000
    case .rareDays(let days): days.priceOfNone
    }
  }

  /// For the way from one time of the rule to the `next`, or to the end.
  func price(from time: WallTime, to next: WallTime?) -> Int {
    switch way {
    case .everyPeriod: 0
    case .somePeriods(let seconds, let end):
      max(0, min(next ?? end, end) - time) / seconds * Self.priceOfPeriod
    case .rareDays(let days): next.map { days.price(from: time, to: $0) } ?? days.priceOfNone
    }
  }

  /// Of a rule with parts, whether there is a time in it or not.
  private static let priceOfPeriod = 8
}

/// The steps of libical's way through the months or years of a rule.
private struct RareDays {
  private let periodsAYear: Int
  private let interval: Int
  /// Of a period: a month takes 3 microseconds and a year 40.
  private let price: Int

  init(_ rule: RecurrenceRule) {
    (periodsAYear, price) = rule.frequency == .yearly ? (1, 60) : (12, 5)
    interval = rule.interval
  }

  var priceOfNone: Int { price(ofYears: 18_000) }

  /// Eight years are in the price of the beginning: so far apart are two leap days.
  func price(from time: WallTime, to next: WallTime) -> Int {
    price(ofYears: max(0, next.day.civil.year - time.day.civil.year - 8))
  }

  private func price(ofYears years: Int) -> Int { (years * periodsAYear + interval - 1) / interval * price }
}
