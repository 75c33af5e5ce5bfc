import Domain

/// One rule, as a finished schedule is held against it.
protocol RuleCheck: Sendable {
  /// Which rule.
  static var rule: Rule { get }
  /// Everything in the schedule that breaks it.
  static func findings(in examination: Examination) -> [Finding]
}

/// A breach, and whether fixed visits alone account for it.
struct Finding {
  var breach: Breach
  var isStanding: Bool
}

extension RuleCheck {
  /// A finding about one visit.
  static func finding(_ visit: ExaminedVisit, _ sentence: String) -> Finding {
    Finding(
      breach: Breach(rule: rule, subject: visit.visit.id.text, sentence: sentence),
      isStanding: visit.isFixed)
  }

  /// A finding about several visits together, named after the one that would have to give way.
  static func finding(_ visits: [ExaminedVisit], subject: String, _ sentence: String) -> Finding {
    Finding(
      breach: Breach(rule: rule, subject: subject, sentence: sentence),
      isStanding: !visits.isEmpty && visits.allSatisfy(\.isFixed))
  }

  /// A finding about a pair, which stands where a fixed or published visit has settled the pair.
  static func finding(_ group: Group, in examination: Examination, _ sentence: String) -> Finding {
    Finding(
      breach: Breach(rule: rule, subject: group.id.text, sentence: sentence),
      isStanding: examination.facts.isSettled(group.id))
  }
}
