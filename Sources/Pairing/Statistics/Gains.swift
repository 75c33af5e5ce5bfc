import Domain

/// What any two teams can learn from each other, from flat arrays.
struct Gains {
  private let indicatorCount: Int
  private let weights: [Double]
  private let isKnown: [Bool]
  private let standings: [Double]

  /// Gains between the teams of `standings`; weights are normalised over the indicators that both teams have.
  init(_ standings: Standings) {
    indicatorCount = standings.indicators.count
    let total = standings.indicators.reduce(0) { $0 + $1.weight }
    weights = standings.indicators.map { $0.weight / total }
    var isKnown: [Bool] = []
    var flat: [Double] = []
    for team in standings.teams.indices {
      for standing in standings.byIndicator {
        isKnown.append(standing.standings[team] != nil)
        flat.append(standing.standings[team] ?? 0)
      }
    }
    self.isKnown = isKnown
    self.standings = flat
  }

  /// gain(a←b), gain(b←a) and their difference, each rounded once to 10⁻⁴ SD, and on how many indicators they rest.
  ///
  /// Teams without a common indicator can learn nothing from each other that figures would show: all are 0.
  func between(_ a: Int, _ b: Int) -> (ofA: Score, ofB: Score, levelGap: Score, common: Int) {
    let rowA = a * indicatorCount
    let rowB = b * indicatorCount
    var ofA = 0.0
    var ofB = 0.0
    var shared = 0.0
    var common = 0
    for k in 0..<indicatorCount where isKnown[rowA + k] && isKnown[rowB + k] {
      let difference = standings[rowB + k] - standings[rowA + k]
      if difference > 0 { ofA += weights[k] * difference } else { ofB -= weights[k] * difference }
      shared += weights[k]
      common += 1
    }
    guard shared > 0 else { return (.zero, .zero, .zero, common) }
    return (
      Score(deviations: ofA / shared), Score(deviations: ofB / shared),
      Score(deviations: abs(ofA - ofB) / shared), common
    )
  }
}
