import Domain

/// Whether the agenda of a visit without detail can be packed into its hours.
struct PossibleDay {
  private let orders: [SessionOrder]
  private let hours: Interval

  init(visit: ExaminedVisit) {
    hours = visit.visit.interval
    let settings = visit.settings.visits
    orders = visit.meetings.map { SessionOrder(meeting: $0, settings: settings) }
  }

  /// Whether the sessions fit around one of the host's meetings, each with a room.
  func fits(hasRoom: (Session, Interval) -> Bool) -> Bool {
    orders.contains { order in
      hours.contains(order.meeting) && order.day.contains(hours)
        && Packing(order: order, hasRoom: hasRoom).fits(in: hours)
    }
  }
}
