import Domain

/// Only approved teams of the visiting arm are paired: all others are left out before any pair is looked at.
struct EligibleTeams {
  static let rule = Rule.eligibleTeams

  /// Positions of the teams that are paired, in the order of the teams.
  let positions: [Int]
  /// Teams of the visiting arm without approval.
  let unapproved: [TeamID]
  /// Teams of the control arm.
  let controls: [TeamID]

  /// The rule over `teams`, sorted by id.
  init(_ teams: [Team]) {
    positions = teams.indices.filter { Self.admits(teams[$0]) }
    unapproved = teams.filter { $0.arm == .visit && !$0.isApproved }.map(\.id)
    controls = teams.filter { $0.arm == .control }.map(\.id)
  }

  /// Whether a team is paired at all.
  static func admits(_ team: Team) -> Bool {
    switch team.arm {
    case .visit: team.isApproved
    case .control: false
    }
  }
}
