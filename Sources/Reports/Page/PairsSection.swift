import Domain

/// Each pair with what speaks for it.
struct PairsSection {
  let words: PlanWords

  /// The section.
  var section: PageSection {
    PageSection(
      id: "pairs", heading: "Pairs and what they can learn",
      content: words.plan.pairs.isEmpty
        ? [.node(.p, [], "There are none.")] : [explanation] + runnerUp + cards,
      isFresh: true)
  }

  private var explanation: HTML {
    .node(
      .p, [],
      "A standing is how many standard deviations a team lies above (+) or below (-) the middle of all teams, after "
        + "allowing for chance; more is better on every indicator. What a team can learn is the weighted sum of the "
        + "standings in which its partner is ahead. The level gap is the difference of the two sums: small where the "
        + "teams meet as equals. A question mark is before a figure that rests on too few cases.")
  }

  private var runnerUp: [HTML] {
    [PriceWords(words: words).runnerUp].compactMap { $0 }.map { .node(.p, [], $0) }
  }

  private var cards: [HTML] {
    let reach = Dumbbell.reach(of: words.plan.pairs)
    return words.plan.pairs.enumerated().map { place, pair in
      PairCard(pair: pair, number: place + 1, words: words, reach: reach).html
    }
  }
}
