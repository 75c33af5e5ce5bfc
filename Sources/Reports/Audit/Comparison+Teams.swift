import Domain

extension Comparison {
  /// Below this, more of the difference between two figures is chance than is real.
  static let tooFewCases = 0.5

  /// A lead in standard deviations that two decimals would show as nothing is none.
  static let leastLead = 0.005

  /// The proportion of the pair's team at that place; `nil` where it has none.
  func value(of team: Int) -> Double? { Self.element(team, of: values) }
  /// Where the team at that place stands, in standard deviations.
  func standing(of team: Int) -> Double? { Self.element(team, of: standings) }
  /// How much of the figure's variance is not chance, 0 to 1.
  func reliability(of team: Int) -> Double? { Self.element(team, of: reliabilities) }
  /// Whether the figure is known to rest on too few cases.
  func isWeak(of team: Int) -> Bool { reliability(of: team).map { $0 < Self.tooFewCases } ?? false }

  private static func element(_ index: Int, of list: [Double?]) -> Double? {
    list.indices.contains(index) ? list[index] : nil
  }
}
