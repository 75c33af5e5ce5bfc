import Domain

/// A team's people as the search needs them.
struct TeamRoster: Sendable {
  /// Indices into the programme's people, by id.
  let people: [Int]
  /// Index of each one's role in `Role.allCases`.
  let roles: [Int]
  /// Whether each one's row says required.
  let isBound: [Bool]
  /// Bits of the required roles that each one fills, as holder or deputy.
  let fills: [Int]
  /// Every set of people, as bits, that fills all required roles with nobody to spare, together with the bound
  /// ones; fewest people first, holders before deputies.
  private(set) var covers: [UInt64]
  /// The required roles, in the order of the settings.
  let required: [Role]

  /// The fewest people that fill the required roles; 0 where nobody can.
  var fewest: Int { covers.map(\.nonzeroBitCount).min() ?? 0 }

  /// The same team without the covers that need one of `absent`, by index into the programme's people.
  func covered(without absent: Set<Int>) -> TeamRoster {
    let gone = people.indices.reduce(UInt64(0)) { absent.contains(people[$1]) ? $0 | 1 << UInt64($1) : $0 }
    var roster = self
    if gone != 0 { roster.covers.removeAll { $0 & gone != 0 } }
    return roster
  }

  /// The people of a cover, by index into the programme's.
  func people(of cover: UInt64) -> [Int] {
    people.indices.filter { cover >> UInt64($0) & 1 == 1 }.map { people[$0] }
  }

  /// The fewest people that fill the required roles of all teams that visit together, somebody of two of them
  /// counted once; 0 where nobody can.
  static func fewest(_ rosters: [TeamRoster]) -> Int {
    guard let first = rosters.first else { return 0 }
    guard rosters.count > 1 else { return first.fewest }
    let second = rosters[1]
    if first.covers.isEmpty || second.covers.isEmpty { return 0 }
    guard second.people.contains(where: first.people.contains) else { return first.fewest + second.fewest }
    // By position in the first team, as bits; somebody of the second team alone has none.
    let bits = second.people.map { person in
      first.people.firstIndex(of: person).map { UInt64(1) << UInt64($0) } ?? 0
    }
    var fewest = Int.max
    for cover in second.covers {
      let shared = bits.indices.reduce(UInt64(0)) { cover >> UInt64($1) & 1 == 1 ? $0 | bits[$1] : $0 }
      for other in first.covers {
        let count = other.nonzeroBitCount + cover.nonzeroBitCount - (other & shared).nonzeroBitCount
        fewest = min(fewest, count)
      }
    }
    return fewest
  }

  /// At most so many people of a team can take part: sets of them are 64-bit masks.
  static let largest = Limits.people

  init(team: TeamID, programme: Programme, excluding: Set<PersonID> = []) {
    let required = programme.settings.visits.requiredRoles
    let everybody = programme.people
    let people = everybody.indices.filter {
      everybody[$0].teams.contains(team) && !excluding.contains(everybody[$0].id)
    }.prefix(Self.largest)
    // Of everybody of the team, also of those who count with another side of a visit.
    let roleOf = Dictionary(
      everybody.filter { $0.teams.contains(team) }.map { ($0.id, $0.role) }, uniquingKeysWith: { a, _ in a })
    self.people = Array(people)
    roles = people.map { Role.allCases.firstIndex(of: everybody[$0].role) ?? 0 }
    isBound = people.map { everybody[$0].attendance == .required }
    var holds: [Int] = []
    var fills: [Int] = []
    for index in people {
      var held = 0
      var filled = 0
      for (bit, role) in required.enumerated() {
        if everybody[index].role == role { held |= 1 << bit }
        if let principal = everybody[index].deputyFor, roleOf[principal] == role { filled |= 1 << bit }
      }
      holds.append(held)
      fills.append(held | filled)
    }
    self.fills = fills
    self.required = required
    covers = Self.covers(fills: fills, holds: holds, isBound: isBound, count: required.count)
  }

  private static func covers(fills: [Int], holds: [Int], isBound: [Bool], count: Int) -> [UInt64] {
    let all = (1 << count) - 1
    let bound = isBound.indices.reduce(UInt64(0)) { isBound[$1] ? $0 | 1 << UInt64($1) : $0 }
    let filledByBound = fills.indices.reduce(0) { isBound[$1] ? $0 | fills[$1] : $0 }
    var found: Set<UInt64> = []
    func extend(_ chosen: UInt64, _ filled: Int) {
      guard found.count < Limits.ways else { return }
      let missing = all & ~filled
      if missing == 0 {
        found.insert(chosen)
        return
      }
      let role = missing.trailingZeroBitCount
      for person in fills.indices where fills[person] >> role & 1 == 1 {
        extend(chosen | 1 << UInt64(person), filled | fills[person])
      }
    }
    extend(bound, filledByBound)
    func isMinimal(_ cover: UInt64) -> Bool {
      fills.indices.allSatisfy { person in
        guard cover >> UInt64(person) & 1 == 1, !isBound[person] else { return true }
        let others = fills.indices.reduce(0) {
          $1 != person && cover >> UInt64($1) & 1 == 1 ? $0 | fills[$1] : $0
        }
        return others & all != all
      }
    }
    func deputies(_ cover: UInt64) -> Int {
      fills.indices.reduce(0) { cover >> UInt64($1) & 1 == 1 && holds[$1] == 0 ? $0 + 1 : $0 }
    }
    return found.filter(isMinimal).sorted {
      ($0.nonzeroBitCount, deputies($0), $0) < ($1.nonzeroBitCount, deputies($1), $1)
    }
  }
}
