import Domain

/// A visit as plan.json writes it.
struct VisitDocument {
  /// The object.
  let json: JSONValue

  /// The object of `visit`; agenda, attendance and journeys are empty where it has no details.
  init(of visit: Visit) {
    json = .object([
      ("visit_id", .string(visit.id.text)),
      ("pair_id", .string(visit.pair.text)),
      ("leg", visit.leg.map { .integer($0) } ?? .null),
      ("host", .string(visit.host.text)),
      ("visitors", .array(visit.visitors.map { .string($0.text) })),
      ("date", .string(visit.date.iso)),
      ("start", .string(visit.interval.start.clock)),
      ("end", .string(Cells.end(of: visit.interval))),
      ("room_id", .text(visit.room?.text)),
      ("facilitator_id", .text(visit.facilitator?.text)),
      ("status", .string(visit.status.rawValue)),
      ("pinned", .bool(visit.pin != nil)),
      ("pinned_by", .text(visit.pin?.by)),
      ("pinned_reason", .text(visit.pin?.reason)),
      ("reserve_date", .text(visit.reserveDate?.iso)),
      ("mainstays", visit.mainstays.map { .array($0.map(Self.mainstay)) } ?? .null),
      ("release", visit.release.map { .integer($0) } ?? .null),
      ("sequence", .integer(visit.sequence)),
      ("agenda", .array((visit.detail?.agenda ?? []).map(Self.item))),
      ("attendance", .array((visit.detail?.attendance ?? []).map(Self.attendance))),
      ("journeys", .array((visit.detail?.journeys ?? []).map(Self.journey))),
    ])
  }

  private static func mainstay(_ mainstay: Resource) -> JSONValue {
    switch mainstay {
    case .person(let id): .object([("person_id", .string(id.text))])
    case .facilitator(let id): .object([("facilitator_id", .string(id.text))])
    case .room(let id): .object([("room_id", .string(id.text))])
    }
  }

  private static func item(_ item: AgendaItem) -> JSONValue {
    .object([
      ("session_id", .string(item.session.text)),
      ("title", .string(item.title)),
      ("start", .string(item.interval.start.clock)),
      ("end", .string(Cells.end(of: item.interval))),
      ("room_id", .text(item.room?.text)),
    ])
  }

  private static func attendance(_ attendance: Attendance) -> JSONValue {
    .object([
      ("person_id", .string(attendance.attendee.text)),
      ("side", .string(attendance.side.rawValue)),
      ("role", .text(attendance.role?.rawValue)),
      ("required", .bool(attendance.isRequired)),
      ("attends", .string(attendance.extent)),
      ("missed", .array(attendance.missed.map { .string($0.text) })),
      ("cost_minutes", .integer(attendance.cost.count)),
    ])
  }

  private static func journey(_ journey: Journey) -> JSONValue {
    let traveller: (String, JSONValue) =
      switch journey.traveller {
      case .team(let id): ("team", .string(id.text))
      case .facilitator(let id): ("facilitator", .string(id.text))
      }
    return .object([
      traveller,
      ("departure", .string(journey.departure.description)),
      ("outward_minutes", .integer(journey.outward.count)),
      ("homeward_minutes", .integer(journey.homeward.count)),
      ("arrival", .string(journey.arrival.description)),
      ("overnight", .bool(journey.isOvernight)),
      ("estimated", .bool(journey.isEstimated)),
    ])
  }
}
