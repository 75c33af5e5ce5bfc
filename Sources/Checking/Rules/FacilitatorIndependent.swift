import Domain

/// The facilitator shares neither network (or organisation) with the teams; a blank never matches.
enum FacilitatorIndependent: RuleCheck {
  static let rule = Rule.facilitatorIndependent

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.flatMap { visit -> [Finding] in
      guard let facilitator = visit.facilitator else { return [] }
      let column = visit.settings.visits.independence.rawValue
      return visit.leg.teams.compactMap { team in
        visit.leg.sharedAffiliation(facilitator, team).map { value in
          finding(
            visit,
            "\(facilitator.name) leads \(visit.name) but shares the \(column) \(value) with \(team.name).")
        }
      }
    }
  }
}
