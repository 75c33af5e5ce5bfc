import Domain

/// A team has one partner, or none; two only in the single trio of an odd number of teams.
enum OnePartnerPerTeam: RuleCheck {
  static let rule = Rule.onePartnerPerTeam

  static func findings(in examination: Examination) -> [Finding] {
    let register = examination.facts.register
    var findings: [Finding] = []
    var groupsOfTeam: [TeamID: [Group]] = [:]
    for group in examination.groups {
      for team in group.teams { groupsOfTeam[team, default: []].append(group) }
      if Set(group.teams).count != group.teams.count || !(2...3).contains(group.teams.count) {
        let names = Words.list(group.teams.map { register.name(of: $0) })
        findings.append(finding(group, in: examination, "\(names) are no pair and no trio."))
      }
    }
    for team in Set(examination.groups.flatMap(\.teams)).sorted() {
      let groups = groupsOfTeam[team] ?? []
      guard groups.count > 1 else { continue }
      let ids = Words.list(groups.map(\.id.text).sorted())
      findings.append(
        Finding(
          breach: Breach(
            rule: rule, subject: team.text,
            sentence: "\(register.name(of: team)) is in \(groups.count) pairs: \(ids)."),
          isStanding: groups.allSatisfy { examination.facts.isSettled($0.id) }))
    }
    return findings + trioFindings(in: examination)
  }

  private static func trioFindings(in examination: Examination) -> [Finding] {
    let trios = examination.groups.filter { $0.teams.count == 3 }
    let eligible = examination.facts.programme.teams.filter { $0.isApproved && $0.arm == .visit }.count
    var findings: [Finding] = []
    for (place, trio) in trios.enumerated() {
      let names = Words.list(trio.teams.map { examination.facts.register.name(of: $0) })
      if place > 0 {
        findings.append(
          finding(trio, in: examination, "\(names) are a second trio; there may be one."))
      } else if examination.facts.settings.pairing.oddTeam == .leaveOut {
        findings.append(
          finding(trio, in: examination, "\(names) are a trio; odd_team says to leave a team out."))
      } else if eligible % 2 == 0 {
        findings.append(
          finding(
            trio, in: examination,
            "\(names) are a trio although \(Words.count(eligible, "team")) can be paired without one."))
      }
    }
    return findings
  }
}
