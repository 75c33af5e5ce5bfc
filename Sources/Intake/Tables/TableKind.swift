/// The tables that counterpart knows, named as their files are.
public enum TableKind: String, CaseIterable, Sendable {
  case teams, sites, people, indicators, mdt
  case mdtExceptions = "mdt_exceptions"
  case availability, rooms
  case roomBookings = "room_bookings"
  case facilitators, travel
  case pairRules = "pair_rules"
  case closures, visits
  // Not part of a programme: read by another command, or written by counterpart.
  case whatIf = "whatif"
  case replies, pairs, attendance, agenda, unscheduled, chase, actions, allocation, slips
  case feedLinks = "feed-links"

  /// The usual file name.
  public var file: String { rawValue + ".csv" }

  /// Whether a programme is made of it.
  public var isInput: Bool {
    switch self {
    case .teams, .sites, .people, .indicators, .mdt, .mdtExceptions, .availability, .rooms, .roomBookings,
      .facilitators, .travel, .pairRules, .closures, .visits:
      true
    case .whatIf, .replies, .pairs, .attendance, .agenda, .unscheduled, .chase, .actions, .allocation, .slips,
      .feedLinks:
      false
    }
  }

  /// The names of its columns, and of those that it cannot be without.
  var columns: TableColumns {
    switch self {
    case .teams: TableColumns(TeamsTable.self)
    case .sites: TableColumns(SitesTable.self)
    case .people: TableColumns(PeopleTable.self)
    case .indicators: TableColumns(IndicatorsTable.self)
    case .mdt: TableColumns(MeetingsTable.self)
    case .mdtExceptions: TableColumns(MeetingExceptionsTable.self)
    case .availability: TableColumns(AvailabilityTable.self)
    case .rooms: TableColumns(RoomsTable.self)
    case .roomBookings: TableColumns(RoomBookingsTable.self)
    case .facilitators: TableColumns(FacilitatorsTable.self)
    case .travel: TableColumns(TravelTable.self)
    case .pairRules: TableColumns(PairRulesTable.self)
    case .closures: TableColumns(ClosuresTable.self)
    case .visits: TableColumns(VisitsTable.self)
    case .whatIf: TableColumns(WhatIfTable.self)
    case .replies: TableColumns(RepliesTable.self)
    case .pairs:
      TableColumns(
        required: "pair_id team_a team_b",
        others: """
          team_c score gain_a gain_b gain_c level_gap travel_minutes common_dates reliability travel_estimated forced
          """)
    case .attendance:
      TableColumns(
        required: "visit_id person_id side", others: "role required sessions_missed cost_hours attends")
    case .agenda: TableColumns(required: "visit_id session_id", others: "title start end room_id")
    case .unscheduled: TableColumns(required: "visit_id reason", others: "host visitor cheapest_ask")
    case .allocation:
      TableColumns(required: "pair_id team_id arm draw_order", others: "team_name stratum")
    case .chase:
      TableColumns(
        required: "needed_by person_id visits",
        others: "when name role team_id email coordinator_email notice_days required first_visit")
    case .actions:
      TableColumns(
        required: "due action visit_id what",
        others: "when visit_date to email team_id person_id room_id on times")
    case .slips:
      TableColumns(
        required: "visit_id weeks visits_moved visits_lost",
        others: "host visitor date new_date cost_hours notice_broken_hours proven")
    case .feedLinks: TableColumns(required: "feed https webcal", others: "")
    }
  }
}

/// The column names of a kind of table.
struct TableColumns: Sendable {
  let required: [String]
  let all: [String]
  /// Those of `required` that name what a row is about.
  let naming: [String]
  /// Of which at least one set must be there whole; empty where `required` says it all.
  let alternatives: [[String]]

  init<Schema: TableSchema>(_ schema: Schema.Type) {
    required = schema.required.map(\.rawValue)
    all = Schema.Column.allCases.map(\.rawValue)
    naming = schema.required.filter(schema.keyColumns.contains).map(\.rawValue)
    alternatives = schema.kind == .visits ? [["host", "visitor"], ["visit_id"]] : []
  }

  init(required: String, others: String) {
    self.required = required.split(whereSeparator: \.isWhitespace).map(String.init)
    all = self.required + others.split(whereSeparator: \.isWhitespace).map(String.init)
    naming = self.required
    alternatives = []
  }

  /// The required columns that `names` lacks; of a table of nothing but rows to be removed, those that name them.
  func missing(in names: Set<String>, isRemoval: Bool = false) -> [String] {
    let absent = (isRemoval ? naming : required).filter { !names.contains($0) }
    let lacking = alternatives.map { $0.filter { !names.contains($0) } }
    guard let least = lacking.min(by: { $0.count < $1.count }) else { return absent }
    return absent + least
  }

  /// How many of `names` are its columns.
  func matches(in names: Set<String>) -> Int { all.count { names.contains($0) } }
}
