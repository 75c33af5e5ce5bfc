import Domain

/// How missing counterparts are charged when people choose one by one: where one team's part is settled, the
/// other team's only holder carries the charge; where both teams have one holder, the two are partners.
struct CrowdedRoles {
  /// A role that the host and one visiting party have.
  private struct Counterparts {
    var role: Int
    var visitor: Int
  }

  /// Charged whatever anybody does.
  private(set) var fee = 0
  /// By candidate: charged for coming, and for staying away.
  private(set) var comeFee: [Int]
  private(set) var awayFee: [Int]
  /// By candidate: the only holder of the same role in another team, where both are free to choose.
  private(set) var partner: [Int?]
  /// What several people could bring, charged at the end.
  private var open: [Counterparts] = []
  private let cover: PeopleSet

  init(_ day: PricedDay, cover: PeopleSet) {
    let problem = day.problem
    let missing = problem.charges.missingCounterpart
    self.cover = cover
    comeFee = Array(repeating: 0, count: problem.candidates.count)
    awayFee = comeFee
    partner = Array(repeating: nil, count: problem.candidates.count)
    for shared in problem.sharedRoles {
      for visitor in problem.roads.indices where shared.visitors >> visitor & 1 == 1 {
        var isThere = [false, false]
        var able: [[Int]] = [[], []]
        for candidate in problem.candidates.indices where problem.candidates[candidate].role == shared.role {
          let parties = problem.candidates[candidate].parties
          guard parties & (1 << visitor | 1) != 0 else { continue }
          let side = parties & 1 == 1 ? 0 : 1
          if cover >> PeopleSet(candidate) & 1 == 1 {
            isThere[side] = true
          } else if day.part[candidate] < PricedDay.never {
            able[side].append(candidate)
          }
        }
        func isSettled(_ side: Int) -> Bool { isThere[side] || able[side].isEmpty }
        switch (isSettled(0), isSettled(1)) {
        case (true, true): if isThere[0] != isThere[1] { fee += missing }
        case (true, false) where able[1].count == 1, (false, true) where able[0].count == 1:
          let settled = isSettled(0) ? 0 : 1
          let holder = able[1 - settled][0]
          if isThere[settled] { awayFee[holder] += missing } else { comeFee[holder] += missing }
        case (false, false)
        where able.allSatisfy { $0.count == 1 } && partner[able[0][0]] == nil && partner[able[1][0]] == nil:
          partner[able[0][0]] = able[1][0]
          partner[able[1][0]] = able[0][0]
        case (true, false), (false, true), (false, false):
          open.append(Counterparts(role: shared.role, visitor: visitor))
        }
      }
    }
  }

  /// What the roles that several could bring are charged once everybody of `open` has chosen.
  func missing(chosen: [Int?], open candidates: [Int], _ day: PricedDay) -> Int {
    if open.isEmpty { return 0 }
    let people = day.problem.candidates
    // By role the parties that bring it, as bits.
    var brought = [Int](repeating: 0, count: Role.allCases.count)
    for candidate in people.indices where cover >> PeopleSet(candidate) & 1 == 1 {
      brought[people[candidate].role] |= people[candidate].parties
    }
    for (position, candidate) in candidates.enumerated() where chosen[position] != nil {
      brought[people[candidate].role] |= people[candidate].parties
    }
    let lonely = open.count { brought[$0.role] & 1 != brought[$0.role] >> $0.visitor & 1 }
    return lonely * day.problem.charges.missingCounterpart
  }
}
