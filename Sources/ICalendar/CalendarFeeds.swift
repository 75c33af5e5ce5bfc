public import Domain

/// Every calendar of a plan: of the programme, of each team, person, facilitator and room.
///
/// Pure: the same programme, plan and stamp give the same bytes. A feed is written for everybody in the
/// programme, with or without a visit, so that a subscription made early stays valid.
public struct CalendarFeeds: Sendable {
  /// The calendars, sorted by file name.
  public let files: [CalendarFile]
  /// A calendar of each visit alone, named `HOST--VISITOR.ics`, to be mailed; sorted by file name.
  public let visits: [CalendarFile]

  /// Writes the calendars of `plan`, stamped with the instant of the plan or its release. Every text ends with the
  /// `edition`, or with the day of the plan where it is not published.
  ///
  /// - Throws: `unknownTimeZone` where the programme's time zone is no IANA zone.
  public init(
    programme: Programme, plan: Plan, stamp: CalendarStamp, edition: PlanEdition? = nil
  ) throws(CalendarFailure) {
    let visits = Self.visits(of: plan, in: programme)
    let years = Self.years(of: visits, plan.events, in: programme.settings)
    guard let zone = ZoneDefinition(identifier: programme.settings.timeZone, years: years) else {
      throw .unknownTimeZone(programme.settings.timeZone)
    }
    let writer = CalendarWriter(
      zone: zone, stamp: stamp, publish: programme.settings.publish, edition: edition)
    let imprint = edition?.words ?? "Plan made \(plan.today.inWords)."
    let entries = visits.map { VisitEntries(of: $0, in: programme, imprint: imprint) }
    let learning = plan.events.map { EventEntries(of: $0, in: programme, imprint: edition?.words) }
    let isBusy = programme.settings.publish.detail == .busy
    files = FeedOwner.all(of: programme).map { reader in
      var events = entries.flatMap { $0.events(for: reader) } + learning.flatMap { $0.events(for: reader) }
      if isBusy { events = events.compactMap(\.asBusy) }
      events.sort { ($0.time.start, $0.uid) < ($1.time.start, $1.uid) }
      let title = CalendarTitle(of: reader, in: programme).text
      return CalendarFile(name: reader.file, bytes: writer.bytes(title: title, events: events))
    }
    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.visits = zip(visits, entries).map { visit, entries in
      let event = isBusy ? entries.invitation.asBusy : entries.invitation
      return CalendarFile(
        name: "\(visit.id).ics",
        bytes: writer.bytes(
          title: isBusy ? programme.settings.name : entries.invitation.summary,
          events: event.map { [$0] } ?? []))
    }
    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The UID of a visit's own entry.
  public static func uid(of visit: VisitID, in programme: Programme) -> String {
    let uid = EventIdentity(programme: programme.settings.id, visit: visit).visit
    return programme.settings.publish.detail == .busy ? EventIdentity.hidden(uid) : uid
  }

  /// The plan's visits, and those published before that have been cancelled since: whoever has such a visit in
  /// the diary is told so, instead of finding it gone.
  private static func visits(of plan: Plan, in programme: Programme) -> [Visit] {
    let planned = Set(plan.visits.map(\.id))
    let cancelled = programme.schedule.compactMap { row -> Visit? in
      guard row.release != nil, !planned.contains(row.id) else { return nil }
      return row.interval.map {
        Visit(
          host: row.host, visitors: row.visitors, interval: $0, room: row.room, facilitator: row.facilitator,
          status: .cancelled, release: row.release,
          sequence: row.sequence + (row.status == .cancelled ? 0 : 1))
      }
    }
    return plan.visits + cancelled
  }

  /// The years for which the time zone must be right, journeys included.
  private static func years(of visits: [Visit], _ events: [PlannedEvent], in settings: Settings)
    -> ClosedRange<Int>
  {
    let days =
      [settings.visitsFrom, settings.visitsTo]
      + visits.flatMap { [$0.date.advanced(by: -1), $0.date.advanced(by: 2)] } + events.map(\.date)
    let years = days.map(\.civil.year)
    return (years.min() ?? 1970)...(years.max() ?? 1970)
  }
}
