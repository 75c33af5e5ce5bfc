import Domain

/// The order that an agenda asks for on a day with a given meeting.
struct SessionOrder {
  /// Where a session lies seen from the meeting.
  enum Place {
    case before, meeting, after
  }

  /// What is wrong with two sessions in the order given.
  enum Fault: Equatable {
    case mustFollow(Session, Session)
    case mustBeFirst(Session)
    case mustBeLast(Session)
    /// A first session that yields to an early meeting belongs right behind it.
    case mustBeFirstAfterMeeting(Session)
    /// A last session that yields to a late meeting belongs right before it.
    case mustBeLastBeforeMeeting(Session)
  }

  let meeting: Interval
  let settings: VisitSettings

  /// The hours in which sessions may take place: the day, stretched to the meeting.
  var day: Interval {
    let date = meeting.start.day
    return Interval(
      start: min(meeting.start, Moment(date, settings.day.start)),
      end: max(meeting.end, Moment(date, settings.day.end)))
  }

  /// What is wrong with `a`, at `placeOfA`, taking place earlier than `b`, at `placeOfB`; `nil` where nothing.
  func fault(_ a: Session, _ placeOfA: Place, before b: Session, _ placeOfB: Place) -> Fault? {
    if a.after == b.id { return .mustFollow(a, b) }
    if b.isFirst, !a.isFirst {
      if !firstYields(b) { return .mustBeFirst(b) }
      if placeOfA == .after { return .mustBeFirstAfterMeeting(b) }
    }
    if a.isFirst, firstYields(a), placeOfB == .meeting { return .mustBeFirstAfterMeeting(a) }
    if a.isLast, !b.isLast {
      if !lastYields(a) { return .mustBeLast(a) }
      if placeOfB == .before { return .mustBeLastBeforeMeeting(a) }
    }
    if b.isLast, lastYields(b), placeOfA == .meeting { return .mustBeLastBeforeMeeting(b) }
    return nil
  }

  /// Whether the meeting is too early for `session` to come first.
  func firstYields(_ session: Session) -> Bool {
    guard let minutes = session.minutes, !session.isMeeting else { return false }
    return meeting.start < Moment(meeting.start.day, settings.day.start) + minutes
  }

  /// Whether the meeting is too late for `session` to come last.
  func lastYields(_ session: Session) -> Bool {
    guard let minutes = session.minutes, !session.isMeeting else { return false }
    return meeting.end > Moment(meeting.start.day, settings.day.end) - minutes
  }
}
