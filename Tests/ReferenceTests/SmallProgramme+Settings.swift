import Domain

extension SmallProgramme {
  mutating func fill(_ pairing: inout PairingSettings) {
    pairing.indicators = [
      Indicator(id: id("k1"), label: "One"), Indicator(id: id("k2"), label: "Two"),
    ]
    pairing.fairness = difficulty == .fairness || dice.oneIn(4) ? .worstFirst : .total
    pairing.levelWeight = dice.pick([0, 0.3, 0.5, 1])
    pairing.travelWeightPerHour = dice.pick([0, 0.05, 0.07])
    pairing.oddTeam = .leaveOut
    guard isStrict else {
      pairing.keepApart = []
      // Farther than that a visit would be impossible.
      pairing.maxTravel = Minutes(100)
      pairing.maxLevelGap = nil
      pairing.minGain = nil
      pairing.minCommonDates = difficulty == .facilitators ? dice.roll(0...2) : 0
      return
    }
    pairing.keepApart = []
    pairing.maxTravel = nil
    pairing.maxLevelGap = nil
    pairing.minGain = nil
    pairing.minCommonDates = 0
    // One limit after the other, and a second in some programmes; all at once would leave nothing.
    let first = (difficulty == .pairs ? turn : turn + 3) % 6
    for limit in dice.oneIn(4) ? [first, dice.roll(0...5)] : [first] {
      switch limit {
      case 0: pairing.keepApart = dice.pick([["network"], ["network", "organisation"]])
      case 1: pairing.maxTravel = Minutes(dice.pick([50, 60, 75]))
      case 2: pairing.travelBudgetHours = dice.pick([0, 1.5, 2.25])
      case 3:
        // Or the score, or the least one, would keep the gaps small by itself.
        pairing.fairness = .total
        pairing.levelWeight = 0
        pairing.maxLevelGap = dice.pick([0.3, 0.5])
      case 4: pairing.minGain = dice.pick([0.3, 0.5])
      default: pairing.minCommonDates = dice.roll(2...3)
      }
    }
  }

  mutating func fill(_ visits: inout VisitSettings) {
    visits.requiredRoles = [.clinicalLead]
    visits.gapMin = dice.pick([0, 1, 6, 14])
    visits.gapMax = dice.pick(isStrict ? [7, 14, 21] : [14, 21])
    visits.maxPerWeek = dice.oneIn(difficulty == .sharing ? 5 : 2) ? dice.roll(1...2) : nil
    visits.maxVisitors = dice.oneIn(4) ? 2 : nil
    visits.visitorMeeting = dice.pick([.costs, .costs, .ignored, .blocks])
    visits.sameFacilitator = [.preferred, .required, .preferred, .required, .ignored][turn % 5]
    visits.independence = dice.pick(Independence.allCases)
    visits.defaultNoticeDays = dice.pick([0, 20])
    visits.day = ClockWindow(start: .constant(9, 0), end: .constant(15, 0))
    visits.travel = TravelSettings(
      earliestDeparture: .constant(6, 30), latestReturn: .constant(dice.pick([18, 21]), 0),
      overnightAbove: Minutes(dice.pick([60, 90])), eveningLimit: Minutes(dice.pick([100, 100, 210])))
    visits.agenda = [
      Session(id: id("mdt"), title: "Meeting"),
      Session(id: id("talk"), title: "Talk", minutes: Minutes(60)),
      Session(id: id("plan"), title: "Plan", minutes: Minutes(30), isLast: true),
    ]
  }

  mutating func fill(_ costs: inout CostSettings) {
    costs.delayPerWeek = dice.pick([0.7, 2])
    costs.clinicCancelled = dice.pick([0.5, 4])
    costs.ownMeetingMissed = dice.pick([1, 6])
    costs.overnight = dice.pick([0.5, 6])
    costs.facilitatorChange = dice.pick([0, 1, 2, 5])
    costs.facilitatorImbalance = dice.pick([0, 1, 3])
    costs.unscheduled = dice.pick([20, 5000])
  }
}
