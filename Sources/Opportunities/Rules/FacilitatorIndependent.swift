import Domain

/// The facilitator shares neither network (or organisation) with the teams.
enum FacilitatorIndependent {
  static let rule = Rule.facilitatorIndependent

  /// Whether `facilitator` may lead a visit of `team`; a blank never matches.
  static func admits(_ facilitator: Facilitator, team: Team, by independence: Independence) -> Bool {
    let (own, column) =
      switch independence {
      case .network: (facilitator.network, "network")
      case .organisation: (facilitator.organisation, "organisation")
      }
    guard let own, !own.isEmpty, let other = team.value(of: column) else { return true }
    return own != other
  }
}
