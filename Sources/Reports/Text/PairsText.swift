import Domain

/// The pairs as a table of text.
struct PairsText {
  /// Teams, score, what each learns, level gap, drive, dates and reliability.
  let table: TextTable

  /// The table of the plan's pairs.
  init(words: PlanWords) {
    let pairs = words.plan.pairs
    // Where all were decided beforehand, or none was, a sentence above says so.
    let tellsForced = pairs.contains(where: \.isForced) && !pairs.allSatisfy(\.isForced)
    table = TextTable(
      [.words("Pair"), .words("Teams")] + (tellsForced ? [.whole("Made")] : []) + [
        .numbers("Score"), .whole("Gains"), .numbers("Gap"), .numbers("Drive"), .numbers("Dates"),
        .numbers("Reliability"),
      ],
      rows: pairs.map { pair in
        [pair.id.text, words.names(pair.teams).joined(separator: " / ")]
          + (tellsForced ? [pair.isForced ? "forced" : "chosen"] : []) + [
            Figures.deviations(pair.score), pair.gains.map(Figures.deviations).joined(separator: " / "),
            Figures.deviations(pair.levelGap), words.drive(of: pair),
            pair.commonDates.map(String.init).joined(separator: "/"),
            pair.reliability.flatMap { Figures.decimal($0, places: 2) } ?? Figures.missing,
          ]
      })
  }
}
