import Domain

/// How every team stands on every indicator, in standard deviations after shrinkage.
struct Standings: Sendable {
  private let indicators: [Indicator]
  private let standing: [IndicatorID: [TeamID: Double]]

  init(programme: Programme) {
    indicators = programme.settings.pairing.indicators
    var standing: [IndicatorID: [TeamID: Double]] = [:]
    for indicator in indicators {
      standing[indicator.id] = Self.standings(
        results: Self.latestResults(of: indicator.id, in: programme.results),
        direction: indicator.direction)
    }
    self.standing = standing
  }

  /// The standing of `team`, more is better; `nil` where it has no result.
  func standing(of team: TeamID, on indicator: IndicatorID) -> Double? { standing[indicator]?[team] }

  /// What `learner` can learn from `teacher`, rounded to 10⁻⁴ SD: over the indicators that both have, whose
  /// weights are taken to sum to 1.
  func gain(of learner: TeamID, from teacher: TeamID) -> Score {
    var gain = 0.0
    var weights = 0.0
    for indicator in indicators {
      guard let own = standing(of: learner, on: indicator.id),
        let other = standing(of: teacher, on: indicator.id)
      else { continue }
      weights += indicator.weight
      gain += indicator.weight * max(0, other - own)
    }
    return weights > 0 ? Score(deviations: gain / weights) : .zero
  }

  /// How far apart the overall levels are, rounded to 10⁻⁴ SD.
  func levelGap(_ a: TeamID, _ b: TeamID) -> Score {
    var difference = 0.0
    var weights = 0.0
    for indicator in indicators {
      guard let left = standing(of: a, on: indicator.id), let right = standing(of: b, on: indicator.id)
      else { continue }
      weights += indicator.weight
      difference += indicator.weight * (left - right)
    }
    return weights > 0 ? Score(deviations: abs(difference / weights)) : .zero
  }

  /// The result of the latest period of each team, by byte order of the period, a blank one before all.
  private static func latestResults(of indicator: IndicatorID, in results: [IndicatorResult])
    -> [IndicatorResult]
  {
    var latest: [IndicatorResult] = []
    var place: [TeamID: Int] = [:]
    for result in results where result.indicator == indicator {
      guard let known = place[result.team] else {
        place[result.team] = latest.count
        latest.append(result)
        continue
      }
      let (old, new) = (latest[known].period ?? "", result.period ?? "")
      if old.utf8.lexicographicallyPrecedes(new.utf8) { latest[known] = result }
    }
    return latest
  }

  /// Standings from proportions by empirical Bayes shrinkage with the between-team variance of DerSimonian and
  /// Laird (Controlled Clinical Trials 7, 1986).
  static func standings(results: [IndicatorResult], direction: Direction) -> [TeamID: Double] {
    let values = results.map(\.value)
    let nothing = Dictionary(results.map { ($0.team, 0.0) }, uniquingKeysWith: { first, _ in first })
    guard let spread = deviation(values), spread > 0 else { return nothing }
    guard let means = posteriorMeans(results) else { return nothing }
    let centre = mean(means)
    let sign =
      switch direction {
      case .higher: 1.0
      case .lower: -1.0
      }
    return Dictionary(
      zip(results, means).map { ($0.team, sign * ($1 - centre) / spread) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Each team's proportion after shrinkage, in the order of `results`; `nil` where teams do not differ by more
  /// than chance.
  private static func posteriorMeans(_ results: [IndicatorResult]) -> [Double]? {
    let counted = results.compactMap { result in
      result.cases.flatMap { $0 > 0 ? (value: result.value, cases: $0) : nil }
    }
    guard counted.count > 1 else { return results.map(\.value) }
    let cases = counted.map(\.cases).reduce(0, +)
    let pooled = counted.map { $0.value * $0.cases }.reduce(0, +) / cases
    let unit = pooled * (1 - pooled)
    guard unit > 0 else { return nil }

    let weights = counted.map { $0.cases / unit }
    let sum = weights.reduce(0, +)
    let squares = weights.map { $0 * $0 }.reduce(0, +)
    let fixedMean = zip(weights, counted).map { $0 * $1.value }.reduce(0, +) / sum
    let heterogeneity =
      zip(weights, counted).map { $0 * ($1.value - fixedMean) * ($1.value - fixedMean) }.reduce(0, +)
    let scale = sum - squares / sum
    guard scale > 0 else { return nil }
    let between = (heterogeneity - Double(counted.count - 1)) / scale
    guard between > 0 else { return nil }

    let randomWeights = counted.map { 1 / (unit / $0.cases + between) }
    let centre =
      zip(randomWeights, counted).map { $0 * $1.value }.reduce(0, +) / randomWeights.reduce(0, +)
    return results.map { result in
      guard let cases = result.cases, cases > 0 else { return result.value }
      let within = unit / cases
      return (result.value / within + centre / between) / (1 / within + 1 / between)
    }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The sample standard deviation; `nil` for fewer than two values.
  private static func deviation(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let centre = mean(values)
    let squares = values.map { ($0 - centre) * ($0 - centre) }.reduce(0, +)
    return (squares / Double(values.count - 1)).squareRoot()
  }
}
