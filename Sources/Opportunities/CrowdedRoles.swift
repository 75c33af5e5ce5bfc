import Domain

/// How missing counterparts are charged when people choose one by one: where one team's part is settled, the
/// other team's only holder carries the charge; where both teams have one holder, the two are partners; all other
/// holders of a role choose one after the other and are charged together.
struct CrowdedRoles {
  /// A role that the host and some visiting parties have, and that several people could bring.
  struct OpenRole {
    /// Index into `Role.allCases`.
    var role: Int
    /// The visiting parties whose part is open, or the host's towards them.
    var visitors: [Int]
    /// The parties that bring it in any case, as bits.
    var brought: Int

    /// How many visiting parties are charged where those of `parties`, as bits, bring the role.
    func lonely(_ parties: Int) -> Int { visitors.count { parties & 1 != parties >> $0 & 1 } }
  }

  /// Charged whatever anybody does.
  private(set) var fee = 0
  /// By candidate: charged for coming, and for staying away.
  private(set) var comeFee: [Int]
  private(set) var awayFee: [Int]
  /// By candidate: the only holder of the same role in another team, where both are free to choose.
  private(set) var partner: [Int?]
  /// What several people could bring.
  private(set) var open: [OpenRole] = []

  init(_ day: PricedDay, cover: PeopleSet) {
    let problem = day.problem
    let missing = problem.charges.missingCounterpart
    comeFee = Array(repeating: 0, count: problem.candidates.count)
    awayFee = comeFee
    partner = Array(repeating: nil, count: problem.candidates.count)
    for shared in problem.sharedRoles {
      var open = OpenRole(role: shared.role, visitors: [], brought: 0)
      for candidate in problem.candidates.indices
      where cover >> PeopleSet(candidate) & 1 == 1 && problem.candidates[candidate].role == shared.role {
        open.brought |= problem.candidates[candidate].parties
      }
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
        where shared.visitors.nonzeroBitCount == 1 && able.allSatisfy { $0.count == 1 }:
          partner[able[0][0]] = able[1][0]
          partner[able[1][0]] = able[0][0]
        case (true, false), (false, true), (false, false): open.visitors.append(visitor)
        }
      }
      if !open.visitors.isEmpty { self.open.append(open) }
    }
  }
}
