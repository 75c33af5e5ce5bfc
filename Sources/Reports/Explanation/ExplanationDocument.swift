public import Domain

/// An explanation for other programs: costs in clinician-minutes, times local.
public struct ExplanationDocument: Sendable {
  /// The version of its form; it changes when a member is renamed or taken away, not when one is added.
  public static let schema = "counterpart-explanation/1"

  /// The document.
  public let file: ReportFile

  /// The document of `explanation`; `programme` has the schedule that it is about.
  public init(programme: Programme, explanation: VisitExplanation) {
    let json = JSONValue.object([
      ("schema", .string(Self.schema)),
      ("visit_id", .string(explanation.id.text)),
      ("host", .string(explanation.host.text)),
      ("visitors", .array(explanation.visitors.map { .string($0.text) })),
      ("dates", .array(explanation.dates.map { Self.date($0, programme) })),
      ("asks", .array(explanation.asks.map { Self.ask($0, programme) })),
      ("asks_tried", .integer(explanation.tried)),
      ("objective", .integer(explanation.objective)),
    ])
    file = ReportFile(name: "explanation.json", bytes: json.bytes)
  }

  private static func date(_ verdict: DateVerdict, _ programme: Programme) -> JSONValue {
    let head: [(String, JSONValue)] = [
      ("date", .string(verdict.day.iso)), ("chosen", .bool(verdict.isChosen)),
    ]
    switch verdict.outcome {
    case .possible(let way):
      let costs = Preference.allCases.map { ($0.rawValue, JSONValue.integer(way.costs[$0].count)) }
      return .object(
        head + [
          ("possible", .bool(true)),
          ("start", .string(way.interval.start.clock)), ("end", .string(Cells.end(of: way.interval))),
          ("facilitator", .text(way.facilitator?.text)),
          ("cost", .integer(way.costs.total.count)), ("costs", .object(costs)), ("obstacles", .array([])),
        ])
    case .blocked(let obstacles):
      return .object(
        head + [
          ("possible", .bool(false)),
          ("obstacles", .array(obstacles.map { obstacle($0, on: verdict.day, programme) })),
        ])
    }
  }

  private static func obstacle(_ obstacle: Obstacle, on day: Day, _ programme: Programme) -> JSONValue {
    .object([
      ("kind", .string(obstacle.kind)),
      ("what", .string(obstacle.clause(in: programme, on: day))),
      ("remedy", .string(obstacle.remedy.word)),
      ("wish", .text(obstacle.remedy == .nothing ? nil : obstacle.wish(in: programme, on: day))),
    ])
  }

  private static func ask(_ ask: Ask, _ programme: Programme) -> JSONValue {
    .object([
      ("what", .string(ask.sentence(in: programme))),
      ("obstacles", .array(ask.obstacles.map { obstacle($0, on: ask.day, programme) })),
      ("for_visit", .string(ask.visit.text)), ("for_date", .string(ask.day.iso)),
      ("due", .string(ask.due.iso)),
      ("date", .text(ask.date?.start.day.iso)),
      ("gain", .integer(ask.gain.count)), ("objective", .integer(ask.objective)),
      ("visits_placed", .integer(ask.placed)), ("visits_moved", .integer(ask.moved)),
    ])
  }
}

extension Obstacle.Remedy {
  /// Its word.
  fileprivate var word: String {
    switch self {
    case .asking: "ask"
    case .deciding: "decide"
    case .nothing: "none"
    }
  }
}

extension Obstacle {
  /// What kind of obstacle it is, for other programs.
  fileprivate var kind: String {
    switch self {
    case .noMeeting(_, _, .cancelled): "meeting_cancelled"
    case .noMeeting(_, _, .inquorate): "meeting_inquorate"
    case .noMeeting(_, _, .moved): "meeting_moved"
    case .bankHoliday: "bank_holiday"
    case .closure: "closure"
    case .past: "past"
    case .drive: "drive"
    case .travelHours: "travel_hours"
    case .dayLength: "day_length"
    case .ownMeeting: "own_meeting"
    case .event: "event"
    case .busy: "busy"
    case .roleVacant: "role_vacant"
    case .visitorLimit: "max_visitors"
    case .roomTaken: "room_taken"
    case .noRoom: "no_room"
    case .notIndependent: "not_independent"
    case .noNotice: "notice"
    case .noFacilitator: "no_facilitator"
    case .visit: "other_visit"
    case .gap: "gap_days"
    case .sameFacilitator: "same_facilitator"
    case .weekFull: "max_per_week"
    case .facilitatorWeekFull: "facilitator_max_per_week"
    case .facilitatorFull: "facilitator_max_visits"
    case .daysGiven: "max_days"
    }
  }
}
