import Domain

/// Each side can learn at least `min_gain`; gains and score are as the plan states them.
enum MinimumGain: RuleCheck {
  static let rule = Rule.minimumGain

  static func findings(in examination: Examination) -> [Finding] {
    tooLittle(in: examination) + misstated(in: examination)
  }

  private static func tooLittle(in examination: Examination) -> [Finding] {
    guard let least = examination.facts.settings.pairing.minGain.map(Score.init(deviations:)) else {
      return []
    }
    let facts = examination.facts
    return examination.freeEdges.flatMap { group, edge in
      [(edge.0, edge.1), (edge.1, edge.0)].compactMap { learner, teacher -> Finding? in
        let gain = facts.standings.gain(of: learner, from: teacher)
        guard gain < least else { return nil }
        return finding(
          group, in: examination,
          "\(facts.register.name(of: learner)) can learn \(gain) SD from "
            + "\(facts.register.name(of: teacher)); the least is \(least) SD.")
      }
    }
  }

  private static func misstated(in examination: Examination) -> [Finding] {
    examination.statedFigures.flatMap { group, stated, figures -> [Finding] in
      var findings: [Finding] = []
      if stated.gains.count != figures.gains.count {
        findings.append(
          finding(
            group, in: examination,
            "\(group.id) states \(Words.count(stated.gains.count, "gain")); "
              + "it has \(Words.count(figures.gains.count, "team"))."))
      }
      for (team, (said, gain)) in zip(group.teams, zip(stated.gains, figures.gains))
      where !figures.agree(said, gain) {
        findings.append(
          finding(
            group, in: examination,
            "\(examination.facts.register.name(of: team)) is said to gain \(said) SD in \(group.id); "
              + "it gains \(gain) SD."))
      }
      if !figures.agree(stated.score, figures.score) {
        findings.append(
          finding(
            group, in: examination,
            "\(group.id) is said to score \(stated.score); it scores \(figures.score)."))
      }
      return findings
    }
  }
}
