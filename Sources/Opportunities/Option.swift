public import Domain

/// One way to hold a visit: a meeting of the host, a facilitator, and the best day they allow.
public struct Option: Sendable {
  /// The day on which the meeting is.
  public var day: Day
  /// From the first session to the end of the last.
  public var interval: Interval
  /// Index into the programme's facilitators; `nil` where none are listed.
  public var facilitator: Int?
  /// What the visit costs by preference, its pair's and facilitator's shared costs aside.
  public var costs: CostSheet
  /// The sum of `costs` in minutes.
  public var cost: Int
  /// Indices into the programme's people of everybody who comes.
  public var attendees: [Int]
  /// The rooms used with the times, indices into the programme's rooms.
  public var bookings: [RoomUse]
  /// When the facilitator sets out for the visit, and is home, if they go from and to their base.
  public var facilitatorAbsence: Interval?
  /// Agenda, attendance and journeys; `nil` for a fixed visit around which no agenda can be put.
  public var detail: VisitDetail?
  /// The room of most sessions.
  public var room: RoomID?
  /// Whether no better day exists with this facilitator on this date: false where the search was cut short.
  public var isBest = true
  /// Whether the visit stays here whatever it breaks.
  public var isFixed = false
  /// Whether the people and rooms of a fixed visit stay with it too, whatever that breaks; where they do not, other
  /// visits may have them, and this one is held in another of its ways.
  public var isRigid = false

  /// A room for a time.
  public struct RoomUse: Sendable {
    /// Index into the programme's rooms.
    public var room: Int
    /// When.
    public var interval: Interval
  }
}
