public import Domain
public import ICalendar
import Reports
public import Solving

/// Everything that a plan is on disk: the tables, lists, reports and packs, plan.json, timings.json and the feeds.
public struct PlanFolder: Sendable {
  /// The files by name; a name may hold a folder.
  public let files: [(name: String, bytes: [UInt8])]

  /// The files of `plan`, which took `wall` seconds from the request to the reply, checking included.
  ///
  /// Throws where the programme's time zone is unknown.
  public init(
    _ programme: Programme, _ plan: Plan, _ timings: PlanTimings, wall: Double
  ) throws(CalendarFailure) {
    let measured = Timings(
      pairing: Timing(
        solving: timings.pairing.solving, wall: timings.pairing.wall, toFirst: timings.pairing.toFirst),
      visits: Timing(
        solving: timings.visits.solving, wall: wall - timings.pairing.wall, toFirst: timings.visits.toFirst))
    let stamp =
      CalendarStamp(startOf: plan.today, inZone: programme.settings.timeZone)
      ?? CalendarStamp(secondsSince1970: plan.today.number * 86_400)
    let feeds = try CalendarFeeds(programme: programme, plan: plan, stamp: stamp).files
    files =
      (PlanFiles(programme: programme, plan: plan).files + [measured.file]).map { ($0.name, $0.bytes) }
      + feeds.map { ("feeds/" + $0.name, $0.bytes) }
  }
}
