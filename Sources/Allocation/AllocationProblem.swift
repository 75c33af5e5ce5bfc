/// Units to be allocated, so many of them to visits, as evenly over the strata as whole units allow.
///
/// Each stratum of n units out of N is owed n·V/N of the V visiting units. It gets the whole part for certain.
/// What rounding down left over is drawn among the strata by systematic sampling (Madow, Annals of Mathematical
/// Statistics 20, 1949) over a shuffled order: the total is exact, no stratum is off by a whole unit, and each
/// unit visits with the same probability V/N. Within a stratum the order is shuffled (Fisher and Yates; Durstenfeld,
/// Communications of the ACM 7, 1964), and the first visit.
public struct AllocationProblem: Sendable {
  /// Sorted by id.
  public let units: [AllocationUnit]
  /// How many of them visit.
  public let visiting: Int

  /// Throws where nothing can be drawn. A single unit visits, without a control arm.
  public init(
    units: [AllocationUnit], share: VisitingShare = .half
  ) throws(AllocationRefusal) {
    guard !units.isEmpty else { throw .noUnits }
    let teams = units.flatMap(\.teams).sorted()
    if let twice = zip(teams, teams.dropFirst()).first(where: { $0 == $1 }) { throw .teamTwice(twice.0) }
    self.units = units.sorted { $0.id < $1.id }
    visiting = share.count(of: units.count)
    guard (1...max(1, units.count - 1)).contains(visiting) else {
      throw .share(visiting: visiting, units: units.count)
    }
  }

  /// The allocation of this seed: the same on every machine, for ever.
  public func answer(seed: UInt64) -> AllocationAnswer {
    var lottery = Lottery(seed: seed)
    let strata = strata
    let extra = lottery.strataWithOneMore(strata.filter { $0.remainder > 0 }, of: units.count)
    let allocated = strata.map { share in
      StratumAllocation(
        stratum: share.stratum, order: lottery.order(of: share.units, in: share.stratum),
        assured: share.assured, remainder: share.remainder,
        visiting: share.assured + (extra.contains(share.stratum) ? 1 : 0))
    }
    return AllocationAnswer(seed: seed, strata: allocated, draws: lottery.draws)
  }

  private var strata: [StratumShare] {
    let sorted = units.sorted { ($0.stratum, $0.id) < ($1.stratum, $1.id) }
    var groups: [(stratum: Stratum, units: [AllocationUnit])] = []
    for unit in sorted {
      if groups.last?.stratum == unit.stratum {
        groups[groups.count - 1].units.append(unit)
      } else {
        groups.append((unit.stratum, [unit]))
      }
    }
    return groups.map { group in
      let (assured, remainder) = (group.units.count * visiting).quotientAndRemainder(dividingBy: units.count)
      return StratumShare(
        stratum: group.stratum, units: group.units, assured: assured, remainder: remainder)
    }
  }
}

/// A stratum before anything is drawn, its units sorted by id.
struct StratumShare {
  let stratum: Stratum
  let units: [AllocationUnit]
  let assured: Int
  let remainder: Int
}
