import Domain
import Opportunities

extension TinyProgramme {
  /// Gives `programme` a schedule: rows for some legs of one or two visiting teams by index, most of them where the visit could take place,
  /// others anywhere; published, and fixed where `mayFix`.
  mutating func addSchedule(
    to programme: inout Programme, legs: [(host: Int, visitors: [Int])], mayFix: Bool
  ) {
    programme.settings.costs.movePublished = dice.pick([0, 1, 8])
    programme.settings.costs.noticeBreach = dice.pick([0.5, 24])
    let table = OpportunityTable(programme)
    for (host, visitors) in legs where !dice.oneIn(3) {
      let options = table.options(host: host, visitors: visitors)
      let facilitators = programme.facilitators.map(\.id)
      var interval: Interval
      var facilitator = dice.oneIn(4) || facilitators.isEmpty ? nil : dice.pick(facilitators)
      if !options.isEmpty, !dice.oneIn(3) {
        let option = dice.pick(options)
        interval = option.interval
        if !dice.oneIn(3) { facilitator = option.facilitator.map { programme.facilitators[$0].id } }
        if dice.oneIn(2) {
          // The same day at other hours.
          let shift = Minutes(30 * dice.roll(-4...4))
          interval = Interval(start: interval.start + shift, end: interval.end + shift)
        }
      } else {
        let occasions = table.occasions[host]
        let day =
          occasions.isEmpty || dice.oneIn(3)
          ? programme.settings.visitsFrom.advanced(by: dice.roll(-3...20)) : dice.pick(occasions).day
        let start = Moment(day, .constant(dice.roll(8...11), dice.pick([0, 30])))
        interval = Interval(start: start, end: start + Minutes(30 * dice.roll(2...10)))
      }
      let visiting = visitors.map { programme.teams[$0].id }
      let isFixed = mayFix && dice.oneIn(2)
      let statuses: [VisitStatus] =
        isFixed ? [.confirmed, .held, .tentative] : [.tentative, .draft, .cancelled]
      let status = dice.pick(statuses)
      let needsPin = isFixed && status == .tentative
      programme.schedule.append(
        ScheduledVisit(
          id: VisitID(host: programme.teams[host].id, visitors: visiting),
          host: programme.teams[host].id, visitors: visiting, interval: interval,
          room: programme.rooms.first { $0.site == programme.teams[host].site }?.id, facilitator: facilitator,
          status: status, pin: needsPin ? Pin(by: "manager") : nil, release: dice.oneIn(2) ? 1 : nil))
    }
    programme.schedule.sort { $0.id < $1.id }
  }
}
