import Domain

/// The fewest people whom a visit needs on each side.
struct Headcount {
  let musters: [Muster]
  let hosts: Int
  let visitors: Int

  /// Counts for a visit during `hours`, reached by `trips`; those in `elsewhere` cannot come.
  init(leg: Leg, hours: Interval, trips: [Trip], elsewhere: Set<PersonID> = []) {
    let absences = leg.members.reduce(into: [PersonID: Interval]()) { absences, member in
      guard member.side == .visitor else { return }
      absences[member.person.id] = trips.first { $0.traveller == .team(member.team) }?.absence
    }
    let musters = leg.teams.map { team in
      Muster(team: team, leg: leg, whole: { absences[$0.id] ?? hours }, elsewhere: elsewhere)
    }
    self.musters = musters
    hosts = Self.fewest(Array(musters.prefix(1)))
    visitors = Self.fewest(Array(musters.dropFirst()))
  }

  /// Whether everybody needed can come.
  var isComplete: Bool { musters.allSatisfy(\.isComplete) }

  /// The fewest people who fill every role of one side that can be filled, those included whose row requires
  /// them.
  private static func fewest(_ musters: [Muster]) -> Int {
    let present = musters.reduce(into: Set<PersonID>()) { $0.formUnion($1.present) }
    let roles = musters.flatMap(\.fillable).filter { $0.isDisjoint(with: present) }
    let full = (1 << roles.count) - 1
    var fewest = [Int?](repeating: nil, count: full + 1)
    fewest[0] = 0
    var seen: Set<PersonID> = []
    for person in musters.flatMap(\.free).map(\.id) where seen.insert(person).inserted {
      let fills = roles.indices.reduce(0) { roles[$1].contains(person) ? $0 | (1 << $1) : $0 }
      for covered in stride(from: full, through: 0, by: -1) {
        guard let count = fewest[covered] else { continue }
        let reached = covered | fills
        fewest[reached] = min(fewest[reached] ?? Int.max, count + 1)
      }
    }
    return present.count + (fewest[full] ?? roles.count)
  }
}
