public import Domain

/// What a visit must do without on one day: because other visits claim it, or because it is lost.
public struct DayClaims: Sendable {
  /// Indices into the programme's people of those who cannot come.
  public var people: Set<Int> = []
  /// The rooms that are taken, and when.
  public var rooms: [Option.RoomUse] = []
  /// For each facilitator between which moments a visit lies that they could lead; `nil` where they can lead none.
  var leaders: [DayLimits?]

  /// Nothing is claimed yet in a programme of so many facilitators.
  public init(facilitators: Int) { leaders = Array(repeating: DayLimits.none, count: facilitators) }

  /// The room at `index` is taken during `interval`.
  public mutating func takeRoom(_ index: Int, during interval: Interval) {
    rooms.append(Option.RoomUse(room: index, interval: interval))
  }

  /// The facilitator at an index leads nothing that day.
  public mutating func takeFacilitator(_ index: Int) { leaders[index] = nil }

  /// The facilitator at `index`, who leads a visit at team `other` during `interval` on the day before or after
  /// `day`, leads one at team `host` only as far as `reach` allows.
  public mutating func bind(
    _ index: Int, to reach: FacilitatorReach, host: Int, on day: Day, other: Int, _ interval: Interval
  ) {
    guard let known = leaders[index] else { return }
    leaders[index] = reach.limits(facilitator: index, host: host, on: day, other: other, interval)
      .map(known.intersection)
  }
}
