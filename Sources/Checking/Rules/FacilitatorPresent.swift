import Domain

/// A facilitator of the programme leads every visit, where any are listed.
enum FacilitatorPresent: RuleCheck {
  static let rule = Rule.facilitatorPresent

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.compactMap { visit in
      guard let id = visit.visit.facilitator else {
        guard !examination.facts.programme.facilitators.isEmpty else { return nil }
        return finding(visit, "\(Words.sentence(visit.name)) has no facilitator.")
      }
      guard visit.facilitator == nil else { return nil }
      return finding(visit, "\(id), who leads \(visit.name), is no facilitator of the programme.")
    }
  }
}
