import Domain
import Testing

@testable import Pairing

@Suite struct RuleNameTests {
  @Test func everyRuleOnPairsIsEnforcedHereUnderItsName() {
    let enforced = [
      OnePartnerPerTeam.rule, EligibleTeams.rule, KeptApart.rule, TravelLimit.rule, LevelGapLimit.rule,
      MinimumGain.rule, ForbiddenPair.rule, ForcedPair.rule, EnoughCommonDates.rule,
      EnoughCommonIndicators.rule,
    ]
    // The rules on pairs stand first in Domain.Rule, before those on visits.
    #expect(enforced == Array(Rule.allCases.prefix { $0 != .onMeetingDate }))
    let types = [
      "\(OnePartnerPerTeam.self)", "\(EligibleTeams.self)", "\(KeptApart.self)", "\(TravelLimit.self)",
      "\(LevelGapLimit.self)", "\(MinimumGain.self)", "\(ForbiddenPair.self)", "\(ForcedPair.self)",
      "\(EnoughCommonDates.self)", "\(EnoughCommonIndicators.self)",
    ]
    #expect(enforced.map(\.rawValue) == types)
  }
}
