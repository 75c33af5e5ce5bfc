import Domain

/// Departure, return and the evening before keep to the limits, and journeys are as stated.
enum TravelHours: RuleCheck {
  static let rule = Rule.travelHours

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.flatMap { visit in
      let limits = visit.trips.flatMap { trip in
        trip.faults(on: visit.visit.date, settings: visit.settings.visits.travel).map {
          "\(visit.name(of: trip.traveller)) \($0)."
        }
      }
      return (limits + statedFaults(of: visit)).map { sentence in
        finding(visit, "\(Words.sentence(visit.name)): \(sentence)")
      }
    }
  }

  private static func statedFaults(of visit: ExaminedVisit) -> [String] {
    guard let journeys = visit.visit.detail?.journeys else { return [] }
    var faults: [String] = []
    for trip in visit.trips {
      let name = visit.name(of: trip.traveller)
      let stated = journeys.filter { $0.traveller == trip.traveller }
      if stated.count != 1 {
        faults.append("\(name) has \(Words.count(stated.count, "journey")) instead of one.")
      }
      guard let journey = stated.first else { continue }
      if journey.outward != trip.outward.minutes || journey.homeward != trip.homeward.minutes {
        faults.append(
          "\(name) is said to drive \(Words.duration(journey.outward)) there and "
            + "\(Words.duration(journey.homeward)) home; it is \(Words.duration(trip.outward.minutes)) and "
            + "\(Words.duration(trip.homeward.minutes)).")
      }
      if journey.departure != trip.departure || journey.arrival != trip.arrival {
        faults.append(
          "\(name) is said to be away \(words(journey.interval)); it is \(words(trip.absence)).")
      }
      if journey.isOvernight != trip.isOvernight {
        faults.append("\(name) is \(trip.isOvernight ? "not " : "")said to stay overnight.")
      }
      if journey.isEstimated != (trip.outward.isEstimated || trip.homeward.isEstimated) {
        faults.append("the drives of \(name) are \(journey.isEstimated ? "" : "not ")said to be estimates.")
      }
    }
    for journey in journeys where !visit.trips.contains(where: { $0.traveller == journey.traveller }) {
      faults.append("\(visit.name(of: journey.traveller)) has a journey but does not travel.")
    }
    return faults
  }

  private static func words(_ interval: Interval) -> String {
    "\(interval.start.clock) on \(Words.date(interval.start.day)) to \(interval.end.clock) on "
      + Words.date(interval.end.day)
  }
}
