import Domain

/// The level gap is at most `max_level_gap`, and as the plan states it.
enum LevelGapLimit: RuleCheck {
  static let rule = Rule.levelGapLimit

  static func findings(in examination: Examination) -> [Finding] {
    tooWide(in: examination) + misstated(in: examination)
  }

  private static func tooWide(in examination: Examination) -> [Finding] {
    guard let limit = examination.facts.settings.pairing.maxLevelGap.map(Score.init(deviations:)) else {
      return []
    }
    return examination.freeEdges.compactMap { group, edge in
      let gap = examination.facts.standings.levelGap(edge.0, edge.1)
      guard gap > limit else { return nil }
      return finding(
        group, in: examination,
        "The levels of \(examination.names(edge)) are \(gap) SD apart; the limit is \(limit) SD.")
    }
  }

  private static func misstated(in examination: Examination) -> [Finding] {
    examination.statedFigures.compactMap { group, stated, figures in
      guard !figures.agree(stated.levelGap, figures.levelGap) else { return nil }
      return finding(
        group, in: examination,
        "\(group.id) is said to have a level gap of \(stated.levelGap) SD; it is \(figures.levelGap) SD.")
    }
  }
}
