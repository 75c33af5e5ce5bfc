import Domain

/// The partners that the programme's schedule has settled: whoever is to meet on a fixed visit, or on a published one,
/// stays together.
///
/// A fixed visit settles its pair, or its trio, whatever any rule says. A published visit that could still move settles
/// it unless a team no longer takes part, pair_rules.csv forbids the pair, a team is somebody else's partner already,
/// or a trio is not to be made any more.
struct SettledPairs {
  /// Positions, each two or three ascending, in order.
  let groups: [[Int]]

  /// The partners of `schedule` among `teams`, sorted by id, that go together with `forced`; `barred` tells forbidden
  /// pairs.
  ///
  /// Refuses a team whose fixed visits are with other partners than another fixed visit or a force gives it.
  init(
    _ schedule: [ScheduledVisit], today: Day, teams: [Team], forced: [[Int]], allowsTrio: Bool,
    isBarred: (Int, Int) -> Bool
  ) throws(PairingRefusal) {
    var position: [TeamID: Int] = [:]
    for (index, team) in teams.enumerated() { position[team.id] = index }
    var groupOf: [Int: [Int]] = [:]
    for group in forced { for team in group { groupOf[team] = group } }
    var groups: [[Int]] = []
    var hasTrio = forced.contains { $0.count == 3 }
    func settle(_ group: [Int]) {
      guard group.allSatisfy({ groupOf[$0] == nil }) else { return }
      for team in group { groupOf[team] = group }
      groups.append(group)
      if group.count == 3 { hasTrio = true }
    }
    func group(of row: ScheduledVisit) -> [Int]? {
      let places = ([row.host] + row.visitors).compactMap { position[$0] }
      return places.count == 1 + row.visitors.count ? places.sorted() : nil
    }

    let dated = schedule.filter { $0.interval != nil && $0.status != .cancelled }
    for row in dated where row.isFixed(on: today) {
      guard let group = group(of: row) else { continue }
      for team in group {
        guard let other = groupOf[team], other != group else { continue }
        let partner = other.first { $0 != team } ?? team
        throw .fixedElsewhere(row.id, team: teams[team].id, partner: teams[partner].id)
      }
      settle(group)
    }
    for row in dated where row.isPublished {
      guard let group = group(of: row), group.allSatisfy({ EligibleTeams.admits(teams[$0]) }) else {
        continue
      }
      guard group.count == 2 || (allowsTrio && !hasTrio) else { continue }
      let isAllowed = group.indices.allSatisfy { place in
        group.dropFirst(place + 1).allSatisfy { !isBarred(group[place], $0) }
      }
      if isAllowed { settle(group) }
    }
    self.groups = groups.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
