import Domain

/// report.html: a plan for a project manager, in one file that needs nothing else.
///
/// It names who gives up what, and belongs to whoever runs the programme; teams get their packs and calendars.
struct PlanPage {
  /// The file.
  let file: ReportFile

  /// The page of `plan`.
  init(programme: Programme, plan: Plan) {
    let words = PlanWords(programme: programme, plan: plan)
    let sections = [
      ToDoSection(words: words).section,
      UnscheduledSection(words: words).section,
      UnpairedSection(words: words).section,
      CalendarSection(words: words).section,
      EventsSection(words: words).section,
      MainstaysSection(words: words).section,
      PairsSection(words: words).section,
      MapSection(words: words).section,
      CostsSection(words: words).section,
      DataSection(words: words).section,
      FunnelSection(words: words).section,
    ].compactMap { $0 }
    let page = HTMLPage(
      title: "\(programme.settings.name): plan of \(plan.today.inWords)", style: .report,
      header: Self.header(words),
      contents: [.node(.ul, [], sections.map(\.link))],
      main: [HeadlineFigures(words: words).html] + sections.map(\.html),
      footer: Self.footer(words))
    file = ReportFile(name: "report.html", bytes: page.bytes)
  }

  private static func header(_ words: PlanWords) -> [HTML] {
    let settings = words.programme.settings
    return [
      .node(.h1, [], settings.name),
      .node(
        .p, [.class("muted")],
        "Plan made on \(words.plan.today.inWords) for visits from \(settings.visitsFrom.inWords) to "
          + "\(settings.visitsTo.inWords). All times are \(settings.timeZone). For the programme's own team: it "
          + "says who gives up what, and is not for the hospitals."),
    ]
  }

  private static func footer(_ words: PlanWords) -> [HTML] {
    [
      .node(
        .p, [],
        "Programme \(words.programme.settings.id). Made from the input with SHA-256 \(words.plan.inputDigest), seed "
          + "\(words.plan.seed). The same input and seed give the same page.")
    ]
  }
}
