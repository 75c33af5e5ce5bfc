import Domain

/// What a pair is worth to the whole, and the next best pairing, in words.
struct PriceWords {
  let words: PlanWords

  /// Names of pairs in a sentence before the rest are only counted.
  private static let mostNamed = 4

  /// What the best pairing without `pair` loses, and what it has instead; `nil` where no price is known.
  func sentence(about pair: Pair) -> String? {
    guard let price = pair.price else { return nil }
    let instead = named(price.instead)
    let others = instead.isEmpty ? "nobody pairs otherwise" : "instead \(instead)"
    let what = pair.teams.count == 3 ? "trio" : "pair"
    if isFree(price) { return "Without this \(what) another pairing would be as good: \(others)." }
    return "Without this \(what) the best pairing would \(losses(price)): \(others)."
  }

  /// The runner-up to the whole pairing; `nil` where no price is known.
  var runnerUp: String? {
    guard let (pair, price) = words.plan.runnerUp else { return nil }
    let instead = named(price.instead)
    let others = instead.isEmpty ? "" : ": \(instead) instead of \(pair.id) and what goes with it"
    if isFree(price) { return "Another pairing would be as good\(others)." }
    return "The next best pairing would \(losses(price))\(others)."
  }

  private func isFree(_ price: PairPrice) -> Bool {
    price.teamsLeft == 0 && price.worstLoss == .zero && price.loss == .zero
  }

  private func losses(_ price: PairPrice) -> String {
    var losses: [String] = []
    if price.teamsLeft > 0 {
      losses.append("leave \(Figures.count(price.teamsLeft, "more team", "more teams")) without a partner")
    }
    if price.worstLoss > .zero {
      losses.append("have a worst pair that scores \(small(price.worstLoss)) less")
    }
    if price.loss > .zero { losses.append("score \(small(price.loss)) SD less in all") }
    if price.loss < .zero { losses.append("score \(small(Score(units: -price.loss.units))) SD more in all") }
    return Figures.list(losses)
  }

  /// Four decimals where two would show nothing.
  private func small(_ score: Score) -> String {
    score.units < 50 ? score.description : Figures.deviations(score)
  }

  private func named(_ pairs: [PairID]) -> String {
    guard pairs.count > Self.mostNamed else { return Figures.list(pairs.map(\.text)) }
    return pairs.prefix(Self.mostNamed - 1).map(\.text).joined(separator: ", ")
      + " and \(pairs.count - Self.mostNamed + 1) more"
  }
}
