/// How much teams differ on one indicator beyond what chance explains.
///
/// A random-effects model by the method of moments: DerSimonian and Laird, Controlled Clinical Trials 7 (1986)
/// 177–188. Sampling variances rest on the pooled proportion, never on a team's own, because real data has teams
/// at exactly 0 or 1 (funnel-plot reasoning: Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202).
struct BetweenTeams {
  /// τ², the variance between teams; 0 where chance explains everything.
  let variance: Double
  /// μ, the mean over teams, weighted by 1/(s² + τ²).
  let mean: Double
  /// p̄(1 − p̄), the sampling variance of a single case.
  let caseVariance: Double

  /// Fits the model to teams' proportions and their positive numbers of cases.
  ///
  /// `nil` with fewer than two teams, from which no variance between teams can be told.
  init?(proportions: [Double], cases: [Double]) {
    let teams = proportions.count
    guard teams >= 2 else { return nil }
    var events = 0.0
    var total = 0.0
    for (proportion, count) in zip(proportions, cases) {
      events += proportion * count
      total += count
    }
    let pooled = events / total
    let caseVariance = pooled * (1 - pooled)
    self.caseVariance = max(0, caseVariance)
    guard caseVariance > 0 else {
      variance = 0
      mean = pooled
      return
    }

    // Fixed-effect weights are 1/s² = n / p̄(1 − p̄), so the fixed-effect mean is the pooled proportion.
    var weight = 0.0
    var squares = 0.0
    var heterogeneity = 0.0
    for (proportion, count) in zip(proportions, cases) {
      let inverse = count / caseVariance
      weight += inverse
      squares += inverse * inverse
      heterogeneity += inverse * (proportion - pooled) * (proportion - pooled)
    }
    let tau = max(0, (heterogeneity - Double(teams - 1)) / (weight - squares / weight))
    variance = tau

    var sum = 0.0
    var weights = 0.0
    for (proportion, count) in zip(proportions, cases) {
      let inverse = 1 / (caseVariance / count + tau)
      sum += inverse * proportion
      weights += inverse
    }
    mean = sum / weights
  }

  /// τ²/(τ² + s²) of a figure that rests on `cases`, 0 to 1.
  func reliability(cases: Double) -> Double {
    guard cases > 0, variance > 0 else { return 0 }
    return variance / (variance + caseVariance / cases)
  }

  /// The posterior mean: `proportion` shrunk towards the mean over teams, the more the fewer `cases` there are.
  func shrink(_ proportion: Double, cases: Double) -> Double {
    let share = reliability(cases: cases)
    return share * proportion + (1 - share) * mean
  }
}
