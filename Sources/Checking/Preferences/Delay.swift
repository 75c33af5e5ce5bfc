import Domain

/// Every week that a visit lies after the first possible day; whole minutes, rounded down.
enum Delay: PreferenceCheck {
  static let preference = Preference.delay

  static func charges(in examination: Examination) -> [Charge] {
    let settings = examination.facts.settings
    return examination.visits.flatMap { visit -> [Charge] in
      let days = settings.visitsFrom.distance(to: visit.visit.date)
      return charge(
        Rounding.down(Double(days) * settings.costs.delayPerWeek * 60 / 7),
        "\(Words.sentence(visit.name)) is \(Words.count(days, "day")) after "
          + Words.date(settings.visitsFrom))
    }
  }
}
