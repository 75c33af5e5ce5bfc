import Domain

/// Where every team stands on one indicator.
struct IndicatorStanding {
  /// Why an indicator tells teams apart, or why it does not.
  enum Information {
    /// Standings differ.
    case informative
    /// τ² = 0: the teams differ no more than chance explains.
    case chance
    /// Every team has the same proportion, or only one has any.
    case alike
    /// No team has a result.
    case absent
  }

  /// Proportions as published, by team; `nil` where missing.
  let values: [Double?]
  /// Standings in SD, more is better, by team; `nil` where the value is missing.
  let standings: [Double?]
  /// Reliabilities, by team; `nil` where the number of cases, or the value, is missing.
  let reliabilities: [Double?]
  /// Whether it tells teams apart.
  let information: Information

  /// Standings from one result a team, in the order of the teams; `nil` where a team has none.
  init(results: [IndicatorResult?], direction: Direction) {
    values = results.map { $0?.value }
    let proportions = results.compactMap { $0?.value }
    let counted = results.compactMap { result in
      result.flatMap { result in result.cases.map { (value: result.value, cases: $0) } }
    }.filter { $0.cases > 0 }
    let model = BetweenTeams(proportions: counted.map(\.value), cases: counted.map(\.cases))

    reliabilities = results.map { result in
      guard let model, let cases = result?.cases else { return nil }
      return model.reliability(cases: cases)
    }
    let information = Self.information(proportions: proportions, model: model)
    self.information = information
    guard information == .informative else {
      standings = results.map { $0 == nil ? nil : 0 }
      return
    }

    // Without a number of cases there is nothing to shrink by: the figure counts as it is.
    let shrunk = results.map { result -> Double? in
      guard let result else { return nil }
      guard let model, let cases = result.cases else { return result.value }
      return model.shrink(result.value, cases: cases)
    }
    let centre = Self.mean(shrunk.compactMap { $0 })
    let deviation = Self.standardDeviation(proportions)
    standings = shrunk.map { value in
      guard let value else { return nil }
      let standing = (value - centre) / deviation
      return switch direction {
      case .higher: standing
      case .lower: -standing
      }
    }
  }

  private static func information(proportions: [Double], model: BetweenTeams?) -> Information {
    guard let least = proportions.min(), let most = proportions.max() else { return .absent }
    guard most - least > smallestSpread else { return .alike }
    if let model, !(model.variance > 0) { return .chance }
    return .informative
  }

  /// Proportions nearer than this are the same figure written twice.
  private static let smallestSpread = 1e-12

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  /// The sample standard deviation, with n − 1 below.
  private static func standardDeviation(_ values: [Double]) -> Double {
    let centre = mean(values)
    let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}
