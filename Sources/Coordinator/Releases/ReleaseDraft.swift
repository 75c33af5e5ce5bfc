import Domain
import Foundation
import ICalendar
import Intake
import Ledger
import Spool

/// A release in the making: the plan as it is published, its calendars and what they change.
struct ReleaseDraft {
  /// Its number.
  let number: Int
  /// The plan with its visits as firm as they are published, and those that take place no more.
  let released: ReleasedPlan
  /// The calendars, by file name.
  let feeds: [(name: String, bytes: [UInt8])]
  /// How the programme's entries stand.
  let entries: [CalendarEntry]
  /// Calendars of the visits that are other than before, each alone, by file name.
  let invitations: [(name: String, bytes: [UInt8])]
  /// Whether any calendar says something else than the one that is published, or somebody's is there no more.
  let isChange: Bool

  /// For how long a cancelled visit stands in the calendars as cancelled, in milliseconds: 60 days.
  static let cancelledFor: Int64 = 60 * 86_400_000

  /// The release of `plan` for `programme` after `previous`, whose calendars are `open`; `published` gives the bytes of
  /// one of them, and `standing` how entries stand.
  init(
    _ plan: Plan, of programme: Programme, after previous: (number: Int, plan: ReleasedPlan)?,
    open: [String], standing: [CalendarEntry], at moment: Timestamp, published: (String) -> [UInt8]?
  ) throws {
    let next = (previous?.number ?? 0) + 1
    number = next
    let known = Dictionary(standing.map { ($0.uid, $0) }) { first, _ in first }
    let whole = Self.released(plan, of: programme, next, after: previous?.plan, known)
    // LAST-MODIFIED never falls, whatever the clock does.
    let newest = standing.map(\.lastModified).max()
    let stamp = CalendarStamp(secondsSince1970: max(moment, newest ?? moment).seconds)
    var audience = programme
    audience.schedule = []
    func written(_ released: ReleasedPlan) throws -> CalendarFeeds {
      try CalendarFeeds(
        programme: audience, plan: released.shown, stamp: stamp,
        edition: PlanEdition(number: next, issued: moment.localDay))
    }
    var calendars = try written(whole)
    let before = Dictionary(
      calendars.files.compactMap { file in published(file.name).map { (file.name, FeedText($0)) } }
    ) { first, _ in first }
    let isNews = calendars.files.contains { file in
      before[file.name].map { !FeedText(file.bytes).saysTheSame(as: $0) } ?? true
    }
    // Whoever left has a link until a release is without their calendar.
    isChange = isNews || !Set(open).isSubset(of: calendars.files.map(\.name))
    // That its time as cancelled is over takes a visit away with a release, and is no reason for one.
    let lasting = whole.cancelled.filter { visit in
      let since = known[CalendarFeeds.uid(of: visit.id, in: programme)]?.cancelledSince
      return since.map { moment.milliseconds - $0.milliseconds <= Self.cancelledFor } ?? true
    }
    released = ReleasedPlan(plan: whole.plan, cancelled: lasting)
    if lasting.count < whole.cancelled.count { calendars = try written(released) }
    feeds = calendars.files.map { file in
      (file.name, before[file.name].map { FeedText(file.bytes).keeping($0) } ?? file.bytes)
    }
    let changed = Set(released.shown.visits.filter { $0.release == next }.map { "\($0.id).ics" })
    invitations = calendars.visits.filter { changed.contains($0.name) }.map { ($0.name, $0.bytes) }
    let everybody = feeds.first { $0.name == "programme.ics" }?.bytes ?? []
    entries = FeedText(everybody).entries.compactMap { $0.standing(after: known[$0.uid], at: moment) }
  }

  /// Gives every visit its firmness, its release and its SEQUENCE: one more than before where date, hours, room or
  /// facilitator are other ones, or where it was or is cancelled.
  private static func released(
    _ plan: Plan, of programme: Programme, _ number: Int, after previous: ReleasedPlan?,
    _ known: [String: CalendarEntry]
  ) -> ReleasedPlan {
    let old = Dictionary(
      ((previous?.plan.visits ?? []) + (previous?.cancelled ?? [])).map { ($0.id, $0) }
    ) { first, _ in first }
    var published = plan
    for index in published.visits.indices {
      var visit = published.visits[index]
      if visit.status == .draft { visit.status = .tentative }
      if let before = old[visit.id] {
        let isOther =
          before.interval != visit.interval || before.room != visit.room
          || before.facilitator != visit.facilitator
          || (before.status == .cancelled) != (visit.status == .cancelled)
        visit.sequence = before.sequence + (isOther ? 1 : 0)
        visit.release = isOther || before.status != visit.status ? number : before.release
      } else {
        visit.sequence = known[CalendarFeeds.uid(of: visit.id, in: programme)].map { $0.sequence + 1 } ?? 0
        visit.release = number
      }
      published.visits[index] = visit
    }
    let planned = Set(published.visits.map(\.id))
    let wereOver = previous?.over ?? []
    let cancelled = old.values.filter { !planned.contains($0.id) }.map { visit in
      var visit = visit
      if visit.status != .cancelled, !wereOver.contains(visit.id), !isOver(visit, of: programme) {
        visit.status = .cancelled
        visit.sequence += 1
        visit.release = number
      }
      return visit
    }
    return ReleasedPlan(plan: published, cancelled: cancelled.sorted { $0.id < $1.id })
  }

  /// Whether a visit has taken place, though the next plan knows nothing of it because a team has left.
  private static func isOver(_ visit: Visit, of programme: Programme) -> Bool {
    visit.date <= programme.settings.today
      && ([visit.host] + visit.visitors).contains { programme.team($0) == nil }
  }

  /// What the ledger is told.
  func entry(
    of programme: ProgrammeID, job: JobID, basedOn base: InputSequence, restores: Int?
  ) throws -> NewRelease {
    NewRelease(
      programme: programme, job: job, plan: try released.bytes, basedOn: base, restores: restores,
      feeds: feeds.compactMap { feed in
        FeedOwner(feed.name).map {
          ReleaseFeed(owner: $0, file: feed.name, digest: contentHash(feed.bytes))
        }
      }, entries: entries)
  }
}
