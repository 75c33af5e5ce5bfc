public import Domain
public import Opportunities

extension PairingProblem {
  /// A problem whose drives and common dates are those of `table`, made for the same teams in the same order.
  ///
  /// `programme` may differ from the table's in who is approved and in its pair rules.
  public init(_ programme: Programme, _ table: OpportunityTable) throws(PairingRefusal) {
    let count = programme.teams.count
    var drives = [Int](repeating: 0, count: count * count)
    var estimated = [Bool](repeating: false, count: count * count)
    var dates = [Int](repeating: 0, count: count * count)
    for a in 0..<count {
      for b in 0..<count where a != b {
        let drive = table.drives.drive(from: programme.teams[a].site, to: programme.teams[b].site)
        drives[a * count + b] = drive.minutes
        estimated[a * count + b] = drive.isEstimated
        dates[a * count + b] = table.commonDates(host: a, visitor: b)
      }
    }
    try self.init(
      programme: programme, drives: drives, drivesEstimated: estimated, commonDates: dates,
      trioDates: TrioDates(
        atMost: { table.datesOfEach(host: $0, visitors: $1) },
        exactly: { table.commonDates(host: $0, visitors: $1) }))
  }
}
