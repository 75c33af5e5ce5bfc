import Domain

/// A journey to a host and home again, worked out from the visit's hours.
struct Trip {
  let traveller: Traveller
  let outward: Drives.Drive
  let homeward: Drives.Drive
  let departure: Moment
  let arrival: Moment
  let isOvernight: Bool

  init(
    _ traveller: Traveller, outward: Drives.Drive, homeward: Drives.Drive, for visit: Interval,
    settings: TravelSettings
  ) {
    self.traveller = traveller
    self.outward = outward
    self.homeward = homeward
    isOvernight = outward.minutes > settings.overnightAbove
    departure =
      isOvernight
      ? Moment(visit.start.day.advanced(by: -1), TravelSettings.eveningDeparture)
      : visit.start - outward.minutes
    arrival = visit.end + homeward.minutes
  }

  /// From leaving home to being home again.
  var absence: Interval { Interval(start: departure, end: arrival) }

  /// The two drives.
  func drives(for visit: Interval) -> [Interval] {
    [
      Interval(start: departure, end: departure + outward.minutes),
      Interval(start: visit.end, end: arrival),
    ].filter { $0.start < $0.end }
  }

  /// Which limits of the day it breaks, in words without the traveller's name.
  func faults(on day: Day, settings: TravelSettings) -> [String] {
    var faults: [String] = []
    if isOvernight {
      if outward.minutes > settings.eveningLimit {
        faults.append(
          "would drive \(Words.duration(outward.minutes)) the evening before; "
            + "the limit is \(Words.duration(settings.eveningLimit))")
      }
    } else if departure < Moment(day, settings.earliestDeparture) {
      faults.append(
        "would leave at \(Self.time(departure, on: day)); nobody leaves before \(settings.earliestDeparture)")
    }
    if arrival > Moment(day, settings.latestReturn), homeward.minutes <= settings.overnightAbove {
      faults.append(
        "would be home at \(Self.time(arrival, on: day)); "
          + "nobody comes home after \(settings.latestReturn)")
    }
    return faults
  }

  /// The time of day, with the date where it is another day's.
  private static func time(_ moment: Moment, on day: Day) -> String {
    moment.day == day ? moment.clock : "\(moment.clock) on \(Words.date(moment.day))"
  }
}
