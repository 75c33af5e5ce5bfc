import Domain

/// The search for discrepancies in one plan.
struct PlanAudit {
  let examination: Examination
  let plan: Plan
  /// What the plan costs by the checker's own account.
  let costs: CostSheet

  var facts: Facts { examination.facts }

  /// Every discrepancy: identity, sums, figures, pairs, visits.
  var discrepancies: [Discrepancy] {
    let sentences =
      identityFaults + costFaults + qualityFaults + unpairedFaults + comparisonFaults + sortingFaults
      + legFaults + fixedFaults + detailFaults + mishapFaults + eventFaults
    return sentences.map(Discrepancy.init(sentence:))
  }

  private var identityFaults: [String] {
    var faults: [String] = []
    if plan.programme != facts.settings.id {
      faults.append("The plan is of programme \(plan.programme), not of \(facts.settings.id).")
    }
    if plan.today != facts.settings.today {
      faults.append(
        "The plan was made for \(Words.date(plan.today)), not for \(Words.date(facts.settings.today)).")
    }
    return faults
  }

  private var costFaults: [String] {
    Preference.allCases.compactMap { preference in
      let (stated, real) = (plan.costs[preference], costs[preference])
      guard stated != real else { return nil }
      return "The plan states \(stated.count) min for \(preference.rawValue); it is \(real.count) min."
    }
  }

  private var qualityFaults: [String] {
    var faults: [String] = []
    if plan.visitsQuality.objective != plan.costs.total.count {
      faults.append(
        "The visits' objective is \(plan.visitsQuality.objective); "
          + "their stated costs add up to \(plan.costs.total.count).")
    }
    let score = plan.pairs.map(\.score.units).reduce(0, +)
    if plan.pairingQuality.objective != plan.unpairedCost - score {
      faults.append(
        "The pairing's objective is \(plan.pairingQuality.objective); "
          + "its scores and unpaired_cost make \(plan.unpairedCost - score).")
    }
    for (name, quality) in [("visits'", plan.visitsQuality), ("pairing's", plan.pairingQuality)]
    where quality.bound > quality.objective {
      faults.append("The \(name) bound \(quality.bound) is above the objective \(quality.objective).")
    }
    return faults
  }

  private var unpairedFaults: [String] {
    let paired = Set(plan.pairs.flatMap(\.teams))
    var faults: [String] = []
    var isAnyoneLeft = false
    for team in facts.programme.teams {
      let listings = plan.unpaired.filter { $0.team == team.id }.count
      let isEligible = team.isApproved && team.arm == .visit
      if isEligible, !paired.contains(team.id) {
        isAnyoneLeft = true
        if listings == 0 { faults.append("\(team.name) has no partner and is not listed as unpaired.") }
      }
      if listings > 0, paired.contains(team.id) {
        faults.append("\(team.name) has a partner and is listed as unpaired.")
      }
      if listings > 1 { faults.append("\(team.name) is listed as unpaired \(listings) times.") }
    }
    for unpaired in plan.unpaired where facts.register.team(unpaired.team) == nil {
      faults.append("\(unpaired.team) is listed as unpaired but is no team of the programme.")
    }
    if !isAnyoneLeft, plan.unpairedCost != 0 {
      faults.append("unpaired_cost is \(plan.unpairedCost) although every team has a partner.")
    }
    return faults
  }

  /// Standings within a millionth of an SD are the same.
  private var comparisonFaults: [String] {
    plan.pairs.flatMap { pair in
      pair.comparisons.flatMap { comparison in
        zip(pair.teams, comparison.standings).compactMap { team, stated -> String? in
          let real = facts.standings.standing(of: team, on: comparison.indicator)
          let agrees =
            switch (stated, real) {
            case (.some(let a), .some(let b)): abs(a - b) <= 1e-6
            case (nil, nil): true
            case (.some, nil), (nil, .some): false
            }
          guard !agrees else { return nil }
          return "\(facts.register.name(of: team)) is said to stand at \(Self.words(stated)) on "
            + "\(comparison.indicator) in \(pair.id); it stands at \(Self.words(real))."
        }
      }
    }
  }

  private static func words(_ standing: Double?) -> String {
    standing.map { "\(Score(deviations: $0)) SD" } ?? "no standing"
  }

  private var sortingFaults: [String] {
    var faults: [String] = []
    func check<Row>(_ rows: [Row], _ name: String, _ precedes: (Row, Row) -> Bool) {
      if zip(rows, rows.dropFirst()).contains(where: { precedes($1, $0) }) {
        faults.append("The plan's \(name) are not sorted.")
      }
    }
    check(plan.pairs, "pairs") { $0.id < $1.id }
    check(plan.visits, "visits") { a, b in
      a.interval.start != b.interval.start ? a.interval.start < b.interval.start : a.id < b.id
    }
    check(plan.unscheduled, "unscheduled visits") { $0.id < $1.id }
    check(plan.unpaired, "unpaired teams") { $0.team < $1.team }
    for pair in plan.pairs where pair.teams != pair.teams.sorted() {
      faults.append("The teams of \(pair.id) are not sorted.")
    }
    return faults
  }

  private var legFaults: [String] {
    examination.groups.flatMap { group -> [String] in
      let visits = examination.visits(of: group)
      return visits.enumerated().compactMap { place, visit in
        // Which of three is first is open while one of them has no date.
        let leg = visits.count >= group.teams.count ? place + 1 : nil
        guard visit.visit.leg != leg else { return nil }
        func words(_ leg: Int?) -> String { leg.map { "leg \($0)" } ?? "no leg" }
        return "\(Words.sentence(visit.name)) is called \(words(visit.visit.leg)); it is \(words(leg))."
      }
    }
  }

  private var fixedFaults: [String] {
    facts.programme.schedule.compactMap { row in
      guard let fixed = facts.fixedRow(of: row.id), let interval = fixed.interval else { return nil }
      let place = "\(interval.start.clock) on \(Words.date(interval.start.day))"
      guard let visit = plan.visits.first(where: { $0.id == row.id && $0.status != .cancelled }) else {
        return "\(row.id) is fixed at \(place); the plan does not hold it."
      }
      if visit.interval.start != interval.start {
        return "\(row.id) is fixed at \(place); the plan has it at \(visit.interval.start.clock) on "
          + "\(Words.date(visit.date))."
      }
      guard let leader = fixed.facilitator, leader != visit.facilitator else { return nil }
      return "\(row.id) is fixed with \(facts.register.name(of: leader)); the plan has it with "
        + "\(visit.facilitator.map { facts.register.name(of: $0) } ?? "nobody")."
    }
  }

  private var detailFaults: [String] {
    examination.visits.flatMap { visit -> [String] in
      guard let agenda = visit.visit.detail?.agenda else { return [] }
      var faults = agenda.compactMap { item -> String? in
        guard let session = facts.settings.visits.agenda.first(where: { $0.id == item.session }),
          session.title != item.title
        else { return nil }
        return "\(Words.sentence(visit.name)) calls \(item.session) \"\(item.title)\"; "
          + "it is \"\(session.title)\"."
      }
      let rooms = agenda.compactMap(\.room)
      func uses(_ room: RoomID) -> Int { rooms.filter { $0 == room }.count }
      let most = rooms.map(uses).max() ?? 0
      let named = visit.visit.room.map(uses)
      if named ?? 0 != most || named == 0 {
        let stated = visit.visit.room.map { facts.register.name(of: $0) } ?? "no room"
        faults.append(
          "\(Words.sentence(visit.name)) names \(stated), which is not the room of most sessions.")
      }
      return faults
    }
  }
}
