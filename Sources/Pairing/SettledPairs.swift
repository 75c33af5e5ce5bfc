import Domain

/// The pairs that the programme's schedule has settled: whoever is to meet on a fixed visit, or on a published one,
/// stays together.
///
/// A fixed visit settles its pair whatever any rule says. A published visit that could still move settles it unless a
/// team no longer takes part, pair_rules.csv forbids the pair, or a team is somebody else's partner already.
struct SettledPairs {
  /// Positions, the smaller first, in order.
  let pairs: [(a: Int, b: Int)]

  /// The pairs of `schedule` among `teams`, sorted by id, that go together with `forced`; `barred` tells forbidden
  /// pairs.
  ///
  /// Refuses a team whose fixed visits are with two partners, or with another than it is forced to, and a fixed
  /// visit of three teams.
  init(
    _ schedule: [ScheduledVisit], today: Day, teams: [Team], forced: [(a: Int, b: Int)],
    isBarred: (Int, Int) -> Bool
  ) throws(PairingRefusal) {
    var position: [TeamID: Int] = [:]
    for (index, team) in teams.enumerated() { position[team.id] = index }
    var partner: [Int: Int] = [:]
    for (a, b) in forced {
      partner[a] = b
      partner[b] = a
    }
    var pairs: [(a: Int, b: Int)] = []
    func settle(_ a: Int, _ b: Int) {
      guard partner[a] == nil, partner[b] == nil else { return }
      partner[a] = b
      partner[b] = a
      pairs.append((min(a, b), max(a, b)))
    }

    let dated = schedule.filter { $0.interval != nil && $0.status != .cancelled }
    for row in dated where row.isFixed(on: today) {
      guard row.visitors.count == 1 else { throw .fixedTrio(row.id) }
      guard let a = position[row.host], let b = position[row.visitors[0]] else { continue }
      for (team, other) in [(a, b), (b, a)] where partner[team] ?? other != other {
        throw .fixedElsewhere(row.id, team: teams[team].id, partner: teams[partner[team] ?? other].id)
      }
      settle(a, b)
    }
    for row in dated where row.isPublished && row.visitors.count == 1 {
      guard let a = position[row.host], let b = position[row.visitors[0]] else { continue }
      guard EligibleTeams.admits(teams[a]), EligibleTeams.admits(teams[b]), !isBarred(a, b) else { continue }
      settle(a, b)
    }
    self.pairs = pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
