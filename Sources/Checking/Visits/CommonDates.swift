import Domain

/// The dates on which a leg could take place if no other visit were there.
enum CommonDates {
  /// The days of the window on which the host meets and at least one way of holding the visit exists.
  static func days(of leg: Leg) -> [Day] {
    let settings = leg.settings
    guard settings.visitsFrom <= settings.visitsTo else { return [] }
    return (settings.visitsFrom.number...settings.visitsTo.number).map(Day.init(number:)).filter { day in
      guard day > settings.today else { return false }
      var prospect = Prospect(leg: leg, day: day)
      return prospect.isPossible()
    }
  }
}
