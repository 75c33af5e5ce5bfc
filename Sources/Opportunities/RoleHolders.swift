/// The holders of one role on one day, by the parties for which they count: what their coming or staying away adds
/// to free choice.
struct RoleHolders {
  /// By set of parties as bits: that one of them comes, and that none does.
  private var bring = [Int](repeating: PricedDay.never, count: 8)
  private var none = [Int](repeating: 0, count: 8)

  /// Where `cover` is there.
  init(_ day: PricedDay, _ role: Int, _ cover: PeopleSet) {
    let candidates = day.problem.candidates
    for candidate in candidates.indices where candidates[candidate].role == role {
      let parties = candidates[candidate].parties
      if cover >> PeopleSet(candidate) & 1 == 1 {
        bring[parties] = 0
        none[parties] = PricedDay.never
        continue
      }
      let free = min(day.part[candidate], day.away[candidate])
      bring[parties] = min(bring[parties], day.part[candidate] - free)
      none[parties] = min(PricedDay.never, none[parties] + day.away[candidate] - free)
    }
  }

  /// What it costs that each of `parties` brings the role and no other does; at most `PricedDay.never`.
  func cost(_ parties: Int) -> Int {
    var cost = 0
    for set in 1..<8 where set & ~parties != 0 { cost = min(PricedDay.never, cost + none[set]) }
    if parties & 1 != 0 { cost = min(PricedDay.never, cost + bring[1]) }
    switch parties & 6 {
    case 2: cost += bring[2]
    case 4: cost += bring[4]
    case 6:
      // Somebody of both teams counts for either, and for both at once.
      cost += min(bring[6], min(bring[2], bring[6]) + min(bring[4], bring[6]))
    default: break
    }
    return min(PricedDay.never, cost)
  }
}
