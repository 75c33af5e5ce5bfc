public import Domain

/// Who visits and who is a control, and every number that decided it.
public struct AllocationAnswer: Sendable, Equatable {
  /// The seed that all of it follows from.
  public let seed: UInt64
  /// Sorted by stratum.
  public let strata: [StratumAllocation]
  /// In the order in which they were drawn.
  public let draws: [AllocationDraw]

  /// Every unit with its arm and its place in the drawn order of its stratum, from 1; sorted by id.
  public var allocated: [AllocatedUnit] {
    strata.flatMap { stratum in
      stratum.order.enumerated().map { place, unit in
        AllocatedUnit(unit: unit, arm: place < stratum.visiting ? .visit : .control, drawOrder: place + 1)
      }
    }
    .sorted { $0.unit.id < $1.unit.id }
  }
}

/// A unit in its arm.
public struct AllocatedUnit: Sendable, Equatable {
  /// The pair or trio.
  public let unit: AllocationUnit
  /// Its arm.
  public let arm: Arm
  /// Its place in the drawn order of its stratum, from 1; the first of each stratum visit.
  public let drawOrder: Int
}

/// One stratum's part of an allocation.
public struct StratumAllocation: Sendable, Equatable {
  /// Which units these are.
  public let stratum: Stratum
  /// Its units in the order drawn.
  public let order: [AllocationUnit]
  /// How many of them visit whatever is drawn: units × visiting / all units, rounded down.
  public let assured: Int
  /// What rounding down left over, in parts of all units: units × visiting mod all units.
  public let remainder: Int
  /// How many of them visit: the first of `order`; `assured`, or one more.
  public let visiting: Int
}

/// A number drawn and what it decided.
public struct AllocationDraw: Sendable, Equatable {
  /// The number.
  public let draw: NumberDraw
  /// What it decided.
  public let decision: Decision

  /// What a number can decide.
  public enum Decision: Sendable, Equatable {
    /// The place, from 1, of a stratum in the row in which remainders are laid end to end.
    case stratum(Stratum, place: Int)
    /// Where on that row the first mark is; the others follow at steps of all units.
    case firstMark(Int)
    /// The place, from 1, of a unit in the order of its stratum.
    case unit(PairID, of: Stratum, place: Int)
  }
}
