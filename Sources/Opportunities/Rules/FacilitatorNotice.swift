import Domain

/// The facilitator has the notice they ask for.
enum FacilitatorNotice {
  static let rule = Rule.facilitatorNotice

  /// Whether `facilitator` takes a new visit on `day` when asked today.
  static func admits(_ facilitator: Facilitator, day: Day, today: Day) -> Bool {
    day >= today.advanced(by: facilitator.noticeDays)
  }

  /// Whether the facilitator at `index` has led `given` on this very day already, so that nothing is new.
  static func isKnown(_ index: Int, day: Day, given: GivenVisit?) -> Bool {
    guard let given, given.isPublished || given.isFixed else { return false }
    return given.facilitator == index && given.day == day
  }
}
