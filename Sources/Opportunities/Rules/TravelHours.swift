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

  /// Which days after `midnight` go with a visit of the day before that ended at `end`, by a night at home; `nil`
  /// where none does.
  func limitsAfterNightAtHome(end: Int, homeward: Int, midnight: Int, outward: Int) -> DayLimits? {
    guard outward <= overnightAbove, isHomeInTime(end: end, homeward: homeward) else { return nil }
    return DayLimits(from: midnight + earliestDeparture + outward, to: Int.max / 2)
  }

  /// Which days after `midnight` go with a visit of the next day that starts at `start`, by a night at home; `nil`
  /// where none does.
  func limitsBeforeNightAtHome(midnight: Int, homeward: Int, start: Int, outward: Int) -> DayLimits? {
    guard outward <= overnightAbove, isOutInTime(start: start, outward: outward) else { return nil }
    return DayLimits(from: Int.min / 2, to: midnight + latestReturn - homeward)
  }

  private func isHomeInTime(end: Int, homeward: Int) -> Bool {
    // A visit that ends at midnight belongs to the day that is over then.
    end + homeward <= (end - 1) / 1440 * 1440 + latestReturn
  }

  private func isOutInTime(start: Int, outward: Int) -> Bool {
    start - outward >= start / 1440 * 1440 + earliestDeparture
  }

  /// Whether somebody can be at a visit that ends at `end` and at another that starts at `start` the next day
  /// by going home in between, given the drive home and the drive out again.
  func allowsNightAtHome(end: Int, homeward: Int, start: Int, outward: Int) -> Bool {
    outward <= overnightAbove && isHomeInTime(end: end, homeward: homeward)
      && isOutInTime(start: start, outward: outward)
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
