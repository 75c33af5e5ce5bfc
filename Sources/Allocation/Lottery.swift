import Domain

/// Draws numbers and keeps a record of what each decided.
struct Lottery {
  private(set) var draws: [AllocationDraw] = []
  private var source: SplitMix64

  init(seed: UInt64) { source = SplitMix64(state: seed) }

  /// The strata that get one unit more than they are assured of. `total` divides the sum of their remainders.
  mutating func strataWithOneMore(_ strata: [StratumShare], of total: Int) -> Set<Stratum> {
    guard !strata.isEmpty else { return [] }
    let row = shuffled(strata) { .stratum($0.stratum, place: $1) }
    let draw = source.draw(below: total)
    draws.append(AllocationDraw(draw: draw, decision: .firstMark(draw.outcome)))
    var chosen: Set<Stratum> = []
    var mark = draw.outcome
    var end = 0
    for share in row {
      end += share.remainder
      // A remainder is shorter than the step, so no stratum holds two marks.
      guard mark < end else { continue }
      chosen.insert(share.stratum)
      mark += total
    }
    return chosen
  }

  /// The units of a stratum in random order.
  mutating func order(of units: [AllocationUnit], in stratum: Stratum) -> [AllocationUnit] {
    shuffled(units) { .unit($0.id, of: stratum, place: $1) }
  }

  /// From the last place to the second, each place goes to one of those who have none yet.
  private mutating func shuffled<Element>(
    _ elements: [Element], _ decision: (Element, _ place: Int) -> AllocationDraw.Decision
  ) -> [Element] {
    var result = elements
    for last in result.indices.dropFirst().reversed() {
      let draw = source.draw(below: last + 1)
      result.swapAt(last, draw.outcome)
      draws.append(AllocationDraw(draw: draw, decision: decision(result[last], last + 1)))
    }
    return result
  }
}
