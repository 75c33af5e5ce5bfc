/// One thing that might happen, as a row of whatif.csv asks about it.
public struct Change: Sendable, Equatable, Codable {
  /// What might happen.
  public var event: Event
  /// Why it is asked, as written.
  public var reason: String?

  /// A change.
  public init(_ event: Event, reason: String? = nil) {
    self.event = event
    self.reason = reason
  }

  /// What might happen.
  public enum Event: Sendable, Equatable, Codable {
    /// A visit takes place on this day or later.
    case notBefore(VisitID, Day)
    /// A visit does not take place from one day to another, both included.
    case notOn(VisitID, Day, until: Day)
    /// A visit takes place on this day.
    case moveTo(VisitID, Day)
    /// A visit does not take place at all.
    case cancel(VisitID)
    /// Somebody is away, or a room taken, from one day to another, both included.
    case away(Resource, Day, until: Day)
    /// A team takes part no more.
    case withdraw(TeamID)
    /// A facilitator takes part from now on.
    case join(FacilitatorID)
  }

  /// The visit that it is about; `nil` where it is about none by name.
  public var visit: VisitID? {
    switch event {
    case .notBefore(let visit, _), .notOn(let visit, _, _), .moveTo(let visit, _), .cancel(let visit): visit
    case .away, .withdraw, .join: nil
    }
  }
}
