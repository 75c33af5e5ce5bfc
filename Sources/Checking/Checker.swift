public import Domain

/// The independent word on a plan of one programme.
///
/// Everything is worked out again from the programme's own tables: meeting dates, diaries, drives, standings,
/// the agenda and every cost. A plan's stated figures are compared with that, never believed. Work grows with
/// visits × people for schedules, and with pairs × meeting dates for a plan's common dates.
public struct Checker: Sendable {
  let facts: Facts

  /// Indexes `programme` once; all answers are about this programme. Of `published` visits people have been told,
  /// besides those of the programme's own schedule.
  public init(programme: Programme, published: [ScheduledVisit] = []) {
    facts = Facts(programme: programme, published: published)
  }

  /// Every rule that `plan` breaks, save by visits that were fixed beforehand; sorted by rule, subject and
  /// sentence.
  public func breaches(of plan: Plan) -> [Breach] { allBreaches(of: plan).breaches }

  /// The breaches of `plan` that rest on past, pinned, confirmed or held visits alone; sorted likewise.
  public func standingBreaches(of plan: Plan) -> [Breach] { allBreaches(of: plan).standing }

  /// Both at once, at the cost of one: every rule that `plan` breaks, and what of it stands.
  public func allBreaches(of plan: Plan) -> (breaches: [Breach], standing: [Breach]) {
    let findings = findings(in: examination(of: plan))
    return (Self.breaches(in: findings, standing: false), Self.breaches(in: findings, standing: true))
  }

  /// Every rule that a schedule breaks, save by visits that were fixed beforehand; sorted likewise.
  ///
  /// Visits without detail are judged by what is possible: whether roles can be filled, whether the agenda can
  /// be packed around the meeting, whether rooms can be had. `pairs` holds the teams of each pair or trio. Legs
  /// that have no visit are no breach here.
  public func breaches(of visits: [Visit], pairs: [[TeamID]]) -> [Breach] {
    allBreaches(of: visits, pairs: pairs).breaches
  }

  /// The breaches of a schedule that rest on past, pinned, confirmed or held visits alone; sorted likewise.
  public func standingBreaches(of visits: [Visit], pairs: [[TeamID]]) -> [Breach] {
    allBreaches(of: visits, pairs: pairs).standing
  }

  /// Both of a schedule at once, at the cost of one.
  public func allBreaches(of visits: [Visit], pairs: [[TeamID]]) -> (breaches: [Breach], standing: [Breach]) {
    let findings = findings(in: examination(of: visits, pairs: pairs))
    return (Self.breaches(in: findings, standing: false), Self.breaches(in: findings, standing: true))
  }

  /// What `plan` costs, from its stated agendas and attendance: all visits, pairs, facilitators and legs
  /// without a visit, in clinician-minutes.
  public func costs(of plan: Plan) -> CostSheet {
    Self.sheet(of: charges(in: examination(of: plan)))
  }

  /// What one visit costs by itself, in clinician-minutes.
  ///
  /// Without detail, only what date, drives and facilitator cost: nothing that depends on who comes.
  public func cost(of visit: Visit) -> CostSheet {
    Self.sheet(of: visitCharges(of: visit))
  }

  /// What one person's coming or staying away costs at `visit`, in clinician-minutes: absence, clinics, "if
  /// needed", not preferred and overnight; zero where the visit does not list them.
  public func attendanceCost(of attendee: Attendee, at visit: Visit) -> Minutes {
    visitCharges(of: visit).filter { $0.attendee == attendee }.map(\.minutes).reduce(.zero, +)
  }

  /// Why `visit` is charged for `preference`, as sentences for people; `nil` where it is not charged.
  public func explanation(of preference: Preference, for visit: Visit) -> String? {
    let sentences = visitCharges(of: visit).filter { $0.preference == preference }.map(\.sentence)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// Why `plan` is charged for `preference`, a sentence for each charge in the order of visits; empty where it
  /// is not charged.
  public func explanations(of preference: Preference, in plan: Plan) -> [String] {
    charges(in: examination(of: plan)).filter { $0.preference == preference }.map(\.sentence)
  }

  /// The figures of a pair or trio of `teams`, worked out again; `nil` where a team is unknown or their number
  /// is neither two nor three.
  public func figures(of teams: [TeamID]) -> PairFigures? {
    PairFigures(of: teams, facts: facts)
  }

  /// Where `plan` contradicts itself or its programme in what no rule covers: sums, sorting, leg numbers, fixed
  /// visits that moved; in a fixed order.
  public func discrepancies(in plan: Plan) -> [Discrepancy] {
    PlanAudit(examination: examination(of: plan), plan: plan, costs: costs(of: plan)).discrepancies
  }
}

extension Checker {
  private func examination(of plan: Plan) -> Examination {
    Examination(
      facts: facts, visits: plan.visits, groups: plan.pairs.map(\.teams), pairs: plan.pairs,
      unscheduled: plan.unscheduled)
  }

  private func examination(of visits: [Visit], pairs: [[TeamID]]) -> Examination {
    Examination(facts: facts, visits: visits, groups: pairs, pairs: nil, unscheduled: nil)
  }

  private func findings(in examination: Examination) -> [Finding] {
    Registry.rules.flatMap { $0.findings(in: examination) }
  }

  private func charges(in examination: Examination) -> [Charge] {
    Registry.preferences.flatMap { $0.charges(in: examination) }
  }

  private func visitCharges(of visit: Visit) -> [Charge] {
    charges(in: examination(of: [visit], pairs: [])).filter { $0.isOfVisit }
  }

  private static func breaches(in findings: [Finding], standing: Bool) -> [Breach] {
    let order = Registry.rules.map { $0.rule }
    func place(_ breach: Breach) -> Int { order.firstIndex(of: breach.rule) ?? order.count }
    let sorted = findings.filter { $0.isStanding == standing }.map(\.breach).sorted { a, b in
      if place(a) != place(b) { return place(a) < place(b) }
      if a.subject != b.subject { return a.subject.utf8.lexicographicallyPrecedes(b.subject.utf8) }
      return a.sentence.utf8.lexicographicallyPrecedes(b.sentence.utf8)
    }
    // Two meetings or two journeys may give the same sentence; a reader needs it once.
    var unique: [Breach] = []
    for breach in sorted where unique.last != breach { unique.append(breach) }
    return unique
  }

  private static func sheet(of charges: [Charge]) -> CostSheet {
    var sheet = CostSheet.zero
    for charge in charges { sheet[charge.preference] += charge.minutes }
    return sheet
  }
}
