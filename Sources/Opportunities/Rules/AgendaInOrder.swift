import Domain

/// The sessions are complete, in order, inside the day, and do not overlap.
///
/// Admits only the orders below; the packing keeps sessions apart and inside the day.
enum AgendaInOrder {
  static let rule = Rule.agendaInOrder
}

extension AgendaShape {
  /// Whether `session` may be put after the meeting as the next one, when `placed` already follow it and
  /// `preceding` precede it.
  @inline(__always)
  func mayFollow(_ session: Int, placed: Int, preceding: Int, frame: DayFrame) -> Bool {
    if before[session] & ~(placed | preceding) != 0 || precedesMeeting[session] { return false }
    if session == first { return frame.firstYields && placed == 0 }
    if let first, frame.firstYields, preceding >> first & 1 == 0, placed >> first & 1 == 0 { return false }
    if session == last {
      return !frame.lastYields && placed | preceding | 1 << session == all
    }
    if let twin = twin[session], (placed | preceding) >> twin & 1 == 0 { return false }
    return true
  }

  /// Whether `session` may be put before the meeting as the one that comes before all of `placed`, out of the
  /// set `preceding` of sessions before the meeting.
  @inline(__always)
  func mayPrecede(_ session: Int, placed: Int, preceding: Int, frame: DayFrame) -> Bool {
    let remaining = preceding & ~placed & ~(1 << session)
    // Sessions that must come after this one and are before the meeting must have been placed already.
    if followsMeeting[session] || before[session] & ~preceding != 0 || before[session] & placed != 0 {
      return false
    }
    if session == first { return !frame.firstYields && remaining == 0 }
    if session == last { return frame.lastYields && placed == 0 }
    if let last, frame.lastYields, preceding >> last & 1 == 1, placed >> last & 1 == 0 { return false }
    if let twin = twin[session], preceding >> twin & 1 == 1, placed >> twin & 1 == 1 { return false }
    return true
  }

  /// Whether the sessions of `preceding` may be those before the meeting.
  func maySplit(_ preceding: Int, frame: DayFrame) -> Bool {
    for session in minutes.indices {
      let isBefore = preceding >> session & 1 == 1
      if isBefore && followsMeeting[session] { return false }
      if !isBefore && precedesMeeting[session] { return false }
      if isBefore && before[session] & ~preceding != 0 { return false }
      if session == first && isBefore == frame.firstYields { return false }
      if session == last && isBefore != frame.lastYields { return false }
      // Of two alike, the earlier of the list comes first.
      if let twin = twin[session], isBefore, preceding >> twin & 1 == 0 { return false }
    }
    return true
  }
}
