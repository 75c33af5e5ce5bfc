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
      let ledAnew = difference.moves.count - move
      if ledAnew > 0 {
        sentences.append(
          "\(Figures.count(ledAnew, "visit")) \(ledAnew == 1 ? "stays and is" : "stay and are") led by somebody else."
        )
      }
    }
    let lost = difference.lost.count
    if lost > 0 {
      sentences.append("\(Figures.count(lost, "visit")) \(lost == 1 ? "has" : "have") no date any more.")
    }
    let cancelled = difference.cancelled.count
    if cancelled > 0 {
      sentences.append("\(Figures.count(cancelled, "visit")) \(cancelled == 1 ? "is" : "are") cancelled.")
    }
    let gone = difference.gone.count
    if gone > 0 {
      sentences.append(
        "\(Figures.count(gone, "visit")) of pairs that are no more \(gone == 1 ? "is" : "are") given up.")
    }
    let gained = difference.gained.count
    if gained > 0 {
      sentences.append(
        "\(Figures.count(gained, "visit")) that had no date \(gained == 1 ? "has" : "have") one.")
    }
    let new = difference.new.count
    if new > 0 {
      sentences.append("\(Figures.count(new, "visit")) of new pairs \(new == 1 ? "has" : "have") a date.")
    }
    let undated = difference.undated.count
    if undated > 0 {
      sentences.append(
        "\(Figures.count(undated, "visit")) of new pairs \(undated == 1 ? "finds" : "find") no date.")
    }
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
