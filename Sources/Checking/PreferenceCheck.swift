import Domain

/// One preference, as a finished schedule is charged for it.
protocol PreferenceCheck: Sendable {
  /// Which preference.
  static var preference: Preference { get }
  /// Everything in the schedule that is charged.
  static func charges(in examination: Examination) -> [Charge]
}

/// Something a schedule is charged for, in words.
struct Charge {
  var preference: Preference
  var minutes: Minutes
  var sentence: String
  /// The person whose coming or staying away is charged, where it is one person's.
  var attendee: Attendee?
  /// Whether one visit is charged by itself, and not a pair, a facilitator or a missing leg.
  var isOfVisit: Bool
}

extension PreferenceCheck {
  /// A charge to a visit; nothing where it comes to no minute.
  static func charge(_ minutes: Minutes, attendee: Attendee? = nil, _ sentence: String) -> [Charge] {
    charged(minutes, attendee: attendee, isOfVisit: true, sentence)
  }

  /// A charge to what several visits make together; nothing where it comes to no minute.
  static func jointCharge(_ minutes: Minutes, _ sentence: String) -> [Charge] {
    charged(minutes, attendee: nil, isOfVisit: false, sentence)
  }

  private static func charged(
    _ minutes: Minutes, attendee: Attendee?, isOfVisit: Bool, _ sentence: String
  ) -> [Charge] {
    guard minutes != .zero else { return [] }
    return [
      Charge(
        preference: preference, minutes: minutes, sentence: "\(sentence): \(Words.duration(minutes)).",
        attendee: attendee, isOfVisit: isOfVisit)
    ]
  }
}
