import Domain

/// What a pair is for, in one plain sentence.
struct PairSentence {
  let pair: Pair
  let words: PlanWords

  /// As in `Bristol can learn from Stockport about A and B, and Stockport from Bristol about C.`
  var text: String {
    let parts = pair.teams.indices.compactMap { learner -> String? in
      let lessons = lessons(for: learner)
      guard !lessons.isEmpty else { return nil }
      let teachers = Figures.list(teachers(of: learner))
      return "from \(teachers) about \(Figures.list(lessons))"
    }
    let learners = pair.teams.indices.filter { !lessons(for: $0).isEmpty }
    guard let first = learners.first, let opening = parts.first else {
      return "On the indicators compared none of these teams is ahead of another."
    }
    let others = zip(learners, parts).dropFirst().map { "\(words.name(pair.teams[$0])) \($1)" }
    return Figures.listOfClauses(["\(words.name(pair.teams[first])) can learn \(opening)"] + others) + "."
  }

  /// The indicators on which somebody is far enough ahead of the learner, the widest lead first.
  private func lessons(for learner: Int) -> [String] {
    let least = leastLead(over: learner)
    let leads = pair.comparisons.compactMap { comparison -> (label: String, lead: Double)? in
      guard let own = comparison.standing(of: learner) else { return nil }
      let best = pair.teams.indices.compactMap { comparison.standing(of: $0) }.max() ?? own
      return best - own >= least
        ? ("\u{201C}\(words.label(of: comparison.indicator))\u{201D}", best - own) : nil
    }
    return leads.enumerated().sorted { a, b in
      a.element.lead != b.element.lead ? a.element.lead > b.element.lead : a.offset < b.offset
    }.map(\.element.label)
  }

  /// Who is ahead of the learner on something.
  private func teachers(of learner: Int) -> [String] {
    let least = leastLead(over: learner)
    return pair.teams.indices.filter { teacher in
      teacher != learner
        && pair.comparisons.contains { comparison in
          guard let own = comparison.standing(of: learner), let other = comparison.standing(of: teacher)
          else {
            return false
          }
          return other - own >= least
        }
    }
    .map { words.name(pair.teams[$0]) }
  }

  /// A lead that is worth a mention, in standard deviations.
  private static let worthALesson = 0.1

  /// The least lead over the learner that is mentioned: a small one only where there is none that is larger.
  private func leastLead(over learner: Int) -> Double {
    let isWide = pair.comparisons.contains { comparison in
      guard let own = comparison.standing(of: learner) else { return false }
      return pair.teams.indices.contains {
        comparison.standing(of: $0).map { $0 - own >= Self.worthALesson } ?? false
      }
    }
    return isWide ? Self.worthALesson : Comparison.leastLead
  }
}
