import Domain

/// A facilitator's visits on consecutive days are within reach: by an evening's drive from one host to the next,
/// or home in time and out again in the morning.
enum FacilitatorWithinReach: RuleCheck {
  static let rule = Rule.facilitatorWithinReach

  static func findings(in examination: Examination) -> [Finding] {
    let visits = examination.byFirmness
    return visits.enumerated().flatMap { place, firm -> [Finding] in
      visits[(place + 1)...].compactMap { other -> Finding? in
        guard let facilitator = firm.facilitator, facilitator.id == other.facilitator?.id,
          abs(firm.visit.date.distance(to: other.visit.date)) == 1
        else { return nil }
        let (first, second) = firm.visit.date < other.visit.date ? (firm, other) : (other, firm)
        let drive = examination.facts.drives.drive(from: first.leg.host.site, to: second.leg.host.site)
        let travel = examination.facts.settings.visits.travel
        guard drive.minutes > travel.eveningLimit, !homeBetween(first, second) else { return nil }
        return finding(
          [firm, other], subject: other.visit.id.text,
          "\(facilitator.name) cannot get from \(first.name) to \(second.name): the drive takes "
            + "\(Words.duration(drive.minutes)), the limit of an evening is "
            + "\(Words.duration(travel.eveningLimit)), and there is no time to go home in between.")
      }
    }
  }

  /// Whether the facilitator is home in the evening and out again in the morning.
  private static func homeBetween(_ first: ExaminedVisit, _ second: ExaminedVisit) -> Bool {
    guard let facilitator = first.facilitator else { return false }
    let drives = first.facts.drives
    let travel = first.settings.visits.travel
    let home =
      first.visit.interval.end
      + drives.drive(from: first.leg.host.site, to: facilitator.base).minutes
    let outward = drives.drive(from: facilitator.base, to: second.leg.host.site).minutes
    return home <= Moment(first.visit.date, travel.latestReturn) && outward <= travel.overnightAbove
      && second.visit.interval.start - outward >= Moment(second.visit.date, travel.earliestDeparture)
  }
}
