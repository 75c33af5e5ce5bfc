public import Domain

/// What the command line prints when a plan is made: pairs, visits and totals.
public struct PlanSummary: Sendable {
  /// The text, with line feeds.
  public let text: String

  /// The summary of `plan`.
  public init(programme: Programme, plan: Plan) {
    let words = PlanWords(programme: programme, plan: plan)
    var page = TextPage()
    page.paragraph(programme.settings.name)
    if !plan.pairs.isEmpty {
      page.gap()
      page.table(PairsText(words: words).table)
    }
    if !plan.visits.isEmpty || !plan.unscheduled.isEmpty {
      page.gap()
      page.table(Self.visits(words))
    }
    page.gap()
    page.paragraph("\(words.pairCount), \(words.pairingQuality).", lead: "Pairs   ")
    page.paragraph("\(words.placed), \(words.visitsQuality).", lead: "Visits  ")
    if let trade = plan.trade { page.paragraph(TradeWords(trade: trade).sentence, lead: "        ") }
    page.paragraph("\(Figures.hours(plan.costs.total)) clinician-hours in all.", lead: "Cost    ")
    text = page.text
  }

  private static func visits(_ words: PlanWords) -> TextTable {
    let dated = words.plan.visits.map { visit in
      [
        visit.date.inWords, "\(visit.interval.start.clock)–\(Cells.end(of: visit.interval))",
        words.visit(visit.host, visit.visitors), visit.facilitator?.text ?? "", words.firmness(of: visit),
      ]
    }
    let undated = words.plan.unscheduled.map { visit in
      ["no date", "", words.visit(visit.host, visit.visitors), "", ""]
    }
    return TextTable(
      [.whole("Date"), .whole("Time"), .words("Visit"), .words("Facilitator"), .whole("Status")],
      rows: dated + undated)
  }
}
