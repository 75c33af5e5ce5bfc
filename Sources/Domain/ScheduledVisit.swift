/// A row of visits.csv that was given in: published before, or made by hand.
public struct ScheduledVisit: Sendable, Equatable {
  /// The visit.
  public var id: VisitID
  /// Who receives.
  public var host: TeamID
  /// Who comes; two in a trio.
  public var visitors: [TeamID]
  /// When; `nil` where the row has no date yet.
  public var interval: Interval?
  /// The main room, where stated.
  public var room: RoomID?
  /// Who leads it, where stated.
  public var facilitator: FacilitatorID?
  /// How firm it is.
  public var status: VisitStatus
  /// Who pinned it and why; `nil` where it is not pinned.
  public var pin: Pin?
  /// A date kept in reserve.
  public var reserveDate: Day?
  /// The release that last changed it; `nil` before the first.
  public var release: Int?
  /// The calendar's SEQUENCE (RFC 5545 section 3.8.7.4).
  public var sequence: Int

  /// A visit as its row describes it.
  public init(
    id: VisitID, host: TeamID, visitors: [TeamID], interval: Interval? = nil, room: RoomID? = nil,
    facilitator: FacilitatorID? = nil, status: VisitStatus = .draft, pin: Pin? = nil,
    reserveDate: Day? = nil, release: Int? = nil, sequence: Int = 0
  ) {
    self.id = id
    self.host = host
    self.visitors = visitors
    self.interval = interval
    self.room = room
    self.facilitator = facilitator
    self.status = status
    self.pin = pin
    self.reserveDate = reserveDate
    self.release = release
    self.sequence = sequence
  }

  /// Whether moving it costs: it was released, or is tentative or confirmed.
  public var isPublished: Bool { release != nil || status == .tentative || status == .confirmed }

  /// Whether it must stay as it is: pinned, confirmed or held.
  public var isFixed: Bool { pin != nil || status == .confirmed || status == .held }
  /// Whether it must stay as it is when a plan is made on `today`: fixed, or published and no longer in the future.
  ///
  /// A cancelled visit, or one without a date, is never fixed.
  public func isFixed(on today: Day) -> Bool {
    guard let interval, status != .cancelled else { return false }
    return isFixed || isPublished && interval.start.day <= today
  }
}

/// How firm a visit is.
public enum VisitStatus: String, Sendable, Codable, CaseIterable {
  case draft, tentative, confirmed, cancelled, held
}

/// A decision that a visit stays where it is.
public struct Pin: Sendable, Equatable, Codable {
  /// Who decided, as written.
  public var by: String?
  /// Why, as written.
  public var reason: String?

  /// A pin.
  public init(by: String? = nil, reason: String? = nil) {
    self.by = by
    self.reason = reason
  }
}
