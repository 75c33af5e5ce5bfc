import Domain

/// What a reader should know about the audit figures before believing a comparison: figures that rest on few cases, or
/// that look like a fault of recording. Of those that are missing the plan's own warnings tell.
struct AuditFindings {
  /// Sentences, indicator by indicator in the programme's order.
  let sentences: [String]

  /// So many robust standard deviations from the middle are too many for good or bad care alone.
  private static let strangeDistance = 4.0
  /// Fewer teams have no middle to be far from.
  private static let fewestTeams = 8
  /// A standard deviation for each median absolute deviation, of a normal distribution.
  private static let deviationsPerMedianDeviation = 1.4826

  /// The findings on the figures that the plan's pairs rest on.
  init(words: PlanWords) {
    var sentences: [String] = []
    for indicator in words.programme.settings.pairing.indicators {
      let audit = AuditFigures(of: indicator, in: words.programme)
      sentences += Self.few(audit, words) + Self.strange(audit, words) + Self.perfect(audit, words)
    }
    self.sentences = sentences
  }

  private static func few(_ audit: AuditFigures, _ words: PlanWords) -> [String] {
    let teams = words.plan.pairs.flatMap { pair in
      pair.comparisons.filter { $0.indicator == audit.indicator.id }.flatMap { comparison in
        zip(pair.teams, comparison.reliabilities).compactMap { team, reliability in
          reliability.flatMap { $0 < Comparison.tooFewCases ? team : nil }
        }
      }
    }
    .sorted()
    guard !teams.isEmpty else { return [] }
    return [
      "\(audit.indicator.label): the \(teams.count == 1 ? "figure" : "figures") of \(some(teams, words)) "
        + "\(teams.count == 1 ? "rests" : "rest") on too few cases to tell teams apart (reliability below 0.5)."
    ]
  }

  /// Beyond the outer limits of chance, and far from the middle even for teams that differ more than by chance.
  private static func strange(_ audit: AuditFigures, _ words: PlanWords) -> [String] {
    guard audit.figures.count >= fewestTeams else { return [] }
    let middle = median(audit.figures.map(\.value))
    let spread =
      median(audit.figures.map { abs($0.value - middle) }) * deviationsPerMedianDeviation
    guard spread > 0 else { return [] }
    let found = audit.figures.filter { figure in
      guard abs(figure.value - middle) > strangeDistance * spread,
        case .outsideOuter = audit.position(of: figure)
      else { return false }
      return true
    }
    guard !found.isEmpty else { return [] }
    let teams = found.map { "\(words.name($0.team)) (\(Figures.percent($0.value)))" }
    return [
      "\(audit.indicator.label): \(Figures.list(teams)) \(found.count == 1 ? "lies" : "lie") so far from the middle team "
        + "(\(Figures.percent(middle))) that a fault of recording is likelier than the care; ask before it is shown to "
        + "anybody."
    ]
  }

  /// All of a team's cases, or none, where chance does not explain it.
  private static func perfect(_ audit: AuditFigures, _ words: PlanWords) -> [String] {
    [1.0, 0.0].compactMap { value in
      let teams = audit.figures.filter { figure in
        guard abs(figure.value - value) < 0.0005, case .outsideOuter = audit.position(of: figure) else {
          return false
        }
        return true
      }
      .map(\.team)
      guard !teams.isEmpty else { return nil }
      return "\(audit.indicator.label): \(some(teams, words)) \(teams.count == 1 ? "has" : "have") "
        + "\(Figures.percent(value)), which chance does not explain. Perhaps some cases were never recorded; ask "
        + "before it is held up as an example."
    }
  }

  /// The middle value; of an even number of values the mean of the middle two.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : half == 0 ? last : (sorted[half - 1] + sorted[half]) / 2
  }

  private static func some(_ teams: [TeamID], _ words: PlanWords) -> String {
    teams.count <= 6 ? Figures.list(words.names(teams)) : Figures.count(teams.count, "team")
  }
}
