import Domain

/// A journey as a row of text.
struct DriveText {
  let journey: Journey
  let visit: Visit
  let words: PlanWords

  /// To whom, who, when they leave, the drive there and home, and when they are back.
  var cells: [String] {
    let who =
      switch journey.traveller {
      case .team(let id): words.name(id)
      case .facilitator(let id): words.name(id)
      }
    let mark = journey.isEstimated ? "~" : ""
    return [
      words.name(visit.host), who, when(journey.departure), mark + journey.outward.inWords,
      mark + journey.homeward.inWords, when(journey.arrival),
    ]
  }

  private func when(_ moment: Moment) -> String { "\(moment.day.inWords) \(moment.clock)" }
}
