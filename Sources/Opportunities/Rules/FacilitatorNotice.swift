import Domain

/// The facilitator has the notice they ask for.
enum FacilitatorNotice {
  static let rule = Rule.facilitatorNotice

  /// Whether `facilitator` takes a new visit on `day` when asked today.
  static func admits(_ facilitator: Facilitator, day: Day, today: Day) -> Bool {
    day >= today.advanced(by: facilitator.noticeDays)
  }
}
