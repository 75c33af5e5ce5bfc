public import Domain
public import WhatIf

/// comparison.json: schedules side by side for other programs.
public struct ComparisonDocument: Sendable {
  /// The file.
  public let file: ReportFile

  /// The document on `scenarios` and `slips`.
  public init(programme: Programme, scenarios: [ScenarioComparison], slips: [Slip]) {
    let json = JSONValue.object([
      ("schema", .string("counterpart-what-if/1")),
      ("programme", .string(programme.settings.id.text)),
      ("today", .string(programme.settings.today.iso)),
      ("scenarios", .array(scenarios.map(Self.scenario))),
      ("slips", .array(slips.map(Self.slip))),
    ])
    file = ReportFile(name: "comparison.json", bytes: json.bytes)
  }

  private static func scenario(_ scenario: ScenarioComparison) -> JSONValue {
    let difference = scenario.difference
    let quality = scenario.after.visitsQuality
    return .object([
      ("name", .string(scenario.name)),
      (
        "changes",
        .array(
          scenario.changes.map { .string(ChangeWords(programme: scenario.changed).sentence($0)) })
      ),
      ("objective", .integer(quality.objective)),
      ("bound", .integer(quality.bound)),
      ("proven", .bool(quality.isProven)),
      ("added_minutes", .integer(scenario.addedCost)),
      ("added_unscheduled", .integer(scenario.addedUnscheduled)),
      ("fewer_visits", .integer(difference.fewerVisits)),
      ("delay_days", .integer(difference.delay)),
      ("moves", .array(difference.moves.map { move($0, scenario) })),
      ("adjusted", .array(difference.adjusted.map { move($0, scenario) })),
      ("lost", .array(difference.lost.map { .string($0.id.text) })),
      ("cancelled", .array(difference.cancelled.map { .string($0.id.text) })),
      ("gone", .array(difference.gone.map { .string($0.id.text) })),
      ("gained", .array(difference.gained.map { VisitDocument(of: $0).json })),
      ("new", .array(difference.new.map { VisitDocument(of: $0).json })),
      ("undated", .array(difference.undated.map { .string($0.id.text) })),
      ("broken_pairs", .array(difference.brokenPairs.map { .string($0.text) })),
      ("new_pairs", .array(difference.newPairs.map { .string($0.id.text) })),
      ("without_partner", .array(difference.deserted.map { .string($0.team.text) })),
      (
        "costs",
        .object(
          Preference.allCases.map { preference in
            (
              preference.rawValue,
              .object([
                ("before_minutes", .integer(difference.costsBefore[preference].count)),
                ("after_minutes", .integer(difference.costsAfter[preference].count)),
              ])
            )
          })
      ),
    ])
  }

  private static func move(_ move: PlanDifference.Move, _ scenario: ScenarioComparison) -> JSONValue {
    func place(_ visit: Visit) -> JSONValue {
      .object([
        ("date", .string(visit.date.iso)), ("start", .string(visit.interval.start.clock)),
        ("end", .string(Cells.end(of: visit.interval))), ("room_id", .text(visit.room?.text)),
        ("facilitator_id", .text(visit.facilitator?.text)),
      ])
    }
    return .object([
      ("visit_id", .string(move.after.id.text)),
      ("from", place(move.before)),
      ("to", place(move.after)),
      ("days", .integer(move.days)),
      ("because", .text(scenario.reasons[move.after.id])),
    ])
  }

  private static func slip(_ slip: Slip) -> JSONValue {
    .object([
      ("visit_id", .string(slip.visit.text)), ("weeks", .integer(slip.weeks)),
      ("date", .text(slip.date?.iso)), ("moved", .integer(slip.moved)), ("lost", .integer(slip.lost)),
      ("added_minutes", .integer(slip.addedCost)), ("notice_minutes", .integer(slip.noticeCost)),
      ("proven", .bool(slip.isProven)),
    ])
  }
}
