import Domain

extension VisitActions {
  /// A hotel for everybody who comes the evening before.
  var hotels: [Action] {
    (visit.detail?.journeys ?? []).filter(\.isOvernight).map { journey in
      let to = words.programme.correspondent(journey.traveller)
      let night = journey.departure.day
      let beds = travellers(of: journey)
      return action(
        .bookHotel, due: arranged, to: to, on: night,
        "Book \(Figures.count(beds, "room")) near \(place) for the night of \(night.inWords), for \(to.name) "
          + "(\(name)).")
    }
  }

  /// Each drive to the visit and home.
  var drives: [Action] {
    (visit.detail?.journeys ?? []).filter { $0.outward > .zero || $0.homeward > .zero }.map { journey in
      let to = words.programme.correspondent(journey.traveller)
      let guess = journey.isEstimated ? " (estimated)" : ""
      return action(
        .drive, due: journey.departure.day, to: to, on: journey.departure.day,
        "\(to.name) leaves at \(journey.departure.clock) on \(journey.departure.day.inWords) for \(place), a "
          + "drive of \(journey.outward.inWords)\(guess), and is home at \(journey.arrival.clock) on "
          + "\(journey.arrival.day.inWords) (\(name)).")
    }
  }

  private var place: String { [siteName, site?.postcode].compactMap { $0 }.joined(separator: ", ") }

  private func travellers(of journey: Journey) -> Int {
    switch journey.traveller {
    case .facilitator: 1
    case .team(let team): present.count { $0.side == .visitor && self.team(of: $0) == team }
    }
  }
}
