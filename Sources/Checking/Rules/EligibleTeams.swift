import Domain

/// Only approved teams of the visiting arm are paired.
enum EligibleTeams: RuleCheck {
  static let rule = Rule.eligibleTeams

  static func findings(in examination: Examination) -> [Finding] {
    examination.groups.flatMap { group in
      group.teams.compactMap { id -> Finding? in
        guard let team = examination.facts.register.team(id) else {
          return finding(group, in: examination, "\(id) is no team of the programme.")
        }
        if !team.isApproved {
          return finding(
            group, in: examination, "\(team.name) is paired without its chief executive's approval.")
        }
        switch team.arm {
        case .visit: return nil
        case .control: return finding(group, in: examination, "\(team.name) is a control team but paired.")
        }
      }
    }
  }
}
