import Domain

/// How missing counterparts are charged when people choose one by one: where one side's part is settled, the
/// other side's only holder carries the charge; where both sides have one holder, the two are partners.
struct CrowdedRoles {
  /// Charged whatever anybody does.
  private(set) var fee = 0
  /// By candidate: charged for coming, and for staying away.
  private(set) var comeFee: [Int]
  private(set) var awayFee: [Int]
  /// By candidate: the only holder of the same role on the other side, where both are free to choose.
  private(set) var partner: [Int?]
  /// Bits of the roles that several people of a side could bring, charged at the end.
  private var open = 0
  private let cover: UInt64

  init(_ day: PricedDay, cover: UInt64) {
    let problem = day.problem
    let missing = problem.charges.missingCounterpart
    self.cover = cover
    comeFee = Array(repeating: 0, count: problem.candidates.count)
    awayFee = comeFee
    partner = Array(repeating: nil, count: problem.candidates.count)
    for role in 0..<Role.allCases.count where problem.sharedRoles >> role & 1 == 1 {
      var isThere = [false, false]
      var able: [[Int]] = [[], []]
      for candidate in problem.candidates.indices where problem.candidates[candidate].role == role {
        let side = problem.candidates[candidate].side
        if cover >> UInt64(candidate) & 1 == 1 {
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
        if isThere[settled] { awayFee[holder] = missing } else { comeFee[holder] = missing }
      case (false, false) where able[0].count == 1 && able[1].count == 1:
        partner[able[0][0]] = able[1][0]
        partner[able[1][0]] = able[0][0]
      case (true, false), (false, true), (false, false): open |= 1 << role
      }
    }
  }

  /// What the roles that several could bring are charged once everybody of `open` has chosen.
  func missing(chosen: [Int?], open candidates: [Int], _ day: PricedDay) -> Int {
    guard open != 0 else { return 0 }
    let people = day.problem.candidates
    var brought = [0, 0]
    for candidate in people.indices where cover >> UInt64(candidate) & 1 == 1 {
      brought[people[candidate].side] |= 1 << people[candidate].role
    }
    for (position, candidate) in candidates.enumerated() where chosen[position] != nil {
      brought[people[candidate].side] |= 1 << people[candidate].role
    }
    return ((brought[0] ^ brought[1]) & open).nonzeroBitCount * day.problem.charges.missingCounterpart
  }
}
