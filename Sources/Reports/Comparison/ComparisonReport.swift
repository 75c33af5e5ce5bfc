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
        .words("What if"), .numbers("visits moved"), .numbers("without a date"), .numbers("days later"),
        .numbers("notice broken, h"), .numbers("cost, h"),
      ],
      rows: ranked.map { scenario in
        [
          scenario.name, "\(scenario.difference.moves.count)", signed(scenario.addedUnscheduled),
          signed(scenario.difference.delay), Figures.hours(Minutes(scenario.noticeCost)),
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
    page.paragraph(summary(scenario))
    let words = PlanWords(programme: scenario.changed, plan: scenario.after)
    partners(scenario, words, to: &page)
    visits("Moves", difference.moves, scenario, words, to: &page)
    visits("Same time, another room or end", difference.adjusted, scenario, words, to: &page)
    ended("Cancelled", difference.cancelled, scenario, words, to: &page)
    ended("Without a date now", difference.lost, scenario, words, to: &page)
    ended("Visits of pairs that are no more", difference.gone, scenario, words, to: &page)
    begun("Visits that have a date now", difference.gained, scenario, words, to: &page)
    begun("Visits of new pairs", difference.new, scenario, words, to: &page)
    if !scenario.standing.isEmpty {
      page.heading(
        "Stays where it is, though it breaks a rule then; take its pin or confirmation away to move it")
      for sentence in scenario.standing { page.paragraph(sentence, lead: "- ") }
    }
    page.heading("Cost in clinician-hours")
    page.wholeTable(costs(difference))
  }

  /// The whole of it in a few sentences.
  private static func summary(_ scenario: ScenarioComparison) -> String {
    let difference = scenario.difference
    let stay =
      scenario.after.visits.count - difference.moves.count - difference.gained.count - difference.new.count
    var sentences: [String] = []
    if difference.isEmpty {
      sentences.append("Every visit stays where it is.")
    } else {
      let move = difference.moves.count
      sentences.append(
        move == 0
          ? "No visit moves."
          : "\(Figures.count(move, "visit")) \(move == 1 ? "moves" : "move"), \(stay) stay.")
    }
    let lost = difference.lost.count
    if lost > 0 {
      sentences.append("\(Figures.count(lost, "visit")) \(lost == 1 ? "has" : "have") no date any more.")
    }
    let cancelled = difference.cancelled.count
    if cancelled > 0 {
      sentences.append("\(Figures.count(cancelled, "visit")) \(cancelled == 1 ? "is" : "are") cancelled.")
    }
    let gained = difference.gained.count
    if gained > 0 {
      sentences.append(
        "\(Figures.count(gained, "visit")) that had no date \(gained == 1 ? "has" : "have") one.")
    }
    if difference.delay != 0 {
      let days = Figures.count(abs(difference.delay), "day")
      sentences.append("Visits are \(days) \(difference.delay > 0 ? "later" : "earlier") in all.")
    }
    let hours = Figures.hours(Minutes(abs(scenario.addedCost)))
    sentences.append(
      scenario.addedCost == 0
        ? "It costs nobody more."
        : "It costs \(hours) clinician-hours \(scenario.addedCost > 0 ? "more" : "less")"
          + (difference.costsAfter[.movePublished] == .zero
            ? "." : ", the moves themselves included."))
    let quality = scenario.after.visitsQuality
    if quality.isProven {
      sentences.append("No schedule after this costs less: that is proven.")
    } else {
      let gap = Minutes(quality.objective - quality.bound)
      sentences.append("Another schedule could save at most \(Figures.hours(gap)) h; more time may find it.")
    }
    return sentences.joined(separator: " ")
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
      if let unscheduled, !difference.cancelled.contains(visit) {
        page.paragraph("No other date: \(unscheduled.reason).", lead: "  ")
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
