public import Domain

/// The checker's word on a plan before anybody sees it.
public struct Verdict: Sendable {
  /// What is to be said against the plan, a sentence each; empty where it passed.
  public let faults: [String]
  /// What past, pinned, confirmed and held visits break by themselves, in words: nothing to be mended by planning.
  public let standing: [String]
  /// Those of `standing` that are about visits, and not about who is whose partner.
  public let standingOfVisits: [String]

  /// What a plan is meant to hold, and so what it is examined for.
  public enum Scope: Sendable {
    /// Pairs and visits.
    case plan
    /// Visits of pairs that were given by hand, good or bad.
    case visitsOfGivenPairs
    /// Pairs, and no visits yet.
    case pairs
  }

  /// Examines `plan`. What is wrong with who is whose partner in one of `kept`, pairs that stood before, is standing.
  public init(_ programme: Programme, _ plan: Plan, _ scope: Scope, kept: Set<PairID> = []) {
    switch scope {
    case .plan:
      let checker = Checker(programme: programme)
      let found = checker.allBreaches(of: plan)
      let names = Set(kept.map(\.text))
      func isKept(_ breach: Breach) -> Bool { breach.rule.isAboutPairs && names.contains(breach.subject) }
      (standing, standingOfVisits) = Self.standing(found.standing + found.breaches.filter(isKept))
      faults =
        Self.words(found.breaches.filter { !isKept($0) }) + checker.discrepancies(in: plan).map(\.sentence)
    case .visitsOfGivenPairs:
      let checker = Checker(programme: programme)
      let found = checker.allBreaches(of: plan)
      // Pairs that were given are as good as forced, whatever pair_rules.csv says.
      (standing, standingOfVisits) = Self.standing(found.standing.filter { $0.rule != .forcedPair })
      faults =
        Self.words(found.breaches.filter { !$0.rule.isAboutPairs })
        + checker.discrepancies(in: plan).map(\.sentence)
    case .pairs:
      // Pairs alone hold no visit, so no fixed visit is missing; but fixed and published ones settle their pairs.
      var undatedProgramme = programme
      undatedProgramme.schedule = []
      let checker = Checker(programme: undatedProgramme)
      (standing, standingOfVisits) = ([], [])
      let undated = Self.undated(plan, by: checker)
      faults =
        Self.words(Checker(programme: programme).breaches(of: undated).filter(\.rule.isAboutPairs))
        + checker.discrepancies(in: undated).map(\.sentence)
    }
  }

  /// `plan` as the checker expects a plan without visits: every leg accounted for, and charged for having no
  /// date.
  private static func undated(_ plan: Plan, by checker: Checker) -> Plan {
    var undated = plan
    undated.unscheduled = plan.pairs.flatMap { pair in
      pair.teams.map { host in
        UnscheduledVisit(host: host, visitors: pair.teams.filter { $0 != host }, reason: "not scheduled")
      }
    }
    .sorted { $0.id < $1.id }
    undated.costs = checker.costs(of: undated)
    let total = undated.costs.total.count
    undated.visitsQuality = Quality(objective: total, bound: total, proof: .dual)
    return undated
  }

  private static func standing(_ breaches: [Breach]) -> (all: [String], ofVisits: [String]) {
    func sentence(_ breach: Breach) -> String {
      "Standing breach of \(breach.rule.rawValue), \(breach.subject): \(breach.sentence)"
    }
    return (breaches.map(sentence), breaches.filter { !$0.rule.isAboutPairs }.map(sentence))
  }

  private static func words(_ breaches: [Breach]) -> [String] {
    breaches.map { "\($0.rule.rawValue): \($0.subject): \($0.sentence)" }
  }
}

extension Rule {
  /// Whether the rule is about who is paired, not about visits.
  fileprivate var isAboutPairs: Bool {
    switch self {
    case .onePartnerPerTeam, .eligibleTeams, .keptApart, .travelLimit, .levelGapLimit, .minimumGain,
      .forbiddenPair, .forcedPair, .enoughCommonDates,
      .enoughCommonIndicators:
      true
    case .onMeetingDate, .agendaInOrder, .rolesPresent, .attendeesFree, .meetingObserved, .roomFree,
      .roomCapacity,
      .visitorLimit, .travelHours, .visitorMeetingKept, .facilitatorPresent, .facilitatorIndependent,
      .facilitatorNotice, .eachLegOnce, .reciprocalGap, .sameFacilitator, .weeklyLimit,
      .oneVisitPerFacilitatorPerDay,
      .facilitatorWithinReach, .facilitatorWeeklyLimit, .facilitatorTotalLimit, .oneVisitPerPersonPerDay,
      .personDayLimit, .oneVisitPerRoom:
      false
    }
  }
}
