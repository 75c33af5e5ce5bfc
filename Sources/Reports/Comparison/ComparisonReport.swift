public import Domain
import WhatIf

/// Schedules side by side, in words and numbers: what moves, why, what it asks of people and what it costs.
public struct ComparisonReport: Sendable {
  /// The text, with line feeds.
  public let text: String

  /// The report on `scenarios`, in the order of the questions; several are ranked first.
  public init(programme: Programme, scenarios: [ScenarioComparison]) {
    var page = TextPage()
    page.title(programme.settings.name)
    if scenarios.count > 1 {
      page.heading("Side by side, the mildest first")
      page.wholeTable(Self.ranking(scenarios))
    }
    for scenario in scenarios { Self.write(scenario, to: &page) }
    page.gap()
    page.paragraph("Nothing that is published has changed.")
    text = page.text
  }

  private static func ranking(_ scenarios: [ScenarioComparison]) -> TextTable {
    let ranked = scenarios.sorted(by: ScenarioComparison.isMilder)
    return TextTable(
      [
        .words("What if"), .numbers("visits fewer"), .numbers("without a date"), .numbers("moved"),
        .numbers("days later"),
        .numbers("notice broken, h"), .numbers("cost, h"),
      ],
      rows: ranked.map { scenario in
        [
          scenario.name, "\(scenario.difference.fewerVisits)", signed(scenario.addedUnscheduled),
          "\(scenario.difference.moves.count)", signed(scenario.difference.delay),
          Figures.hours(Minutes(scenario.noticeCost)),
          signedHours(scenario.addedCost),
        ]
      })
  }

  private static func write(_ scenario: ScenarioComparison, to page: inout TextPage) {
    let difference = scenario.difference
    page.gap()
    page.title("What if: \(scenario.name)")
    let changes = ChangeWords(programme: scenario.changed)
    for change in scenario.changes { page.paragraph(changes.sentence(change), lead: "- ") }
    page.gap()
    page.paragraph(ComparisonHeadline(scenario: scenario).text)
    let words = PlanWords(programme: scenario.changed, plan: scenario.after)
    partners(scenario, words, to: &page)
    visits("Moves", difference.moves, scenario, words, to: &page)
    visits("Same time, another room or end", difference.adjusted, scenario, words, to: &page)
    ended("Cancelled", difference.cancelled, scenario, words, to: &page)
    ended("Without a date now", difference.lost, scenario, words, to: &page)
    ended("Visits of pairs that are no more", difference.gone, scenario, words, to: &page)
    begun("Visits that have a date now", difference.gained, scenario, words, to: &page)
    begun("Visits of new pairs", difference.new, scenario, words, to: &page)
    undated(difference.undated, words, to: &page)
    staying(scenario, words, to: &page)
    if !scenario.standing.isEmpty {
      page.heading(
        "Stays where it is, though it breaks a rule then; take its pin or confirmation away to move it")
      for sentence in scenario.standing { page.paragraph(sentence, lead: "- ") }
    }
    page.heading("Cost in clinician-hours")
    page.wholeTable(costs(difference))
  }

  private static func partners(
    _ scenario: ScenarioComparison, _ words: PlanWords, to page: inout TextPage
  ) {
    let difference = scenario.difference
    guard !difference.newPairs.isEmpty || !difference.deserted.isEmpty || !difference.brokenPairs.isEmpty
    else { return }
    page.heading("Partners")
    let withdrawn = Set(
      scenario.changes.compactMap { change -> TeamID? in
        if case .withdraw(let team) = change.event { team } else { nil }
      })
    for pair in scenario.before.pairs where difference.brokenPairs.contains(pair.id) {
      let why =
        pair.teams.contains(where: withdrawn.contains)
        ? "ends with the withdrawal" : "is broken up; they have not met yet"
      page.paragraph("The pair of \(Figures.list(words.names(pair.teams))) \(why).", lead: "- ")
    }
    for pair in difference.newPairs {
      page.paragraph(
        "\(Figures.list(words.names(pair.teams))) are partners now: score \(Figures.deviations(pair.score)) SD, "
          + "each can learn \(Figures.list(pair.gains.map { Figures.deviations($0) })) SD, "
          + "\(words.drive(of: pair)) by road.", lead: "- ")
    }
    for team in difference.deserted {
      page.paragraph("\(words.name(team.team)) has no partner any more: \(team.reason)", lead: "- ")
    }
    for sentence in scenario.alternatives { page.paragraph("Instead: \(sentence)", lead: "- ") }
  }

  private static func visits(
    _ heading: String, _ moves: [PlanDifference.Move], _ scenario: ScenarioComparison, _ words: PlanWords,
    to page: inout TextPage
  ) {
    guard !moves.isEmpty else { return }
    page.heading(heading)
    for move in moves {
      page.paragraph(words.visit(move.after.host, move.after.visitors), lead: "- ")
      let times =
        move.before.interval == move.after.interval
        ? "stays on \(time(move.after))" : "from \(time(move.before)) to \(time(move.after))"
      page.paragraph(times + lead(move, words) + ".", lead: "  ")
      if let why = scenario.reasons[move.after.id] { page.paragraph("Because \(why).", lead: "  ") }
      if let notice = scenario.noticeBroken(by: move.after) { page.paragraph(notice, lead: "  ") }
      let consequences = MoveConsequences(scenario, from: move.before, to: move.after)
      for sentence in consequences.sentences(scenario, move.after) { page.paragraph(sentence, lead: "  ") }
    }
  }

