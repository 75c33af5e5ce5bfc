import Domain

/// The calendar entries of one visit, for each reader.
///
/// The visit is one entry that takes its readers' time from the first session to the end of the last. The
/// sessions are entries of their own that belong to it: they take no time, since the visit has it already. It is
/// the other way round for a person who comes to some sessions only: then the sessions take their time, and the
/// visit does not. Drives take the travellers' time, milestones nobody's.
struct VisitEntries {
  private let visit: Visit
  private let words: VisitWords
  private let identity: EventIdentity
  private let programme: Programme

  /// The entries of `visit`.
  init(of visit: Visit, in programme: Programme, imprint: String) {
    self.visit = visit
    self.programme = programme
    words = VisitWords(of: visit, in: programme, imprint: imprint)
    identity = EventIdentity(programme: programme.settings.id, visit: visit.id)
  }

  /// What `reader` sees of the visit; nothing where it does not concern them.
  func events(for reader: FeedOwner) -> [CalendarEvent] {
    switch reader {
    case .programme:
      return [visitEvent()] + milestones(of: [.host, .visitor, .facilitator])
    case .team(let id) where id == visit.host:
      return [visitEvent()] + sessionEvents() + milestones(of: [.host])
    case .team(let id) where visit.visitors.contains(id):
      let traveller = Traveller.team(id)
      return [visitEvent(travelling: traveller)] + sessionEvents() + drives(of: traveller)
        + milestones(of: [.visitor])
    case .team: return []
    case .person(let id): return events(forPerson: id)
    case .facilitator(let id) where id == visit.facilitator:
      let traveller = Traveller.facilitator(id)
      return [visitEvent(travelling: traveller)] + drives(of: traveller) + milestones(of: [.facilitator])
    case .facilitator: return []
    case .room(let id): return events(inRoom: id)
    // Whoever receives guests and opens rooms needs to know who comes and where they are, not what is due from whom.
    case .site(let id): return programme.team(visit.host)?.site == id ? [visitEvent()] + sessionEvents() : []
    }
  }

  /// The visit alone, for a file that is mailed to whoever has no subscription.
  var invitation: CalendarEvent { visitEvent() }

  private func events(forPerson id: PersonID) -> [CalendarEvent] {
    let own = visit.detail?.attendance.first { $0.attendee == .person(id) }
    guard let own, !own.isAbsent else { return [] }
    let traveller = own.side == .visitor ? travellingTeam(of: id).map(Traveller.team) : nil
    let comesToAll = own.missed.isEmpty
    var whole = visitEvent(travelling: traveller, missing: own.missed)
    whole.blocks = comesToAll
    let sessions = sessionEvents(blocking: !comesToAll) { !own.missed.contains($0.session) }
    return [whole] + sessions + (traveller.map(drives) ?? []) + milestones(of: [own.side])
  }

  /// The visiting team with which a person travels; in a trio a person may belong to both.
  private func travellingTeam(of id: PersonID) -> TeamID? {
    let teams = programme.person(id)?.teams ?? []
    return visit.visitors.first { teams.contains($0) }
  }

  private func events(inRoom id: RoomID) -> [CalendarEvent] {
    guard visit.detail != nil else { return visit.room == id ? [visitEvent()] : [] }
    return sessionEvents(blocking: true) { $0.room == id }
  }

  private func visitEvent(travelling: Traveller? = nil, missing: [SessionID] = []) -> CalendarEvent {
    CalendarEvent(
      uid: identity.visit, parent: nil, time: .timed(visit.interval), sequence: visit.sequence,
      status: EventStatus(visit.status), blocks: true, category: .visit, summary: words.summary,
      location: words.place(room: visit.room), coordinates: words.coordinates,
      description: words.description(travelling: travelling, missing: missing),
      namesPeople: words.namesPeople)
  }

  private func sessionEvents(
    blocking: Bool = false, where isIncluded: (AgendaItem) -> Bool = { _ in true }
  ) -> [CalendarEvent] {
    (visit.detail?.agenda ?? []).filter(isIncluded).map { item in
      part(
        uid: identity.session(item.session), time: .timed(item.interval), blocks: blocking,
        category: .session, summary: words.summary(of: item), location: words.place(of: item),
        description: words.sessionDescription)
    }
  }

  private func drives(of traveller: Traveller) -> [CalendarEvent] {
    guard let journey = visit.detail?.journeys.first(where: { $0.traveller == traveller }) else { return [] }
    let there = Interval(start: journey.departure, end: journey.departure + journey.outward)
    let home = Interval(start: journey.arrival - journey.homeward, end: journey.arrival)
    // Two teams of one site do not drive, and an entry without length is none.
    return [(Drive.outward, there), (.homeward, home)].filter { $0.1.start < $0.1.end }.map {
      drive, interval in
      part(
        uid: identity.drive(drive, of: traveller), time: .timed(interval), blocks: true, category: .travel,
        summary: words.summary(of: drive), location: nil,
        description: words.description(of: drive, journey: journey))
    }
  }

  private func milestones(of sides: [Side]) -> [CalendarEvent] {
    programme.settings.visits.milestones.filter { milestone in
      // Where nobody is named, both sides are responsible; the facilitator belongs to neither.
      sides.contains { side in milestone.responsible.map { $0 == side } ?? (side != .facilitator) }
    }
    .map { milestone in
      part(
        uid: identity.milestone(milestone.id), time: .allDay(visit.date.advanced(by: milestone.days)),
        blocks: false, category: .milestone, summary: words.summary(of: milestone), location: nil,
        description: words.description(of: milestone))
    }
  }

  private func part(
    uid: String, time: EventTime, blocks: Bool, category: EventCategory, summary: String, location: String?,
    description: [String]
  ) -> CalendarEvent {
    CalendarEvent(
      uid: uid, parent: identity.visit, time: time, sequence: visit.sequence,
      status: EventStatus(visit.status), blocks: blocks, category: category, summary: summary,
      location: location, description: description)
  }
}
