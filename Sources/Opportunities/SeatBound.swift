/// A lower bound on the attendance of a day whose rooms are too small for everybody who would come: seats in
/// all sessions that need a room are counted together, and whoever leaves k of them pays at least the share of
/// an absence for k sessions.
///
/// Exact but for which session a seat is in. A small knapsack by dynamic programming.
struct SeatBound {
  /// How many sessions need a room.
  let sessions: Int
  /// How many people the largest room holds, the facilitator not counted.
  let heads: Int

  /// The least cost of `day` under the bound; `PricedDay.never` where the required people alone do not fit.
  ///
  /// The day's own prices may already contain missed sessions, or none where the sessions are still open.
  func least(_ day: PricedDay) -> Int {
    var least = PricedDay.never
    guard day.isCoverable else { return least }
    // A cover costs no less than what it adds to free choice.
    day.forEachCover(below: { least - day.free }) { cover, _ in least = min(least, cost(day, cover: cover)) }
    return least
  }

  private func cost(_ day: PricedDay, cover: PeopleSet) -> Int {
    var base = 0
    var seats = heads * sessions
    var travellers = day.problem.visitorLimit
    var open: [Int] = []
    for candidate in day.whole.indices {
      if cover >> PeopleSet(candidate) & 1 == 1 {
        base += day.whole[candidate]
        seats -= sessions
        if day.problem.candidates[candidate].isVisitor { travellers -= 1 }
      } else {
        open.append(candidate)
      }
    }
    guard seats >= 0, travellers >= 0 else { return PricedDay.never }
    let stay = leastOfLimit(day, open, travellers)
    if open.count * sessions <= seats {
      return base + max(stay, open.reduce(0) { $0 + min(day.part[$1], day.away[$1]) })
    }
    let shares = (0...sessions).map { day.problem.charges.share($0) }
    // table[s]: the least cost of the people so far in at most s seats.
    var table = [Int](repeating: 0, count: seats + 1)
    var next = table
    for candidate in open {
      for seat in 0...seats {
        var best = table[seat] + day.away[candidate]
        if day.part[candidate] < PricedDay.never {
          for left in 0...sessions where sessions - left <= seat {
            best = min(best, table[seat - (sessions - left)] + max(day.part[candidate], shares[left]))
          }
        }
        next[seat] = best
      }
      swap(&table, &next)
    }
    return base + max(stay, table[seats])
  }

  /// The least cost where at most so many visitors more may travel.
  private func leastOfLimit(_ day: PricedDay, _ open: [Int], _ travellers: Int) -> Int {
    let free = open.reduce(0) { $0 + min(day.part[$1], day.away[$1]) }
    let coming = open.filter { day.problem.candidates[$0].isVisitor && day.part[$0] < day.away[$0] }
    guard coming.count > travellers else { return free }
    let extra = coming.map { day.away[$0] - day.part[$0] }.sorted().prefix(coming.count - travellers)
    return free + extra.reduce(0, +)
  }
}
