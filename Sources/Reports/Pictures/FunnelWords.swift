/// Which teams a funnel plot shows outside its limits, in words.
struct FunnelWords {
  let spots: [FunnelPlot.Spot]
  let words: PlanWords

  /// Where more of the teams lie beyond the outer limits than this, they differ by more than chance as a whole.
  private static let dispersedShare = 0.1

  /// A sentence for each place outside in which there is a team.
  var sentences: [String] {
    let places: [(FunnelPosition, String)] = [
      (.outsideOuter(isHigh: true), "Above the 99.8% limits"),
      (.outsideOuter(isHigh: false), "Below the 99.8% limits"),
      (.outsideInner(isHigh: true), "Above the 95% limits only"),
      (.outsideInner(isHigh: false), "Below the 95% limits only"),
    ]
    let found = places.compactMap { place, title -> String? in
      let teams = spots.filter { $0.position == place }.map { words.name($0.figure.team) }
      return teams.isEmpty ? nil : "\(title): \(Figures.list(teams))."
    }
    return (found.isEmpty ? ["No team lies outside the limits."] : found) + dispersion
  }

  /// Spiegelhalter's overdispersion: limits of chance alone then say little about a single team.
  private var dispersion: [String] {
    let outer = spots.count {
      switch $0.position {
      case .outsideOuter: true
      case .outsideInner, .inside: false
      }
    }
    guard Double(outer) > Self.dispersedShare * Double(spots.count), outer > 1 else { return [] }
    return [
      "So many teams lie outside that these teams differ by more than chance as a whole, which is usual; the limits "
        + "then say little about one team alone."
    ]
  }
}
