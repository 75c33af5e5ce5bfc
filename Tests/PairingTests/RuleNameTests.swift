import Domain
import Testing

@testable import Pairing

@Suite struct RuleNameTests {
  @Test func everyRuleOnPairsIsEnforcedHereUnderItsName() {
    let enforced = [
      OnePartnerPerTeam.rule, EligibleTeams.rule, KeptApart.rule, TravelLimit.rule, LevelGapLimit.rule,
      MinimumGain.rule, EnoughCommonIndicators.rule, ForbiddenPair.rule, ForcedPair.rule,
      EnoughCommonDates.rule,
    ]
    // The rules on pairs stand first in Domain.Rule, before those on visits.
    #expect(enforced == Array(Rule.allCases.prefix { $0 != .onMeetingDate }))
    let types = [
      "\(OnePartnerPerTeam.self)", "\(EligibleTeams.self)", "\(KeptApart.self)", "\(TravelLimit.self)",
      "\(LevelGapLimit.self)", "\(MinimumGain.self)", "\(EnoughCommonIndicators.self)",
      "\(ForbiddenPair.self)", "\(ForcedPair.self)", "\(EnoughCommonDates.self)",
    ]
    #expect(enforced.map(\.rawValue) == types)
  }
}
