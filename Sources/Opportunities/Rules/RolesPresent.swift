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
  /// People are bound on the `road` too, before and after the day.
  static func stretches(
    _ roster: TeamRoster, diaries: [Diary], frame: DayFrame, _ road: Road
  ) -> [Stretch] {
    let free = freedom(roster, diaries: diaries, frame: frame, road)
    var stretches: [Stretch] = []
    for cover in roster.covers {
      guard let limits = limits(of: cover, free) else { continue }
      keep(Stretch(limits: limits, count: cover.nonzeroBitCount), in: &stretches)
    }
    return stretches
  }

  /// The same for one team that visits, or two together: stretches in which each has a set of people that fills its
  /// roles.
  static func stretches(together visiting: [VisitingParty], diaries: [Diary], frame: DayFrame) -> [Stretch] {
    guard let first = visiting.first else { return [] }
    guard visiting.count > 1 else {
      return stretches(first.roster, diaries: diaries, frame: frame, first.road)
    }
    let second = visiting[1]
    var stretches: [Stretch] = []
    func meet(_ a: Stretch, _ b: Stretch, shared: Int) {
      keep(
        Stretch(limits: a.limits.intersection(b.limits), count: a.count + b.count - shared), in: &stretches)
    }
    guard second.roster.people.contains(where: first.roster.people.contains) else {
      let theirs = self.stretches(second.roster, diaries: diaries, frame: frame, second.road)
      for own in self.stretches(first.roster, diaries: diaries, frame: frame, first.road) {
        for other in theirs { meet(own, other, shared: 0) }
      }
      return stretches
    }
    // Somebody of both travels with the first, counts for both, and is one person.
    let free = freedom(first.roster, diaries: diaries, frame: frame, first.road)
    var theirs = freedom(second.roster, diaries: diaries, frame: frame, second.road)
    for (place, person) in second.roster.people.enumerated() {
      if let known = first.roster.people.firstIndex(of: person) { theirs[place] = free[known] }
    }
    for own in first.roster.covers {
      guard let limits = limits(of: own, free) else { continue }
      let people = first.roster.people(of: own)
      for other in second.roster.covers {
        guard let others = self.limits(of: other, theirs) else { continue }
        meet(
          Stretch(limits: limits, count: own.nonzeroBitCount),
          Stretch(limits: others, count: other.nonzeroBitCount),
          shared: second.roster.people(of: other).count(where: people.contains))
      }
    }
    return stretches
  }

  /// For each of `roster` between which moments a day lies that they can be at; `nil` for who cannot.
  private static func freedom(
    _ roster: TeamRoster, diaries: [Diary], frame: DayFrame, _ road: Road
  ) -> [DayLimits?] {
    let (from, to) = road.absence(frame.meetingStart, frame.meetingEnd, midnight: frame.midnight)
    return roster.people.map { person in
      diaries[person].open(around: from, to).map { open in
        DayLimits(
          from: road.isOvernight ? DayLimits.none.from : open.from + road.outward,
          to: open.to - road.homeward)
      }
    }
  }

  /// Between which moments a day lies that all of `cover` can be at; `nil` where there is none.
  private static func limits(of cover: UInt64, _ free: [DayLimits?]) -> DayLimits? {
    var limits = DayLimits.none
    for person in free.indices where cover >> UInt64(person) & 1 == 1 {
      guard let own = free[person] else { return nil }
      limits = limits.intersection(own)
    }
    return limits
  }

  /// Adds `stretch` unless another is no worse.
  private static func keep(_ stretch: Stretch, in stretches: inout [Stretch]) {
    let isDominated = stretches.contains {
      $0.limits.from <= stretch.limits.from && $0.limits.to >= stretch.limits.to && $0.count <= stretch.count
    }
    if !isDominated { stretches.append(stretch) }
  }
}
