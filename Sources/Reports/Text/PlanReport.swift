public import Domain

/// report.txt: a plan for a project manager, in plain text of at most a hundred columns.
public struct PlanReport: Sendable {
  /// The text, UTF-8 with line feeds.
  public let text: String

  /// report.txt.
  public var file: ReportFile { ReportFile(name: "report.txt", bytes: Array(text.utf8)) }

  /// The report of `plan`.
  public init(programme: Programme, plan: Plan) {
    let words = PlanWords(programme: programme, plan: plan)
    var page = TextPage()
    page.title(programme.settings.name)
    Self.head(words, on: &page)
    Self.pairs(words, on: &page)
    Self.calendar(words, on: &page)
    Self.events(words, on: &page)
    Self.mainstays(words, on: &page)
    Self.drives(words, on: &page)
    Self.costs(words, on: &page)
    Self.unscheduled(words, on: &page)
    Self.unpaired(words, on: &page)
    Self.warnings(words, on: &page)
    PairCertificates(words: words).write(on: &page)
    text = page.text
  }

  private static func head(_ words: PlanWords, on page: inout TextPage) {
    let settings = words.programme.settings
    let plan = words.plan
    page.paragraph(
      "Programme \(settings.id), planned on \(plan.today.inWords) for visits from \(settings.visitsFrom.inWords)"
        + " to \(settings.visitsTo.inWords); all times are \(settings.timeZone).")
    page.gap()
    page.paragraph("\(words.pairCount), \(words.pairingQuality).", lead: "Pairs     ")
    if let runnerUp = PriceWords(words: words).runnerUp { page.paragraph(runnerUp, lead: "          ") }
    page.paragraph("\(words.placed), \(words.visitsQuality).", lead: "Visits    ")
    if let trade = plan.trade { page.paragraph(TradeWords(trade: trade).sentence, lead: "          ") }
    page.paragraph("\(Figures.hours(plan.costs.total)) clinician-hours in all.", lead: "Cost      ")
    page.paragraph("\(plan.inputDigest), seed \(plan.seed).", lead: "Input     ")
  }

  static func pairs(_ words: PlanWords, on page: inout TextPage) {
    page.heading("PAIRS (score, gains and level gap in standard deviations; ~ marks an estimated drive)")
    guard !words.plan.pairs.isEmpty else { return page.paragraph("None.", lead: "  ") }
    page.table(PairsText(words: words).table)
  }

  private static func calendar(_ words: PlanWords, on page: inout TextPage) {
    page.heading("CALENDAR")
    if words.plan.visits.isEmpty { page.paragraph("No visit has a date.", lead: "  ") }
    for visit in words.plan.visits {
      page.paragraph(
        words.visit(visit.host, visit.visitors),
        lead: "  \(padded(visit.date.inWords, to: 15))  \(visit.interval.start.clock)–"
          + "\(Cells.end(of: visit.interval))  ")
      let facilitator = visit.facilitator.map { "facilitator \(words.name($0))" } ?? "no facilitator"
      let details =
        [words.firmness(of: visit), facilitator, words.overnight(at: visit)].compactMap { $0 }
        + (visit.reserveDate.map { ["in reserve \($0.inWords)"] } ?? [])
      page.paragraph(details.joined(separator: "; "), lead: String(repeating: " ", count: 32))
    }
  }

  private static func events(_ words: PlanWords, on page: inout TextPage) {
    if words.plan.events.isEmpty { return }
    page.heading("LEARNING EVENTS")
    for event in words.plan.events {
      let own = EventWords(words: words, event: event)
      page.paragraph("\(event.title): \(own.time). \(own.turnout)", lead: "  ")
      for sentence in [own.missing, own.others].compactMap({ $0 }) {
        page.paragraph(sentence, lead: "      ")
      }
    }
  }

  private static func mainstays(_ words: PlanWords, on page: inout TextPage) {
    let list = MainstayList(words: words)
    guard !list.items.isEmpty else { return }
    page.heading("VISITS THAT ONE ABSENCE CANCELS")
    page.paragraph(list.sentence, lead: "  ")
    page.gap()
    for item in list.items {
      page.paragraph("\(item.name): \(item.dates.joined(separator: "; "))", lead: "  - ")
    }
  }

  private static func drives(_ words: PlanWords, on page: inout TextPage) {
    let rows = words.plan.visits.flatMap { visit in
      (visit.detail?.journeys ?? []).map { DriveText(journey: $0, visit: visit, words: words) }
    }
    guard !rows.isEmpty else { return }
    page.heading("DRIVES (~ marks an estimate)")
    page.table(
      TextTable(
        [
          .words("To"), .words("Who"), .whole("Leaves"), .whole("at"), .numbers("There"), .numbers("Home"),
          .whole("Back"),
        ],
        rows: rows.map(\.cells)))
    let estimates = rows.count(where: \.journey.isEstimated)
    guard estimates > 0 else { return }
    page.paragraph(
      "\(estimates) of \(Figures.count(rows.count, "journey")) \(estimates == 1 ? "is an estimate" : "are estimates")"
        + " from the distance; rows in travel.csv make them exact.", lead: "  ")
  }

  private static func costs(_ words: PlanWords, on page: inout TextPage) {
    page.heading("COSTS (clinician-hours)")
    let costs = words.plan.costs
    let rows = Preference.allCases.filter { costs[$0] != .zero }.map {
      [$0.inWords, $0.rawValue, Figures.hours(costs[$0])]
    }
    page.table(
      TextTable(
        [.whole(""), .whole(""), .numbers("")], rows: rows + [["in all", "", Figures.hours(costs.total)]]))
  }

  private static func unscheduled(_ words: PlanWords, on page: inout TextPage) {
    guard !words.plan.unscheduled.isEmpty else { return }
    page.heading("WITHOUT A DATE")
    for visit in words.plan.unscheduled {
      page.paragraph("\(words.visit(visit.host, visit.visitors)) (\(visit.id))", lead: "  ")
      page.paragraph(visit.reason, lead: "      ")
      if let ask = visit.cheapestAsk { page.paragraph(ask, lead: "      To do: ") }
    }
  }

  static func unpaired(_ words: PlanWords, on page: inout TextPage) {
    guard !words.plan.unpaired.isEmpty else { return }
    page.heading("WITHOUT A PARTNER")
    for unpaired in words.plan.unpaired {
      page.paragraph("\(words.name(unpaired.team)) (\(unpaired.team)): \(unpaired.reason)", lead: "  ")
    }
  }

  static func warnings(_ words: PlanWords, on page: inout TextPage) {
    let warnings =
      AuditFindings(words: words).sentences + words.plan.warnings
      + PeriodWarnings(of: words.programme, in: words.plan).sentences
    guard !warnings.isEmpty else { return }
    page.heading("ABOUT THE DATA")
    for warning in warnings { page.paragraph(warning, lead: "  - ") }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
