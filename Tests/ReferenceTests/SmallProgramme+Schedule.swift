import Domain
import Opportunities
import Pairing

extension SmallProgramme {
  /// Gives `programme` a schedule of some visits of the pairs that it would make: published, or fixed; most of them
  /// where they could take place, a few on any day, also outside the window.
  mutating func addSchedule(to programme: inout Programme) throws {
    let table = OpportunityTable(programme)
    let pairs = try PairingProblem(programme, table).solve().pairs
    let positions = Dictionary(uniqueKeysWithValues: programme.teams.enumerated().map { ($1.id, $0) })
    for pair in pairs {
      for (host, visitor) in [(pair.teams[0], pair.teams[1]), (pair.teams[1], pair.teams[0])]
      where !dice.oneIn(3) {
        let options = table.options(
          host: positions[host, default: 0], visitors: [positions[visitor, default: 0]])
        var interval = Interval(
          start: Moment(programme.settings.visitsFrom.advanced(by: dice.roll(-9...20)), .constant(9, 30)),
          end: Moment(minute: 0))
        interval.end = interval.start + Minutes(240)
        var leader = dice.oneIn(2) ? programme.facilitators.first?.id : programme.facilitators.last?.id
        if !options.isEmpty, !dice.oneIn(5) {
          let option = dice.pick(options)
          interval = option.interval
          leader = option.facilitator.map { programme.facilitators[$0].id }
        }
        if dice.oneIn(6) { leader = nil }
        programme.schedule.append(
          ScheduledVisit(
            id: VisitID(host: host, visitors: [visitor]), host: host, visitors: [visitor], interval: interval,
            facilitator: leader, status: dice.pick([.tentative, .confirmed, .held, .draft])))
      }
    }
    programme.schedule.sort { $0.id < $1.id }
  }
}
