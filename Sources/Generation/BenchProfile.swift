import Domain

/// A programme on which the program is timed: sites at outward postcodes all over England, as many visits as
/// teams, and just so much room for them as docs/generation.md says under "Benchmarks".
public struct BenchProfile: Sendable, Equatable {
  /// How many teams may be asked for.
  public static let sizes = 30...1000

  /// How many teams are drawn; each hosts one visit.
  public let teams: Int
  /// Whether a week holds 0.7 of the visits that it would hold otherwise, so that not all find a date.
  public let isOverfull: Bool

  /// A profile of `teams` teams.
  ///
  /// - Throws: `GenerationRejection` where the number is outside `sizes`.
  public init(teams: Int, isOverfull: Bool = false) throws(GenerationRejection) {
    guard Self.sizes.contains(teams) else { throw .benchSize(teams) }
    self.teams = teams
    self.isOverfull = isOverfull
  }

  /// How many facilitators lead the visits: 1, 2, 3 and 5 up to 156 teams, then one for every 33.
  var facilitators: Int {
    switch teams {
    case ...30: 1
    case ...60: 2
    case ...100: 3
    case ...156: 5
    default: teams / 33
    }
  }

  /// 26 weeks, or 52 for 400 teams; for 1000 a table of diaries over 52 would have more rows than are read.
  var dates: ProgrammeDates {
    var dates = ProgrammeDates.standard
    if teams == 400 { dates.visitsTo = dates.visitsTo.advanced(by: 26 * 7) }
    return dates
  }

  /// Visits that a week may hold: a twentieth of all, rounded up; 0.7 of that, rounded down, where over-full.
  var maxPerWeek: Int {
    let twentieth = (teams + 19) / 20
    return isOverfull ? twentieth * 7 / 10 : twentieth
  }

  /// Minutes that a facilitator drives in the evening at most: enough to reach any part of England from its middle,
  /// since a single facilitator must.
  static let eveningLimit = 300
}
