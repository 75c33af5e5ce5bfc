import Domain

/// A pair's leg takes place at most once, or is listed as unscheduled, and only legs of pairs do.
enum EachLegOnce: RuleCheck {
  static let rule = Rule.eachLegOnce

  static func findings(in examination: Examination) -> [Finding] {
    let legs = examination.groups.flatMap(\.legs).map { VisitID(host: $0.host, visitors: $0.visitors) }
    return strangers(in: examination) + foreign(legs, in: examination) + repeated(in: examination)
      + unaccounted(legs, in: examination)
  }

  private static func strangers(in examination: Examination) -> [Finding] {
    examination.strangers.map { visit in
      Finding(
        breach: Breach(
          rule: rule, subject: visit.id.text,
          sentence: "\(visit.id) names a team that the programme does not have."),
        isStanding: false)
    }
  }

  private static func foreign(_ legs: [VisitID], in examination: Examination) -> [Finding] {
    examination.visits.filter { !legs.contains($0.visit.id) }.map { visit in
      finding(visit, "\(Words.sentence(visit.name)) is no leg of a pair.")
    }
  }

  private static func repeated(in examination: Examination) -> [Finding] {
    var seen: [VisitID: ExaminedVisit] = [:]
    var findings: [Finding] = []
    for visit in examination.byFirmness {
      if let first = seen[visit.visit.id] {
        findings.append(
          finding(
            [first, visit], subject: visit.visit.id.text,
            "\(visit.leg.visitorNames) would visit \(visit.leg.host.name) twice, on "
              + "\(Words.date(first.visit.date)) and \(Words.date(visit.visit.date))."))
      } else {
        seen[visit.visit.id] = visit
      }
    }
    return findings
  }

  private static func unaccounted(_ legs: [VisitID], in examination: Examination) -> [Finding] {
    guard let unscheduled = examination.unscheduled else { return [] }
    func breach(_ id: VisitID, _ sentence: String) -> Finding {
      Finding(breach: Breach(rule: rule, subject: id.text, sentence: sentence), isStanding: false)
    }
    let dated = Set((examination.visits.map(\.visit.id)) + examination.strangers.map(\.id))
    var findings: [Finding] = []
    for leg in legs {
      let listings = unscheduled.filter { $0.id == leg }.count
      if listings == 0, !dated.contains(leg) {
        findings.append(breach(leg, "\(leg) has no date and is not listed as unscheduled."))
      }
      if listings > 0, dated.contains(leg) {
        findings.append(breach(leg, "\(leg) has a date and is listed as unscheduled."))
      }
      if listings > 1 { findings.append(breach(leg, "\(leg) is listed as unscheduled \(listings) times.")) }
    }
    for visit in unscheduled where !legs.contains(visit.id) {
      findings.append(breach(visit.id, "\(visit.id) is listed as unscheduled but is no leg of a pair."))
    }
    return findings
  }
}
