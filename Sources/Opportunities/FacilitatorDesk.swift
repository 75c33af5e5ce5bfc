import Domain

/// A facilitator as the search needs them.
struct FacilitatorDesk: Sendable {
  let facilitator: Facilitator
  let diary: Diary

  /// What a facilitator must do for a visit to one site.
  struct Trip {
    var outward: Drive
    var homeward: Drive
    var isOvernight: Bool
    /// Between which moments the day must lie.
    var limits: DayLimits
  }

  /// When the facilitator is away for a day from `start` to `end`.
  static func absence(_ trip: Trip, _ start: Int, _ end: Int, midnight: Int) -> (from: Int, to: Int) {
    (
      trip.isOvernight ? midnight - 1440 + TravelHours.eveningDeparture : start - trip.outward.minutes,
      end + trip.homeward.minutes
    )
  }

  /// The trip to a visit around `frame`; `nil` where drives or diary forbid it.
  func trip(outward: Drive, homeward: Drive, frame: DayFrame, hours: TravelHours) -> Trip? {
    guard hours.isPossible(outward: outward.minutes) else { return nil }
    let isOvernight = hours.isOvernight(outward: outward.minutes)
    var limits = hours.limits(outward: outward.minutes, homeward: homeward.minutes, midnight: frame.midnight)
    let earliest =
      isOvernight
      ? frame.midnight - 1440 + TravelHours.eveningDeparture : frame.meetingStart - outward.minutes
    guard let open = diary.open(around: earliest, frame.meetingEnd + homeward.minutes) else { return nil }
    if !isOvernight { limits.from = max(limits.from, open.from + outward.minutes) }
    limits.to = min(limits.to, open.to - homeward.minutes)
    return Trip(outward: outward, homeward: homeward, isOvernight: isOvernight, limits: limits)
  }
}
