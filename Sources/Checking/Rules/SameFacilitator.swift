import Domain

/// One facilitator leads all visits of a pair where `same_facilitator: required`.
enum SameFacilitator: RuleCheck {
  static let rule = Rule.sameFacilitator

  static func findings(in examination: Examination) -> [Finding] {
    guard examination.facts.settings.visits.sameFacilitator == .required else { return [] }
    return examination.groups.flatMap { group -> [Finding] in
      let led = examination.visits(of: group).filter { $0.visit.facilitator != nil }
      guard let first = led.first else { return [] }
      return led.dropFirst().filter { $0.visit.facilitator != first.visit.facilitator }.map { other in
        finding(
          [first, other], subject: group.id.text,
          "\(leader(of: first)) leads \(first.name) and \(leader(of: other)) \(other.name).")
      }
    }
  }

  private static func leader(of visit: ExaminedVisit) -> String {
    visit.visit.facilitator.map { visit.facts.register.name(of: $0) } ?? ""
  }
}
