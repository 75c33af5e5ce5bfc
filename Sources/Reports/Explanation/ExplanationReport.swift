public import Domain

/// What is to be said of one visit, for a project manager, in plain text of at most a hundred columns.
public struct ExplanationReport: Sendable {
  /// The text, UTF-8 with line feeds.
  public let text: String

  /// The text of `explanation`; `programme` has the schedule that it is about.
  public init(programme: Programme, explanation: VisitExplanation) {
    let words = ExplanationWords(programme: programme, explanation: explanation)
    var page = TextPage()
    page.title("\(words.name) (\(explanation.id))")
    for sentence in words.head { page.paragraph(sentence) }
    Self.dates(words, on: &page)
    Self.asks(words, on: &page)
    text = page.text
  }

  private static func dates(_ words: ExplanationWords, on page: inout TextPage) {
    let dates = words.explanation.dates
    page.heading("EVERY MDT DATE OF THE HOST, WHILE ALL OTHER VISITS STAY")
    if dates.isEmpty { page.paragraph("The host has no MDT meeting in the window.", lead: "  ") }
    for verdict in dates {
      let date = verdict.day.inWords
      let lead = "  " + date + String(repeating: " ", count: max(0, 15 - date.count)) + "  "
      switch verdict.outcome {
      case .possible(let way):
        page.paragraph(words.possible(way, isChosen: verdict.isChosen), lead: lead)
      case .blocked(let obstacles):
        page.paragraph(words.blocked(obstacles, on: verdict), lead: lead)
      }
    }
    if words.hasFixed {
      page.gap()
      page.paragraph("* Nobody can be asked for this.", lead: "  ")
    }
  }

  private static func asks(_ words: ExplanationWords, on page: inout TextPage) {
    page.heading("WHAT TO ASK FOR, AND WHAT THE WHOLE PLAN GAINS BY IT")
    let asks = words.explanation.asks
    guard !asks.isEmpty else { return page.paragraph(words.noAsk, lead: "  ") }
    for (index, ask) in asks.prefix(ExplanationWords.mostAsks).enumerated() {
      let number = "\(index + 1). "
      let lead = String(repeating: " ", count: max(0, 6 - number.count)) + number
      page.paragraph(words.wish(ask), lead: lead)
      page.paragraph(words.promise(ask), lead: String(repeating: " ", count: lead.count))
    }
    page.gap()
    page.paragraph(words.basis, lead: "  ")
  }
}
