import Domain

/// Two teams that might become partners, and the figures that rules and the score ask about.
struct PairFigures {
  /// The team with the smaller id, as a position among all teams by id.
  let a: Int
  /// The other.
  let b: Int
  /// gain(a←b).
  let gainOfA: Score
  /// gain(b←a).
  let gainOfB: Score
  /// How far apart their levels are.
  let levelGap: Score
  /// How many indicators both have a figure for.
  let commonIndicators: Int
  /// The longer direction, one way.
  let travel: Minutes
  /// Feasible dates of the leg that a hosts.
  let datesAtA: Int
  /// Feasible dates of the leg that b hosts.
  let datesAtB: Int

  /// What both sides can learn at least.
  var mutualGain: Score { min(gainOfA, gainOfB) }

  /// mutual gain − level_weight·gap − travel_weight_per_hour·hours, rounded once to 10⁻⁴ SD.
  ///
  /// Reckoned in units of 10⁻⁴ SD, in which half units, whole at the default weights, carry no rounding error.
  /// `nil` where the weights make it no number, or none that fits.
  func score(_ settings: PairingSettings) -> Score? {
    let gap = settings.levelWeight * Double(levelGap.units)
    let travelCost = settings.travelWeightPerHour * 10_000 * Double(travel.count) / 60
    let score = Double(mutualGain.units) - gap - travelCost
    return Int(exactly: score.rounded(.toNearestOrAwayFromZero)).map(Score.init(units:))
  }
}
