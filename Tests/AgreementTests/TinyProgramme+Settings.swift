import Domain

extension TinyProgramme {
  mutating func fill(_ visits: inout VisitSettings) {
    visits.requiredRoles = isForDays && dice.oneIn(2) ? [.clinicalLead] : [.clinicalLead, .nurseSpecialist]
    visits.gapMin = dice.pick([0, 1, 6, 7])
    visits.gapMax = dice.pick([7, 10, 14, 21])
    visits.maxPerWeek = dice.oneIn(2) ? dice.roll(1...2) : nil
    visits.maxVisitors = isForDays ? dice.oneIn(4) ? dice.roll(1...3) : nil : dice.pick([nil, nil, 2, 3])
    visits.visitorMeeting = dice.pick([.costs, .costs, .blocks, .ignored])
    visits.sameFacilitator = dice.pick(SameFacilitator.allCases)
    visits.independence = dice.pick(Independence.allCases)
    visits.noDiary = dice.oneIn(12) ? .unavailable : .assumeFree
    visits.day = ClockWindow(start: .constant(9, 0), end: .constant(dice.pick([13, 14, 15]), 0))
    visits.travel = TravelSettings(
      earliestDeparture: .constant(dice.pick([6, 7]), 0),
      latestReturn: .constant(dice.pick([16, 18, 21]), 0),
      overnightAbove: Minutes(dice.pick(isForDays ? [60, 120] : [60, 60, 120])),
      eveningLimit: Minutes(dice.pick(isForDays ? [120, 150, 210] : [90, 90, 100, 210])))
    var agenda = [Session(id: id("mdt"), title: "Meeting")]
    agenda.append(
      Session(id: id("welcome"), title: "Welcome", minutes: Minutes(30), isFirst: dice.oneIn(2)))
    agenda.append(
      Session(
        id: id(dice.oneIn(2) ? "lunch" : "talk"), title: "Talk", minutes: Minutes(dice.pick([30, 60])),
        after: dice.oneIn(3) ? id("mdt") : nil,
        between: dice.oneIn(3)
          ? ClockWindow(start: .constant(10, dice.pick([0, 30])), end: .constant(dice.pick([12, 13]), 0))
          : nil))
    if isForDays {
      agenda[1].isLast = !agenda[1].isFirst && dice.oneIn(2)
    } else {
      agenda.append(
        Session(
          id: id("plan"), title: "Plan", minutes: Minutes(30), isLast: dice.oneIn(2),
          after: dice.oneIn(3) ? id("welcome") : nil))
    }
    visits.agenda = agenda
  }

  mutating func fill(_ costs: inout CostSettings) {
    costs.optionalAbsence = dice.pick([1, 2, 2.5])
    costs.counterpartMissing = dice.pick([0.5, 4])
    costs.clinicCancelled = dice.pick([0.5, 4])
    costs.ifNeeded = dice.pick([0.25, 1])
    costs.notPreferred = 0.5
    costs.ownMeetingMissed = dice.pick([1, 6])
    costs.overnight = dice.pick([0.5, 6])
    costs.facilitatorChange = dice.pick([2, 5])
    costs.facilitatorImbalance = dice.pick([1, 3])
    costs.delayPerWeek = dice.pick([0.7, 2])
    costs.unscheduled = dice.pick([20, 5000])
  }
}
