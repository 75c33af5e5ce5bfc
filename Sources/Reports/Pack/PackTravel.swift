import Domain

/// Who leaves when, and when they are home.
struct PackTravel {
  let visit: Visit
  let words: PlanWords

  /// The part.
  var html: HTML {
    let journeys = visit.detail?.journeys ?? []
    guard !journeys.isEmpty else {
      return PackPart.html(
        "travel", "Travel", [.node(.p, [], "Nobody has to travel, or it is not planned yet.")])
    }
    return PackPart.html(
      "travel", "Travel",
      [.node(.ul, [.class("plain")], journeys.map { .node(.li, [], sentences(about: $0)) })])
  }

  private func sentences(about journey: Journey) -> [HTML] {
    let who = words.programme.correspondent(journey.traveller).name
    guard journey.outward > .zero || journey.homeward > .zero else {
      return [.node(.strong, [], who), ": at home; no drive."]
    }
    let guess = journey.isEstimated ? " (estimated from the distance)" : ""
    let night = journey.isOvernight ? " Stay overnight near the hospital." : ""
    let home =
      journey.arrival.day == visit.date ? "at \(journey.arrival.clock)" : when(journey.arrival)
    return [
      .node(.strong, [], who),
      .text(
        ": leave \(when(journey.departure)), a drive of \(journey.outward.inWords)\(guess).\(night) Home \(home), a "
          + "drive of \(journey.homeward.inWords)."),
    ]
  }

  private func when(_ moment: Moment) -> String {
    moment.day == visit.date ? "at \(moment.clock)" : "\(moment.day.inWordsShort) at \(moment.clock)"
  }
}
