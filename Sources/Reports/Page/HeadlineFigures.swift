import Domain

/// The first thing on the page: how many pairs and visits, what they cost, and what is proven of it.
struct HeadlineFigures {
  let words: PlanWords

  /// Three boxes.
  var html: HTML {
    .node(
      .dl, [.class("headline")],
      [
        Self.box("Pairs", words.pairCount, [pairs]),
        Self.box("Visits", placed, [visits]),
        Self.box("Cost", "\(Figures.hours(words.plan.costs.total)) clinician-hours", cost),
      ])
  }

  private static func box(_ term: String, _ figure: String, _ sentences: [String]) -> HTML {
    .node(
      .div, [],
      [
        .node(.dt, [], term),
        .node(.dd, [.class("figure")], figure),
      ] + sentences.map { .node(.dd, [], $0) })
  }

  private var placed: String {
    let all = words.plan.visits.count + words.plan.unscheduled.count
    return words.plan.unscheduled.isEmpty
      ? Figures.count(all, "visit") : "\(words.plan.visits.count) of \(Figures.count(all, "visit"))"
  }

  private var pairs: String {
    let plan = words.plan
    if plan.pairs.isEmpty { return "No two teams could be paired under the programme's rules." }
    if plan.pairs.allSatisfy(\.isForced) { return "Every pair was decided beforehand; none was chosen." }
    let quality = plan.pairingQuality
    guard quality.isProven else {
      let gap = Score(units: quality.objective - quality.bound)
      return "Time ran out before it was clear that no other pairing is better; another could score at most "
        + "\(Figures.deviations(gap)) standard deviations more, all pairs together."
    }
    return "Proven: under the programme's rules no other way of pairing these teams scores more. "
      + Self.basis(of: quality)
  }

  private var visits: String {
    let plan = words.plan
    if plan.pairs.isEmpty { return "Without pairs there is nothing to schedule." }
    let each = plan.unscheduled.isEmpty ? "Each has a date. " : ""
    let quality = plan.visitsQuality
    guard quality.isProven else {
      guard quality.bound > 0 else {
        return each + "How much another schedule could save was not found out; the warnings say why."
      }
      let gap = Minutes(quality.objective - quality.bound)
      let share = Figures.decimal(
        quality.objective > 0 ? Double(gap.count) / Double(quality.objective) * 100 : 0, places: 1)
      return each
        + "Time ran out before it was clear that no other schedule is better; another could save at most "
        + "\(Figures.hours(gap)) clinician-hours\(share.map { " (\($0)%)" } ?? "")."
    }
    return each + "Proven: for these pairs no other schedule costs less. " + Self.basis(of: quality)
  }

  private var cost: [String] {
    let plan = words.plan
    let missing = plan.costs[.unscheduled]
    let what =
      "Waiting, absences, clinics given up, nights away and driving, each at the price in programme.yaml."
    guard missing > .zero else { return [what] }
    return [
      "\(Figures.hours(missing)) of them stand for visits without a date; "
        + "\(Figures.hours(plan.costs.total - missing)) are for the others.",
      what,
    ]
  }

  private static func basis(of quality: Quality) -> String {
    switch quality.proof {
    case .dual:
      "The proof adds up, in whole numbers, the prices that the solver found for everything scarce (dual values); "
        + "they leave no room for a better answer."
    case .search: "The proof is a search through all that could be better, which finished."
    }
  }
}
