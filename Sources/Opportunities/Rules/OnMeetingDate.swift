import Domain

/// A visit stands on a real meeting of its host, after today and inside the window, on no closed day.
///
/// Admits the host's occasions that nothing blocks, on days on which the visitors take part and the visit itself may be.
enum OnMeetingDate {
  static let rule = Rule.onMeetingDate

  /// Whether `occasion` can be visited by a team with these closed days.
  static func admits(_ occasion: Occasion, closedForVisitor: Set<Day>) -> Bool {
    occasion.blocks.isEmpty && !closedForVisitor.contains(occasion.day)
  }
}
