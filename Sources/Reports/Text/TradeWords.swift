import Domain

/// What another pairing would buy in visits that find a date, or has bought, in words.
struct TradeWords {
  let trade: PairingTrade

  /// As in `0.03 SD less score`.
  private var price: String {
    trade.loss == .zero
      ? "no score lost"
      : "\(trade.loss.units < 50 ? trade.loss.description : Figures.deviations(trade.loss)) SD less score"
  }

  private var gain: String { Figures.count(trade.placed, "more visit") + " with a date" }

  private var pairs: String {
    "\(Figures.list(trade.made.map(\.text))) instead of \(Figures.list(trade.dropped.map(\.text)))"
  }

  /// The whole, as a sentence.
  var sentence: String {
    trade.isTaken
      ? "Pairs chosen together with the dates: \(price), \(gain): \(pairs)."
      : "Another pairing would place more visits: \(price), \(gain): \(pairs). Plan with --joint "
        + "\(Self.wide(trade.loss)) to take it."
  }

  /// A loss that admits this one, in standard deviations.
  private static func wide(_ loss: Score) -> String {
    let hundredths = max(1, (loss.units + 99) / 100)
    return Figures.deviations(Score(units: hundredths * 100))
  }
}
