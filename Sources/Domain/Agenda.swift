/// A session of the visit's agenda, as programme.yaml describes it.
public struct Session: Sendable, Equatable {
  /// Its id; `mdt` is the host's own meeting, `lunch` needs no room.
  public var id: SessionID
  /// The title for people.
  public var title: String
  /// How long it lasts; `nil` for the MDT meeting, which lasts as long as it lasts.
  public var minutes: Minutes?
  /// Whether it comes first, if the meeting leaves room.
  public var isFirst: Bool
  /// Whether it comes last, if the meeting leaves room.
  public var isLast: Bool
  /// The session that must be over before it starts.
  public var after: SessionID?
  /// When it must take place, from start to end.
  public var between: ClockWindow?

  /// A session as programme.yaml gives it.
  public init(
    id: SessionID, title: String, minutes: Minutes? = nil, isFirst: Bool = false, isLast: Bool = false,
    after: SessionID? = nil, between: ClockWindow? = nil
  ) {
    self.id = id
    self.title = title
    self.minutes = minutes
    self.isFirst = isFirst
    self.isLast = isLast
    self.after = after
    self.between = between
  }

  /// Whether this is the observation of the host's own meeting.
  public var isMeeting: Bool { id.text == "mdt" }
  /// Whether a room must be found for it.
  public var needsRoom: Bool { !isMeeting && id.text != "lunch" }
}

/// A part of every day.
public struct ClockWindow: Sendable, Equatable {
  /// From when.
  public var start: ClockTime
  /// Until when.
  public var end: ClockTime

  /// A part of the day.
  public init(start: ClockTime, end: ClockTime) {
    self.start = start
    self.end = end
  }
}

/// Something due a fixed number of days from a visit.
public struct Milestone: Sendable, Equatable {
  /// Its id.
  public var id: MilestoneID
  /// The title for people.
  public var title: String
  /// Days after the visit; negative before it.
  public var days: Int
  /// Who is responsible; both sides where absent.
  public var responsible: Side?

  /// A milestone as programme.yaml gives it.
  public init(id: MilestoneID, title: String, days: Int, responsible: Side? = nil) {
    self.id = id
    self.title = title
    self.days = days
    self.responsible = responsible
  }
}

/// Which side of a visit somebody is on.
public enum Side: String, Sendable, Codable, CaseIterable {
  case host, visitor, facilitator
}
