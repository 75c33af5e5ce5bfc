import Domain

/// Each required role is filled on both sides for every session, by people who are free, drives included.
///
/// Admits only days inside a stretch in which some set of people that fills the required roles is free.
enum RolesPresent {
  static let rule = Rule.rolesPresent

  /// A stretch in which a set of people is free, and how many they are.
  struct Stretch {
    var limits: DayLimits
    var count: Int
  }

  /// The stretches around a meeting of each set that fills `roster`'s roles; those no better than another are
  /// left out.
  ///
  /// `margin` is the time before and after the day for which people are bound too: the drives of visitors.
  static func stretches(
    _ roster: TeamRoster, diaries: [Diary], frame: DayFrame, outward: Int, homeward: Int, isOvernight: Bool
  ) -> [Stretch] {
    let evening = frame.midnight - 1440 + TravelHours.eveningDeparture
    let earliest = isOvernight ? evening : frame.meetingStart - outward
    let free = roster.people.map { diaries[$0].open(around: earliest, frame.meetingEnd + homeward) }
    var stretches: [Stretch] = []
    for cover in roster.covers {
      var limits = DayLimits.none
      var isPossible = true
      for person in free.indices where cover >> UInt64(person) & 1 == 1 {
        guard let open = free[person] else {
          isPossible = false
          break
        }
        if !isOvernight { limits.from = max(limits.from, open.from + outward) }
        limits.to = min(limits.to, open.to - homeward)
      }
      guard isPossible else { continue }
      let count = cover.nonzeroBitCount
      let isDominated = stretches.contains {
        $0.limits.from <= limits.from && $0.limits.to >= limits.to && $0.count <= count
      }
      if !isDominated { stretches.append(Stretch(limits: limits, count: count)) }
    }
    return stretches
  }
}
