import Domain

/// A facilitator leads every visit, where any are listed: admits no option without one then.
enum FacilitatorPresent {
  static let rule = Rule.facilitatorPresent

  /// Whether a visit needs one of these facilitators.
  static func isNeeded(_ desks: [FacilitatorDesk]) -> Bool { !desks.isEmpty }
}
