public import Domain

/// plan.json: a plan with all of its figures, for other programs.
///
/// Scores, gains, gaps and standings are in standard deviations; the pairing's objective and bound in 10⁻⁴ of
/// them; the schedule's objective, bound and costs in clinician-minutes; times are local.
public struct PlanDocument: Sendable {
  /// The version of its form; it changes when a member is renamed or taken away, not when one is added.
  public static let schema = "counterpart-plan/1"

  /// plan.json.
  public let file: ReportFile

  /// The document of `plan`.
  public init(programme: Programme, plan: Plan) {
    let json = JSONValue.object([
      ("schema", .string(Self.schema)),
      ("programme", .string(plan.programme.text)),
      ("name", .string(programme.settings.name)),
      ("time_zone", .string(programme.settings.timeZone)),
      ("today", .string(plan.today.iso)),
      ("seed", .integer(plan.seed)),
      ("input_digest", .string(plan.inputDigest)),
      ("pairing", Self.pairing(of: plan)),
      ("visits", Self.visits(of: plan)),
      ("events", .array(plan.events.map(Self.event))),
      ("warnings", .array(plan.warnings.map(JSONValue.string))),
    ])
    file = ReportFile(name: "plan.json", bytes: json.bytes)
  }

  private static func pairing(of plan: Plan) -> JSONValue {
    .object(
      quality(plan.pairingQuality) + [
        ("unpaired_cost", .integer(plan.unpairedCost)),
        ("pairs", .array(plan.pairs.map(pair))),
        (
          "unpaired",
          .array(
            plan.unpaired.map {
              .object([("team", .string($0.team.text)), ("reason", .string($0.reason))])
            })
        ),
        ("trade", plan.trade.map(trade) ?? .null),
        ("dual_proof", plan.pairingProof.map(proof) ?? .null),
      ])
  }

  private static func visits(of plan: Plan) -> JSONValue {
    let costs = Preference.allCases.map { ($0.rawValue, JSONValue.integer(plan.costs[$0].count)) }
    return .object(
      quality(plan.visitsQuality) + [
        ("costs", .object(costs)),
        ("visits", .array(plan.visits.map { VisitDocument(of: $0).json })),
        ("unscheduled", .array(plan.unscheduled.map(unscheduled))),
      ])
  }

  private static func trade(_ trade: PairingTrade) -> JSONValue {
    .object([
      ("taken", .bool(trade.isTaken)),
      ("loss", .number(trade.loss.description)),
      ("more_visits", .integer(trade.placed)),
      ("dropped", .array(trade.dropped.map { .string($0.text) })),
      ("made", .array(trade.made.map { .string($0.text) })),
    ])
  }

  private static func event(_ event: PlannedEvent) -> JSONValue {
    .object([
      ("event_id", .string(event.event.text)),
      ("title", .string(event.title)),
      ("date", .string(event.date.iso)),
      ("start", .string(event.interval.start.clock)),
      ("end", .string(Cells.end(of: event.interval))),
      ("attending", .array(event.attending.map { .string($0.text) })),
      ("missing", .array(event.missing.map { .string($0.text) })),
      ("attending_by_option", .array(event.tallies.map { .integer($0) })),
    ])
  }

  private static func quality(_ quality: Quality) -> [(String, JSONValue)] {
    [
      ("objective", .integer(quality.objective)),
      ("bound", .integer(quality.bound)),
      ("proven", .bool(quality.isProven)),
      ("proof", .string(quality.proof.rawValue)),
    ]
  }

  private static func pair(_ pair: Pair) -> JSONValue {
    .object([
      ("pair_id", .string(pair.id.text)),
      ("teams", .array(pair.teams.map { .string($0.text) })),
      ("score", .number(pair.score.description)),
      ("gains", .array(pair.gains.map { .number($0.description) })),
      ("level_gap", .number(pair.levelGap.description)),
      ("travel_minutes", .integer(pair.travel.count)),
      ("travel_estimated", .bool(pair.travelIsEstimated)),
      ("common_dates", .array(pair.commonDates.map { .integer($0) })),
      ("reliability", figure(pair.reliability)),
      ("forced", .bool(pair.isForced)),
      ("price", pair.price.map(price) ?? .null),
      ("comparisons", .array(pair.comparisons.map(comparison))),
    ])
  }

  private static func price(_ price: PairPrice) -> JSONValue {
    .object([
      ("teams_left", .integer(price.teamsLeft)),
      ("worst_loss", .number(price.worstLoss.description)),
      ("loss", .number(price.loss.description)),
      ("instead", .array(price.instead.map { .string($0.text) })),
    ])
  }

  private static func proof(_ proof: DualProof) -> JSONValue {
    .object([
      ("shift", .integer(proof.shift)),
      (
        "teams",
        .array(proof.teams.map { .object([("team", .string($0.team.text)), ("price", .integer($0.price))]) })
      ),
      (
        "odd_sets",
        .array(
          proof.oddSets.map {
            .object([
              ("teams", .array($0.teams.map { .string($0.text) })), ("price", .integer($0.price)),
            ])
          })
      ),
      ("travel_budget", proof.budgetPrice.map { .integer($0) } ?? .null),
      ("trio", .integer(proof.trioPrice)),
    ])
  }

  private static func comparison(_ comparison: Comparison) -> JSONValue {
    .object([
      ("indicator", .string(comparison.indicator.text)),
      ("values", .array(comparison.values.map(figure))),
      ("standings", .array(comparison.standings.map(figure))),
      ("reliabilities", .array(comparison.reliabilities.map(figure))),
    ])
  }

  private static func unscheduled(_ visit: UnscheduledVisit) -> JSONValue {
    .object([
      ("visit_id", .string(visit.id.text)),
      ("host", .string(visit.host.text)),
      ("visitors", .array(visit.visitors.map { .string($0.text) })),
      ("reason", .string(visit.reason)),
      ("cheapest_ask", .text(visit.cheapestAsk)),
    ])
  }

  /// Four decimals say all that the model uses.
  private static func figure(_ value: Double?) -> JSONValue {
    value.map { .decimal($0, places: 4) } ?? .null
  }
}
