import Domain

/// The sentences of an explanation.
struct ExplanationWords {
  let programme: Programme
  let explanation: VisitExplanation

  /// So many asks are shown; more would not be read.
  static let mostAsks = 8

  /// As in `Wythenshawe hosts Blackburn`.
  var name: String { name(explanation.host, explanation.visitors) }

  /// Where the visit stands, and what holds it there.
  var head: [String] {
    guard let row = programme.scheduledVisit(explanation.id), let interval = row.interval,
      row.status != .cancelled
    else { return ["Without a date."] }
    let leader = row.facilitator.map { ", led by \(name($0))" } ?? ""
    var cost = ""
    if case .possible(let way) = explanation.chosen?.outcome {
      cost =
        isAsItStands(way)
        ? "; it costs \(Figures.hours(way.costs.total)) clinician-hours"
        : "; planned anew for that day it would cost \(Figures.hours(way.costs.total)) clinician-hours"
    }
    var sentences = [
      "On \(interval.start.day.inWords), \(interval.start.clock)–\(Cells.end(of: interval))\(leader)\(cost)."
    ]
    if explanation.chosen == nil {
      sentences.append("The host has no MDT meeting on that day.")
    }
    let today = programme.settings.today
    if let pin = row.pin {
      let by = pin.by.map { " by \($0)" } ?? ""
      let reason = pin.reason.map { " (\($0))" } ?? ""
      sentences.append(
        "It is pinned\(by)\(reason) and stays there; what follows is as if it were not pinned.")
    } else if interval.start.day <= today {
      sentences.append("Its day is over; what follows is as if it were still to be planned.")
    } else if row.isFixed {
      sentences.append("It is \(row.status.rawValue) and stays there; what follows is as if it could move.")
    } else if row.isPublished {
      sentences.append("It is published: moving it costs, and that is counted below.")
    }
    return sentences
  }

  /// Whether a way to hold the visit on its day is the one that the schedule has: its hours, and who leads it.
  private func isAsItStands(_ way: PossibleDate) -> Bool {
    let row = programme.scheduledVisit(explanation.id)
    return row?.interval == way.interval && row?.facilitator == way.facilitator
  }

  /// Whether something is shown that nobody can be asked for.
  var hasFixed: Bool {
    explanation.dates.contains { verdict in
      guard case .blocked(let obstacles) = verdict.outcome else { return false }
      return obstacles.contains { $0.remedy == .nothing }
    }
  }

  /// What keeps the visit from a day.
  func blocked(_ obstacles: [Obstacle], on verdict: DateVerdict) -> String {
    guard !obstacles.isEmpty else { return "not possible, whatever is lifted" }
    let clauses = obstacles.map {
      $0.clause(in: programme, on: verdict.day) + ($0.remedy == .nothing ? "*" : "")
    }
    let text = clauses.joined(separator: "; ")
    return (verdict.isChosen ? "where it is, though " : "") + text
  }

  /// A way to hold the visit, against the date it has.
  func possible(_ way: PossibleDate, isChosen: Bool) -> String {
    let leader = way.facilitator.map { ", led by \(name($0))" } ?? ""
    let when = "\(way.interval.start.clock)–\(Cells.end(of: way.interval))\(leader)"
    if isChosen {
      return (isAsItStands(way) ? "where it is" : "where it is, planned anew")
        + ": \(when), \(parts(of: way.costs))"
    }
    guard case .possible(let chosen) = explanation.chosen?.outcome else {
      return "possible: \(when), \(parts(of: way.costs))"
    }
    let difference = way.costs - chosen.costs
    let total = difference.total
    let verdict =
      total == .zero
      ? "at the same cost" : "\(hours(total)) \(total > .zero ? "more" : "less") than where it is"
    let changes = Preference.allCases.filter { difference[$0] != .zero }.map {
      "\(difference[$0] > .zero ? "+" : "−")\(hours(difference[$0])) \($0.inWords)"
    }
    return "possible: \(when), \(verdict)" + (changes.isEmpty ? "" : " (\(changes.joined(separator: ", ")))")
  }

  private func parts(of costs: CostSheet) -> String {
    let parts = Preference.allCases.filter { costs[$0] != .zero }.map { "\(hours(costs[$0])) \($0.inWords)" }
    return hours(costs.total) + (parts.count > 1 ? " (\(parts.joined(separator: ", ")))" : "")
  }

  private func hours(_ minutes: Minutes) -> String { "\(Figures.hours(Minutes(abs(minutes.count)))) h" }

  /// What to do and by when.
  func wish(_ ask: Ask) -> String {
    let sentence = ask.sentence(in: programme)
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
  }

  /// What comes of it.
  func promise(_ ask: Ask) -> String {
    let when: String
    switch (ask.date, explanation.chosen) {
    case (let date?, let chosen?):
      when =
        date.start.day == chosen.day
        ? "The visit stays on \(date.start.day.inWords)" : "The visit moves to \(date.start.day.inWords)"
    case (let date?, nil): when = "The visit is then on \(date.start.day.inWords)"
    case (nil, _): when = "The visit still has no date"
    }
    var parts: [String] = []
    if ask.placed > 0 {
      parts.append("\(Figures.count(ask.placed, "more visit")) \(ask.placed == 1 ? "has" : "have") a date")
    }
    if ask.placed < 0 {
      parts.append("\(Figures.count(-ask.placed, "visit")) fewer \(ask.placed == -1 ? "has" : "have") a date")
    }
    if ask.moved > 0 {
      parts.append("\(Figures.count(ask.moved, "other visit")) \(ask.moved == 1 ? "moves" : "move")")
    }
    let rest = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    return "\(when); the plan gains \(Figures.hours(ask.gain)) clinician-hours\(rest)."
  }

  /// What to say where there is nothing to ask for.
  var noAsk: String {
    explanation.chosen == nil
      ? "Nothing that was tried gives the visit a date (\(Figures.count(explanation.tried, "plan")) made anew)."
      : "Nothing that was tried makes the plan better (\(Figures.count(explanation.tried, "plan")) made anew)."
  }

  /// What the gains rest on.
  var basis: String {
    let shown = min(explanation.asks.count, Self.mostAsks)
    let more =
      explanation.asks.count > shown ? " The best \(shown) of \(explanation.asks.count) are shown." : ""
    return "Each gain is that of the whole plan made anew with what is asked, against the same without it; "
      + "\(Figures.count(explanation.tried, "ask")) \(explanation.tried == 1 ? "was" : "were") tried." + more
  }

  private func name(_ host: TeamID, _ visitors: [TeamID]) -> String {
    "\(name(host)) hosts \(Figures.list(visitors.map(name)))"
  }

  private func name(_ team: TeamID) -> String { programme.team(team)?.name ?? team.text }
  private func name(_ facilitator: FacilitatorID) -> String {
    programme.facilitator(facilitator)?.name ?? facilitator.text
  }
}
