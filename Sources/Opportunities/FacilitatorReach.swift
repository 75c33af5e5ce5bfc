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
}
