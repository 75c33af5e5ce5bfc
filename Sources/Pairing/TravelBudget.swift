import Domain

/// `travel_budget_hours`: the hours of travel one way, summed over all pairs (of a trio the longest), as a row beside the matching's.
struct TravelBudget {
  /// What the setting allows, in whole minutes.
  let allowed: Int
  /// What forced pairs use.
  let usedByForced: Int

  /// The budget; `nil` where none is set.
  init?(_ settings: PairingSettings, forced: [PartnerFigures]) {
    guard let allowed = Self.minutes(settings) else { return nil }
    self.allowed = allowed
    usedByForced = forced.reduce(0) { $0 + ($1.longest?.travel.count ?? 0) }
  }

  /// The budget in whole minutes; `nil` where none is set.
  static func minutes(_ settings: PairingSettings) -> Int? {
    // The margin keeps whole minutes that hours cannot express exactly, and no budget is beyond a lifetime.
    settings.travelBudgetHours.map { Int(min(max(0, $0), 1e6) * 60 + 1e-6) }
  }

  /// Σ minutes ≤ what forced pairs leave, never below zero.
  func row(over edges: Edges) -> SideRow {
    SideRow(coefficients: edges.figures.map(\.travel.count), bound: max(0, allowed - usedByForced))
  }
}
