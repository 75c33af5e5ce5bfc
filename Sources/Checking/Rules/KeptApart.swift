import Domain

/// Partners share none of the columns in `keep_apart`; a blank never matches.
enum KeptApart: RuleCheck {
  static let rule = Rule.keptApart

  static func findings(in examination: Examination) -> [Finding] {
    examination.freeEdges.flatMap { group, edge -> [Finding] in
      let register = examination.facts.register
      guard let a = register.team(edge.0), let b = register.team(edge.1) else { return [] }
      return examination.facts.settings.pairing.keepApart.compactMap { column in
        guard let value = a.value(of: column), value == b.value(of: column) else { return nil }
        return finding(
          group, in: examination,
          "\(a.name) and \(b.name) are to be kept apart: both have \(column) \(value).")
      }
    }
  }
}
