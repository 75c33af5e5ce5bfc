import Domain

/// Nobody is in two visits on one day.
enum OneVisitPerPersonPerDay: RuleCheck {
  static let rule = Rule.oneVisitPerPersonPerDay

  static func findings(in examination: Examination) -> [Finding] {
    let visits = examination.byFirmness
    return Set(visits.map(\.visit.date)).sorted().flatMap { day -> [Finding] in
      let onDay = visits.filter { $0.visit.date == day }
      guard onDay.count > 1 else { return [] }
      return stated(onDay) + impossible(onDay)
    }
  }

  /// People whom two visits list as coming.
  private static func stated(_ visits: [ExaminedVisit]) -> [Finding] {
    visits.enumerated().flatMap { place, visit -> [Finding] in
      (visit.presences ?? []).compactMap { presence -> Finding? in
        guard presence.isComing, presence.member != nil else { return nil }
        let other = visits[..<place].first { earlier in
          (earlier.presences ?? []).contains { $0.isComing && $0.owner == presence.owner }
        }
        return other.map {
          finding(
            [$0, visit], subject: visit.visit.id.text,
            "\(presence.name) would be at both \($0.name) and \(visit.name).")
        }
      }
    }
  }

  /// Visits without detail that could each be staffed, but not together.
  private static func impossible(_ visits: [ExaminedVisit]) -> [Finding] {
    let taken = Set(
      visits.flatMap { ($0.presences ?? []).filter(\.isComing).compactMap { $0.member?.person.id } })
    var firm: [ExaminedVisit] = []
    var findings: [Finding] = []
    for visit in visits where visit.presences == nil && Staffing.isPossible([visit], taken: []) {
      if Staffing.isPossible(firm + [visit], taken: taken) {
        firm.append(visit)
      } else {
        findings.append(
          finding(
            visit, "\(Words.sentence(visit.name)) needs people who are at another visit that day."))
      }
    }
    return findings
  }
}
