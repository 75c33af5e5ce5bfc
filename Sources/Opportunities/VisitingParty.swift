import Domain

/// A visiting team on its way to one host: who may come, and the road they take.
struct VisitingParty: Sendable {
  /// Index into the programme's teams.
  let team: Int
  /// Its people without those who also belong to the host.
  private(set) var roster: TeamRoster
  let outward: Drive
  let homeward: Drive
  /// Whether the drive there is done the evening before.
  let isOvernight: Bool

  /// The same team when none of `absent`, by index into the programme's people, can come.
  func covered(without absent: Set<Int>) -> VisitingParty {
    var party = self
    party.roster = roster.covered(without: absent)
    return party
  }

  /// The drives alone.
  var road: Road {
    Road(outward: outward.minutes, homeward: homeward.minutes, isOvernight: isOvernight)
  }
}

/// The drives of a visiting team.
struct Road: Sendable {
  /// Minutes one way.
  var outward: Int
  var homeward: Int
  /// Whether the drive there is done the evening before.
  var isOvernight: Bool

  /// No drives: the host's own way.
  static let none = Road(outward: 0, homeward: 0, isOvernight: false)

  /// When somebody who takes it is away for a day from `start` to `end` after `midnight`.
  @inline(__always)
  func absence(_ start: Int, _ end: Int, midnight: Int) -> (from: Int, to: Int) {
    (isOvernight ? midnight - 1440 + TravelHours.eveningDeparture : start - outward, end + homeward)
  }
}

extension OpportunityTable {
  /// The teams that visit `host` together, by id; teams by index.
  func visiting(host: Int, visitors: [Int]) -> [VisitingParty] {
    visitors.sorted { programme.teams[$0].id < programme.teams[$1].id }.map { visitor in
      let drives = visitorDrives(host: host, visitor: visitor)
      return VisitingParty(
        team: visitor, roster: visitorRoster(host: host, visitor: visitor), outward: drives.outward,
        homeward: drives.homeward, isOvernight: hours.isOvernight(outward: drives.outward.minutes))
    }
  }
}
