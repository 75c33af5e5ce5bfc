import Domain

/// One facilitator leads all visits of a pair where `same_facilitator: required`.
enum SameFacilitator: RuleCheck {
  static let rule = Rule.sameFacilitator

  static func findings(in examination: Examination) -> [Finding] {
    guard examination.facts.settings.visits.sameFacilitator == .required else { return [] }
    return examination.groups.flatMap { group -> [Finding] in
      let led = examination.visits(of: group).filter { $0.visit.facilitator != nil }
      return led.enumerated().compactMap { place, other in
        let others = led[..<place].filter { $0.visit.facilitator != other.visit.facilitator }
        // Of two fixed visits the breach stands; one that could give way is named first.
        guard let first = others.first(where: { !($0.isFixed && other.isFixed) }) ?? others.first else {
          return nil
        }
        return finding(
          [first, other], subject: group.id.text,
          "\(leader(of: first)) leads \(first.name) and \(leader(of: other)) \(other.name).")
      }
    }
  }

  private static func leader(of visit: ExaminedVisit) -> String {
    visit.visit.facilitator.map { visit.facts.register.name(of: $0) } ?? ""
  }
}
