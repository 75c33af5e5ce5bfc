import Domain

/// The facilitator's drives from base to host and back.
enum FacilitatorTravel: PreferenceCheck {
  static let preference = Preference.facilitatorTravel

  static func charges(in examination: Examination) -> [Charge] {
    let rate = examination.facts.settings.costs.facilitatorTravelPerHour
    return examination.visits.flatMap { visit -> [Charge] in
      guard let facilitator = visit.facilitator,
        let trip = visit.trips.first(where: { $0.traveller == .facilitator(facilitator.id) })
      else { return [] }
      let drive = trip.outward.minutes + trip.homeward.minutes
      return charge(
        Minutes(hours: rate * drive.hours),
        "\(facilitator.name) drives \(Words.duration(drive)) for \(visit.name)")
    }
  }
}
