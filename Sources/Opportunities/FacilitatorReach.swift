public import Domain

/// Whether a facilitator can lead two visits on consecutive days.
public struct FacilitatorReach: Sendable {
  private let table: OpportunityTable

  /// For the facilitators and sites of `table`.
  public init(_ table: OpportunityTable) { self.table = table }

  /// Whether the facilitator at an index can lead a visit at team `from` and one at team `to` the next day: by
  /// driving from one to the other in the evening, or by a night at home between drives within the limits.
  public func allows(
    facilitator: Int, from: Int, _ earlier: Interval, to: Int, _ later: Interval
  ) -> Bool {
    let teams = table.programme.teams
    if table.hours.allowsEvening(table.drives.drive(from: teams[from].site, to: teams[to].site).minutes) {
      return true
    }
    return table.hours.allowsNightAtHome(
      end: earlier.end.minute,
      homeward: table.drives.drives(ofFacilitator: facilitator, site: teams[from].site).homeward.minutes,
      start: later.start.minute,
      outward: table.drives.drives(ofFacilitator: facilitator, site: teams[to].site).outward.minutes)
  }

  /// Between which moments on `day` a visit at team `host` lies, teams by index, that the facilitator at an index can
  /// lead besides one at team `other` during `interval` on the day before or after; `nil` where there are none.
  func limits(facilitator: Int, host: Int, on day: Day, other: Int, _ interval: Interval) -> DayLimits? {
    let teams = table.programme.teams
    let own = table.drives.drives(ofFacilitator: facilitator, site: teams[host].site)
    let theirs = table.drives.drives(ofFacilitator: facilitator, site: teams[other].site)
    let isLater = interval.start.day < day
    let evening = table.drives.drive(
      from: teams[isLater ? other : host].site, to: teams[isLater ? host : other].site)
    if table.hours.allowsEvening(evening.minutes) { return DayLimits.none }
    return isLater
      ? table.hours.limitsAfterNightAtHome(
        end: interval.end.minute, homeward: theirs.homeward.minutes, midnight: day.number * 1440,
        outward: own.outward.minutes)
      : table.hours.limitsBeforeNightAtHome(
        midnight: day.number * 1440, homeward: own.homeward.minutes, start: interval.start.minute,
        outward: theirs.outward.minutes)
  }
}
