public import Domain

/// What goes into one arm as a whole: the teams of a pair, or of a trio.
public struct AllocationUnit: Sendable, Equatable {
  /// The teams, sorted by id.
  public let teams: [TeamID]
  /// Which units it is balanced with.
  public let stratum: Stratum

  /// A unit.
  public init(teams: [TeamID], stratum: Stratum = .whole) {
    self.teams = teams.sorted()
    self.stratum = stratum
  }

  /// The name of the pair or trio.
  public var id: PairID { PairID(teams) }
}