  private static func ended(
    _ heading: String, _ visits: [Visit], _ scenario: ScenarioComparison, _ words: PlanWords,
    to page: inout TextPage
  ) {
    guard !visits.isEmpty else { return }
    let difference = scenario.difference
    page.heading(heading)
    for visit in visits {
      page.paragraph("\(words.visit(visit.host, visit.visitors)), was on \(time(visit)).", lead: "- ")
      if let why = scenario.reasons[visit.id] { page.paragraph("Because \(why).", lead: "  ") }
      let unscheduled = scenario.after.unscheduled.first { $0.id == visit.id }
      let isNamed = scenario.changes.contains { change in
        if case .moveTo(let id, _) = change.event { id == visit.id } else { false }
      }
      // Where one day alone was asked about, the reason above says what is in the way there.
      if let unscheduled, !difference.cancelled.contains(visit) {
        if !isNamed { page.paragraph("No other date: \(unscheduled.reason).", lead: "  ") }
        if let ask = unscheduled.cheapestAsk { page.paragraph("To ask for: \(ask).", lead: "  ") }
      }
      let consequences = MoveConsequences(scenario, from: visit, to: nil)
      for sentence in consequences.sentences(scenario, nil) { page.paragraph(sentence, lead: "  ") }
    }
  }

  private static func begun(
    _ heading: String, _ visits: [Visit], _ scenario: ScenarioComparison, _ words: PlanWords,
    to page: inout TextPage
  ) {
    guard !visits.isEmpty else { return }
    page.heading(heading)
    for visit in visits {
      let leader = visit.facilitator.map { ", led by \(words.name($0))" } ?? ""
      page.paragraph("\(words.visit(visit.host, visit.visitors)), on \(time(visit))\(leader).", lead: "- ")
      let consequences = MoveConsequences(scenario, from: nil, to: visit)
      for sentence in consequences.sentences(scenario, visit) { page.paragraph(sentence, lead: "  ") }
    }
  }

  private static func undated(
    _ visits: [UnscheduledVisit], _ words: PlanWords, to page: inout TextPage
  ) {
    guard !visits.isEmpty else { return }
    page.heading("Visits of new pairs without a date")
    for visit in visits {
      page.paragraph("\(words.visit(visit.host, visit.visitors)): \(visit.reason).", lead: "- ")
      if let ask = visit.cheapestAsk { page.paragraph("To ask for: \(ask).", lead: "  ") }
    }
  }

  /// Visits that stay and ask other people to give something up, or no longer.
  private static func staying(
    _ scenario: ScenarioComparison, _ words: PlanWords, to page: inout TextPage
  ) {
    let difference = scenario.difference
    let told = Set((difference.moves + difference.adjusted).map(\.after.id))
    let before = Dictionary(scenario.before.visits.map { ($0.id, $0) }) { first, _ in first }
    let changes = scenario.after.visits.compactMap { visit -> (visit: Visit, sentences: [String])? in
      guard !told.contains(visit.id), let old = before[visit.id] else { return nil }
      let sentences = MoveConsequences(scenario, from: old, to: visit).sentences(scenario, visit)
      return sentences.isEmpty ? nil : (visit, sentences)
    }
    guard !changes.isEmpty else { return }
    page.heading("Same time, other people or rooms")
    for change in changes {
      page.paragraph(
        "\(words.visit(change.visit.host, change.visit.visitors)), stays on \(time(change.visit)).",
        lead: "- ")
      for sentence in change.sentences { page.paragraph(sentence, lead: "  ") }
    }
  }

  private static func time(_ visit: Visit) -> String {
    "\(visit.date.inWords), \(visit.interval.start.clock)–\(Cells.end(of: visit.interval))"
  }

  private static func lead(_ move: PlanDifference.Move, _ words: PlanWords) -> String {
    guard move.isLedAnew else { return "" }
    switch (move.before.facilitator, move.after.facilitator) {
    case (let old?, let new?): return ", led by \(words.name(new)) instead of \(words.name(old))"
    case (nil, let new?): return ", led by \(words.name(new))"
    case (_, nil): return ", without a facilitator"
    }
  }

  private static func costs(_ difference: PlanDifference) -> TextTable {
    let (old, new) = (difference.costsBefore, difference.costsAfter)
    var rows: [[String]] = []
    for preference in Preference.allCases where old[preference] != .zero || new[preference] != .zero {
      rows.append([
        preference.inWords, Figures.hours(old[preference]), Figures.hours(new[preference]),
        signedHours(new[preference].count - old[preference].count),
      ])
    }
    rows.append([
      "in all", Figures.hours(old.total), Figures.hours(new.total), signedHours(difference.addedCost),
    ])
    return TextTable(
      [.words(""), .numbers("as it stands"), .numbers("then"), .numbers("difference")], rows: rows)
  }

  static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

  static func signedHours(_ minutes: Int) -> String {
    (minutes > 0 ? "+" : "") + Figures.hours(Minutes(minutes))
  }
}
