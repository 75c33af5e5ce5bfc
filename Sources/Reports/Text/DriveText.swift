import Domain

/// A journey as a row of text.
struct DriveText {
  let journey: Journey
  let visit: Visit
  let words: PlanWords

  /// To whom, who, the day and the time at which they leave, the drive there and home, and when they are back.
  var cells: [String] {
    let who =
      switch journey.traveller {
      case .team(let id): words.name(id)
      case .facilitator(let id): words.name(id)
      }
    let mark = journey.isEstimated ? "~" : ""
    return [
      words.name(visit.host), who, journey.departure.day.inWords, journey.departure.clock,
      mark + journey.outward.inWords, mark + journey.homeward.inWords, back,
    ]
  }

  /// When they are home, seen from the day on which they leave.
  private var back: String {
    let days = journey.departure.day.distance(to: journey.arrival.day)
    return journey.arrival.clock
      + (days == 0 ? "" : days == 1 ? " next day" : " on \(journey.arrival.day.inWords)")
  }
}
