import Checking
import Domain

/// The checker's word on a plan before anybody sees it.
struct Verdict {
  private let faults: [String]

  /// Examines `plan`; where the pairs were given by hand, only visits must keep the rules.
  init(_ programme: Programme, _ plan: Plan, pairsAreGiven: Bool) {
    let checker = Checker(programme: programme)
    let breaches = checker.breaches(of: plan).filter { !pairsAreGiven || !$0.rule.isAboutPairs }
    faults =
      breaches.map { "\($0.rule.rawValue): \($0.subject): \($0.sentence)" }
      + (pairsAreGiven ? [] : checker.discrepancies(in: plan).map(\.sentence))
  }

  /// Ends the command as a fault of the program if there is anything to say against the plan.
  func demandFaultless() throws(Ending) {
    guard !faults.isEmpty else { return }
    throw Ending(
      status: .fault,
      message: "error: the plan was not passed by the checker and nothing was written; please report this:\n"
        + faults.joined(separator: "\n"))
  }
}

extension Rule {
  /// Whether the rule is about who is paired, not about visits.
  var isAboutPairs: Bool {
    switch self {
    case .onePartnerPerTeam, .eligibleTeams, .keptApart, .travelLimit, .levelGapLimit, .minimumGain,
      .forbiddenPair,
      .forcedPair, .enoughCommonDates:
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
