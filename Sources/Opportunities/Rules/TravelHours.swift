import Domain

/// Departure, return and the evening before keep to the limits.
///
/// Admits only days that start late enough and end early enough for the drives, and no day at all where the
/// drive there is too long even for the evening before.
struct TravelHours: Sendable {
  static let rule = Rule.travelHours
  /// Minutes after midnight at which an evening's drive begins.
  static let eveningDeparture = TravelSettings.eveningDeparture.minute

  private let earliestDeparture: Int
  private let latestReturn: Int
  private let overnightAbove: Int
  private let eveningLimit: Int

  init(_ settings: TravelSettings) {
    earliestDeparture = settings.earliestDeparture.minute
    latestReturn = settings.latestReturn.minute
    overnightAbove = settings.overnightAbove.count
    eveningLimit = settings.eveningLimit.count
  }

  /// Whether a drive there of `outward` minutes is done the evening before.
  func isOvernight(outward: Int) -> Bool { outward > overnightAbove }

  /// Whether a drive there of `outward` minutes can be made at all.
  func isPossible(outward: Int) -> Bool { !isOvernight(outward: outward) || outward <= eveningLimit }

  /// The earliest start and latest end of a day after `midnight` for somebody with these drives.
  func limits(outward: Int, homeward: Int, midnight: Int) -> DayLimits {
    DayLimits(
      from: isOvernight(outward: outward) ? Int.min / 2 : midnight + earliestDeparture + outward,
      to: homeward > overnightAbove ? Int.max / 2 : midnight + latestReturn - homeward)
  }

  /// Whether somebody can be at a visit that ends at `end` and at another that starts at `start` the next day
  /// by going home in between, given the drive home and the drive out again.
  func allowsNightAtHome(end: Int, homeward: Int, start: Int, outward: Int) -> Bool {
    let midnight = start / 1440 * 1440
    // A visit that ends at midnight belongs to the day that is over then.
    return outward <= overnightAbove && end + homeward <= (end - 1) / 1440 * 1440 + latestReturn
      && start - outward >= midnight + earliestDeparture
  }

  /// Whether a drive of `minutes` from one visit to the next fits an evening.
  func allowsEvening(_ minutes: Int) -> Bool { minutes <= eveningLimit }
}

/// Between which moments a day must lie, in absolute local minutes.
struct DayLimits: Sendable {
  var from: Int
  var to: Int

  static let none = DayLimits(from: Int.min / 2, to: Int.max / 2)

  /// Both limits at once.
  func intersection(_ other: DayLimits) -> DayLimits {
    DayLimits(from: max(from, other.from), to: min(to, other.to))
  }

  /// Whether a day from `start` to `end` lies inside.
  func admits(_ start: Int, _ end: Int) -> Bool { from <= start && end <= to }
}
