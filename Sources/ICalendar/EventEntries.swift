import Domain

/// The calendar entry of a learning event, for each reader.
///
/// It takes the time of the programme, of each team that takes part, and of the people who are counted on to be there.
struct EventEntries {
  private let planned: PlannedEvent
  private let programme: Programme
  private let imprint: String?

  /// The entry of `planned`; the text ends with `imprint`, where there is one.
  init(of planned: PlannedEvent, in programme: Programme, imprint: String?) {
    self.planned = planned
    self.programme = programme
    self.imprint = imprint
  }

  /// What `reader` sees of the event; nothing where it does not concern them.
  func events(for reader: FeedOwner) -> [CalendarEvent] {
    let concerns =
      switch reader {
      case .programme: true
      case .team(let id): programme.team(id).map { $0.isApproved && $0.arm == .visit } ?? false
      case .person(let id): planned.attending.contains(id)
      case .facilitator, .room, .site: false
      }
    return concerns ? [entry] : []
  }

  private var entry: CalendarEvent {
    // A date that was chosen among several can still change; one that was given cannot.
    let isGiven = programme.settings.events.contains { $0.id == planned.event && $0.options.count == 1 }
    return CalendarEvent(
      uid: EventIdentity.event(planned.event, of: programme.settings.id), parent: nil,
      time: .timed(planned.interval), sequence: 0, status: isGiven ? .confirmed : .tentative, blocks: true,
      category: .learning, summary: planned.title.onOneLine, location: nil,
      description: ["Learning event of \(programme.settings.name.onOneLine)."] + (imprint.map { [$0] } ?? []))
  }
}
