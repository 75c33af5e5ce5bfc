import Domain

/// What a reader should know about the data before believing the plan.
struct DataSection {
  let words: PlanWords

  /// The section.
  var section: PageSection {
    let periods = PeriodWarnings(of: words.programme, in: words.plan).sentences
    let figures = AuditFindings(words: words).sentences + periods
    return PageSection(
      id: "data", heading: "About the data",
      content: list("The audit figures", figures, otherwise: "Nothing about them stands out.")
        + list("What the plan was made with", words.plan.warnings, otherwise: "Nothing to be said."))
  }

  private func list(_ heading: String, _ sentences: [String], otherwise: String) -> [HTML] {
    [
      .node(.h3, [], heading),
      sentences.isEmpty
        ? .node(.p, [], otherwise) : .node(.ul, [], sentences.map { .node(.li, [], $0) }),
    ]
  }
}
