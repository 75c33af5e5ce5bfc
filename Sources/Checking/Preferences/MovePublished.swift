import Domain

/// Published visits whose date, start or facilitator changes.
enum MovePublished: PreferenceCheck {
  static let preference = Preference.movePublished

  static func charges(in examination: Examination) -> [Charge] {
    let cost = Minutes(hours: examination.facts.settings.costs.movePublished)
    return examination.visits.flatMap { visit -> [Charge] in
      guard let move = Move(of: visit) else { return [] }
      return charge(cost, "\(Words.sentence(visit.name)) was published \(move.formerly)")
    }
  }
}
