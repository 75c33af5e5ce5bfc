public import Domain

/// The pairs alone, for a terminal: who meets whom, who is left out and why, and each pair's certificate.
public struct PairingReport: Sendable {
  /// The text, UTF-8 with line feeds.
  public let text: String

  /// The report on the pairs of `plan`, whose visits are not looked at.
  public init(programme: Programme, plan: Plan) {
    let words = PlanWords(programme: programme, plan: plan)
    var page = TextPage()
    page.title(programme.settings.name)
    page.paragraph("\(words.pairCount), \(words.pairingQuality).")
    if let runnerUp = PriceWords(words: words).runnerUp { page.paragraph(runnerUp) }
    PlanReport.pairs(words, on: &page)
    PlanReport.unpaired(words, on: &page)
    PlanReport.warnings(words, on: &page)
    PairCertificates(words: words).write(on: &page)
    text = page.text
  }
}
