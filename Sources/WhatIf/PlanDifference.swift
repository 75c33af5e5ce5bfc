public import Domain

/// What one plan has that another has not, visit by visit.
public struct PlanDifference: Sendable, Equatable {
  /// A visit that has another date, start or leader.
  public struct Move: Sendable, Equatable {
    /// As it was.
    public var before: Visit
    /// As it is to be.
    public var after: Visit
    /// By how many days it is later; below 0 where it is earlier.
    public var days: Int { before.date.distance(to: after.date) }
    /// Whether somebody else leads it.
    public var isLedAnew: Bool { before.facilitator != after.facilitator }
    /// Whether it is on another day, or starts at another time.
    public var isAtAnotherTime: Bool { before.interval.start != after.interval.start }
  }

  /// By date before, then id.
  public var moves: [Move] = []
  /// Visits on the same day with the same start and leader, but with another end or main room.
  public var adjusted: [Move] = []
  /// Visits that had a date and have none now, though their pair stands.
  public var lost: [Visit] = []
  /// Visits that are given up because that is what was asked about.
  public var cancelled: [Visit] = []
  /// Visits of pairs that are no more.
  public var gone: [Visit] = []
  /// Visits that had no date, of pairs that were there before.
  public var gained: [Visit] = []
  /// Visits of pairs that are new.
  public var new: [Visit] = []
  /// Visits of pairs that are new for which there is no date.
  public var undated: [UnscheduledVisit] = []
  /// Pairs that are no more, and those that are new; sorted.
  public var brokenPairs: [PairID] = []
  /// Pairs made instead; sorted.
  public var newPairs: [Pair] = []
  /// Teams without a partner that had one.
  public var deserted: [UnpairedTeam] = []
  /// Cost by preference before and after, in clinician-minutes.
  public var costsBefore: CostSheet
  /// The same after; a visit that is cancelled costs nothing.
  public var costsAfter: CostSheet

  /// The sum of days by which visits that are in both plans are later.
  public var delay: Int { moves.reduce(0) { $0 + $1.days } }
  /// By how much the plan costs more, in clinician-minutes.
  public var addedCost: Int { costsAfter.total.count - costsBefore.total.count }
  /// How many visits fewer take place, whether they found no date or are given up; below 0 where there are more.
  public var fewerVisits: Int {
    lost.count + cancelled.count + gone.count - gained.count - new.count
  }
  /// Whether nothing at all is different but, perhaps, attendance.
  public var isEmpty: Bool {
    moves.isEmpty && adjusted.isEmpty && lost.isEmpty && cancelled.isEmpty && gone.isEmpty && gained.isEmpty
      && new.isEmpty && undated.isEmpty
      && brokenPairs.isEmpty && newPairs.isEmpty && deserted.isEmpty
  }

  /// What `after` has that `before` has not, where visits are `given` up on purpose.
  public init(from before: Plan, to after: Plan, givenUp given: Set<VisitID> = []) {
    costsBefore = before.costs
    costsAfter = after.costs
    let pairsBefore = Set(before.pairs.map(\.id))
    let pairsAfter = Set(after.pairs.map(\.id))
    brokenPairs = pairsBefore.subtracting(pairsAfter).sorted()
    newPairs = after.pairs.filter { !pairsBefore.contains($0.id) }
    let alone = Set(before.unpaired.map(\.team))
    let paired = Set(before.pairs.flatMap(\.teams))
    deserted = after.unpaired.filter { paired.contains($0.team) && !alone.contains($0.team) }
    let now = Dictionary(after.visits.map { ($0.id, $0) }) { first, _ in first }
    let then = Set(before.visits.map(\.id))
    for visit in before.visits {
      guard let other = now[visit.id] else {
        if given.contains(visit.id) {
          cancelled.append(visit)
        } else if pairsAfter.contains(visit.pair) {
          lost.append(visit)
        } else {
          gone.append(visit)
        }
        continue
      }
      let move = Move(before: visit, after: other)
      if move.isAtAnotherTime || move.isLedAnew {
        moves.append(move)
      } else if visit.interval.end != other.interval.end || visit.room != other.room {
        adjusted.append(move)
      }
    }
    for visit in after.visits where !then.contains(visit.id) {
      if pairsBefore.contains(visit.pair) { gained.append(visit) } else { new.append(visit) }
    }
    undated = after.unscheduled.filter { !pairsBefore.contains(PairID([$0.host] + $0.visitors)) }
    let missing = after.unscheduled.count
    guard missing > 0 else { return }
    let price = after.costs[.unscheduled].count / missing
    costsAfter[.unscheduled] -= Minutes(price * after.unscheduled.count { given.contains($0.id) })
  }
}
