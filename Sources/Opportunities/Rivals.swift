public import Domain

/// On which days each team could be in which visits of some pairs: whoever and whatever two visits of one day both want
/// is contested, and nothing else is.
public struct Rivals: Sendable {
  /// For each team, by day number, how many of the pairs' visits it could be in that day.
  private var visits: [[Int: Int]]
  /// For each team, the days on which it could host one, by number.
  private var hosted: [Set<Int>]
  /// For each team, how many visits it makes and hosts in all.
  private var all: [Int]
  /// The days of each leg.
  private var days: [Leg: Set<Int>] = [:]

  /// The visits of `groups` (two or three teams, by index), each of which hosts the others.
  public init(_ table: OpportunityTable, groups: [[Int]]) {
    let count = table.programme.teams.count
    visits = Array(repeating: [:], count: count)
    hosted = Array(repeating: [], count: count)
    all = Array(repeating: 0, count: count)
    for teams in groups {
      for host in teams {
        let visitors = teams.filter { $0 != host }
        let days = table.possibleDays(host: host, visitors: visitors)
        self.days[Leg(host: host, visitors: visitors)] = days
        hosted[host].formUnion(days)
        for team in teams {
          all[team] += 1
          for day in days { visits[team][day, default: 0] += 1 }
        }
      }
    }
  }

  /// Whether a visit other than that of `visitors` to `host` could want `person` on `day`, or could take the last of
  /// the days that they give.
  func contest(_ person: Person, teams: [Int], host: Int, visitors: [Int], day: Int) -> Bool {
    if let most = person.maxDays, most < teams.reduce(0, { $0 + all[$1] }) { return true }
    guard teams.count > 1 else { return false }
    let isOwn = days[Leg(host: host, visitors: visitors)]?.contains(day) ?? false
    return teams.contains { team in
      let own = isOwn && (team == host || visitors.contains(team)) ? 1 : 0
      return visits[team][day, default: 0] > own
    }
  }

  /// Whether `team` could host a visit on `day`.
  func hosts(_ team: Int, on day: Int) -> Bool { hosted[team].contains(day) }
}

extension OpportunityTable {
  /// On which days, by number, `visitors` could visit `host`, teams by index: one where the visit is fixed.
  func possibleDays(host: Int, visitors: [Int]) -> Set<Int> {
    if let given = given(host: host, visitors: visitors), given.isFixed { return [given.day.number] }
    var days: Set<Int> = []
    for (index, occasion) in occasions[host].enumerated() where !days.contains(occasion.day.number) {
      if isFeasible(host: host, visitors: visitors, occasion: index) { days.insert(occasion.day.number) }
    }
    return days
  }

  /// Whether the visit of `visitors` to `host`, teams by index, has to do without anybody or anything on one of `days`
  /// for the sake of `rivals` that it need not do without for those `before`.
  public func isMoreContested(
    host: Int, visitors: [Int], on days: Set<Day>, _ rivals: Rivals, than before: Rivals
  ) -> Bool {
    days.contains { day in
      !Contest(self, host: host, visitors: visitors, day: day, rivals)
        .isWithin(Contest(self, host: host, visitors: visitors, day: day, before))
    }
  }
}
