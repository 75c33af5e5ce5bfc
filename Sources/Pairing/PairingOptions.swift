/// How a pairing is watched and limited from outside; the method itself has no clock and makes no random choice.
public struct PairingOptions {
  /// Asked now and then; once it says true, the best pairing found so far is returned with its bound.
  public var isOver: () -> Bool
  /// Told after each round of the solve.
  public var report: (PairingProgress) -> Void
  /// Seconds since any fixed point, for the statistics only.
  public var clock: () -> Double
  /// Whether each pair's price is worked out too, which takes a solve for each.
  public var pricesPairs: Bool

  /// No limit, no listener, and a clock that stands still.
  public init(
    isOver: @escaping () -> Bool = { false }, report: @escaping (PairingProgress) -> Void = { _ in },
    clock: @escaping () -> Double = { 0 }, pricesPairs: Bool = false
  ) {
    self.pricesPairs = pricesPairs
    self.isOver = isOver
    self.report = report
    self.clock = clock
  }
}

/// How far a pairing has come.
public struct PairingProgress: Sendable, Equatable {
  /// Times the relaxation was solved.
  public var rounds: Int
  /// Pairs in the relaxation so far.
  public var columns: Int
  /// Odd sets separated so far.
  public var cuts: Int
}

/// What a pairing took.
public struct PairingStatistics: Sendable, Equatable {
  /// Teams that may be paired.
  public var teams: Int
  /// Admissible pairs among them, forced ones and those of forced teams left out.
  public var edges: Int
  /// Times the relaxation was solved.
  public var rounds: Int
  /// Pairs in the relaxation at its end.
  public var columns: Int
  /// Odd sets separated.
  public var cuts: Int
  /// Nodes of branch and bound; 0 where the relaxation was enough.
  public var searchNodes: Int
  /// Seconds by the caller's clock from the list of scored pairs to the answer: relaxations, odd sets, search,
  /// proof and ties; without diaries, standings, scores and the reasons told of who is left.
  public var seconds: Double
  /// Whether ties went to the smaller id throughout; `false` where the time was up before, or rows beside those
  /// of the matching made it too dear. The optimum is the same.
  public var areTiesSettled: Bool
}
