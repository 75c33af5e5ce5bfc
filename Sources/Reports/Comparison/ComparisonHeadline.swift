import Domain
import WhatIf

/// The whole of a comparison in a few sentences: how many visits move, are lost or won, what it costs, what is proven.
struct ComparisonHeadline {
  let scenario: ScenarioComparison

  /// The sentences.
  var text: String {
    let difference = scenario.difference
    let stay =
      scenario.after.visits.count - difference.moves.count - difference.gained.count - difference.new.count
    var sentences: [String] = []
    func tell(_ count: Int, which: String = "", _ one: String, _ many: String, _ rest: String) {
      guard count > 0 else { return }
      sentences.append("\(Figures.count(count, "visit"))\(which) \(count == 1 ? one : many) \(rest).")
    }
    if difference.isEmpty {
      sentences.append("Every visit stays where it is.")
    } else {
      // Who keeps the day and the hours has not moved.
      let move = difference.moves.count(where: \.isAtAnotherTime)
      sentences.append(
        move == 0
          ? "No visit moves."
          : "\(Figures.count(move, "visit")) \(move == 1 ? "moves" : "move"), \(stay) \(stay == 1 ? "stays" : "stay")."
      )
      tell(difference.moves.count - move, "stays and is", "stay and are", "led by somebody else")
    }
    tell(difference.lost.count, "has", "have", "no date any more")
    tell(difference.cancelled.count, "is", "are", "cancelled")
    tell(difference.gone.count, which: " of pairs that are no more", "is", "are", "given up")
    tell(difference.gained.count, which: " that had no date", "has", "have", "one")
    tell(difference.new.count, which: " of new pairs", "has", "have", "a date")
    tell(difference.undated.count, which: " of new pairs", "finds", "find", "no date")
    if difference.delay != 0 {
      let days = Figures.count(abs(difference.delay), "day")
      sentences.append("Visits are \(days) \(difference.delay > 0 ? "later" : "earlier") in all.")
    }
    let hours = Figures.hours(Minutes(abs(scenario.addedCost)))
    sentences.append(
      scenario.addedCost == 0
        ? "It costs nobody more."
        : "It costs \(hours) clinician-hours \(scenario.addedCost > 0 ? "more" : "less")"
          + costNote(difference) + ".")
    let quality = scenario.after.visitsQuality
    if quality.isProven {
      sentences.append("No schedule after this costs less: that is proven.")
    } else {
      let gap = Minutes(quality.objective - quality.bound)
      sentences.append("Another schedule could save at most \(Figures.hours(gap)) h; more time may find it.")
    }
    return sentences.joined(separator: " ")
  }

  /// What the difference in cost is of.
  private func costNote(_ difference: PlanDifference) -> String {
    let fewer = difference.fewerVisits
    let visits =
      fewer == 0 ? "" : ", with \(Figures.count(abs(fewer), "visit")) \(fewer > 0 ? "fewer" : "more")"
    return visits
      + (difference.costsAfter[.movePublished] == .zero ? "" : ", the moves themselves included")
  }
}
