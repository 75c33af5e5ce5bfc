import Domain

/// One pair: a sentence, its certificate, a table and a picture.
struct PairCard {
  let pair: Pair
  /// Its number on the map.
  let number: Int
  let words: PlanWords
  /// How far the pictures' axis reaches.
  let reach: Int

  /// The card.
  var html: HTML {
    let certificate = PairCertificates(words: words).sentences(about: pair)
    let picture = Dumbbell(pair: pair, words: words, reach: reach, id: "pair-\(number)").html
    return .node(
      .article, [.class("card"), .set(.ariaLabelledBy, "pair-\(number)")],
      [
        .node(.h3, [.id("pair-\(number)")], "\(number). \(Figures.list(names))"),
        .node(
          .div, [.class("pair")],
          [
            .node(
              .div, [],
              [
                .node(.p, [], PairSentence(pair: pair, words: words).text),
                .node(.dl, [.class("facts")], facts),
                .group(certificate.dropFirst().map { .node(.p, [.class("muted")], $0) }),
              ]),
            pair.comparisons.isEmpty
              ? .node(.p, [], "The programme names no indicators, so nothing is compared.")
              : .node(.figure, [.class("dumbbells")], [picture]),
            pair.comparisons.isEmpty ? .none : .node(.div, [.class("wide")], [table]),
          ]),
      ])
  }

  private var names: [String] { words.names(pair.teams) }

  private var facts: [HTML] {
    let gains = zip(names, pair.gains).map { name, gain in
      ("\(name) can learn", "\(Figures.deviations(gain)) SD")
    }
    let dates = zip(names, pair.commonDates).map { name, count in
      ("Dates possible at \(name)", String(count))
    }
    let reliability =
      pair.reliability.flatMap { Figures.decimal($0, places: 2) }.map { (caseloads ? "at most " : "") + $0 }
      ?? "not known"
    let rest = [
      ("Level gap", "\(Figures.deviations(pair.levelGap)) SD"),
      ("Score", "\(Figures.deviations(pair.score)) SD" + (pair.isForced ? ", forced" : "")),
      (pair.travelIsEstimated ? "Drive (an estimate)" : "Drive (from travel.csv)", pair.travel.inWords),
      ("Least reliability", reliability),
    ]
    return (gains + rest + dates).map { term, figure in
      .node(.div, [], [.node(.dt, [], term), .node(.dd, [], figure)])
    }
  }

  private var caseloads: Bool {
    words.programme.results.contains { $0.casesAreCaseload && pair.teams.contains($0.team) }
  }

  private var table: HTML {
    HTMLTable(
      caption: "Where each can learn from the other: share of cases, standing in brackets, how far behind",
      columns: [.words("Indicator")] + names.map { .words($0) },
      rows: pair.comparisons.map { comparison in
        [.text(label(of: comparison))] + pair.teams.indices.map { cell(of: comparison, team: $0) }
      }
    ).html
  }

  private func label(of comparison: Comparison) -> String {
    let indicator = words.programme.settings.pairing.indicators.first { $0.id == comparison.indicator }
    let isLowBest = indicator.map { $0.direction == .lower } ?? false
    return words.label(of: comparison.indicator) + (isLowBest ? " (lower is better)" : "")
  }

  private func cell(of comparison: Comparison, team: Int) -> HTML {
    guard let value = comparison.value(of: team), let standing = comparison.standing(of: team) else {
      return "no figure"
    }
    return [
      .node(
        .span, [.class("whole")], (comparison.isWeak(of: team) ? "?" : "") + Figures.percent(value)), " ",
      .node(.span, [.class("whole")], "(\(Figures.signed(standing)))"),
      lesson(in: comparison, for: team).map { .node(.div, [], [.node(.small, [], $0)]) } ?? .none,
    ]
  }

  /// What a team that is behind on an indicator can learn; `nil` of a team that is ahead, or alone.
  private func lesson(in comparison: Comparison, for team: Int) -> String? {
    guard let own = comparison.standing(of: team) else { return nil }
    let others = pair.teams.indices.compactMap { other in
      comparison.standing(of: other).map { (team: other, lead: $0 - own) }
    }
    guard let best = others.max(by: { $0.lead < $1.lead }), best.lead >= Comparison.leastLead,
      let lead = Figures.decimal(best.lead, places: 2)
    else { return nil }
    return "\(lead) SD behind \(names[best.team])"
  }
}
