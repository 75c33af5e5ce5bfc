import Domain

/// A visit's stated agenda, held against the programme's.
struct StatedAgenda {
  let visit: ExaminedVisit
  let items: [AgendaItem]

  private var sessions: [Session] { visit.settings.visits.agenda }

  /// Everything that is wrong with it, in words.
  var faults: [String] {
    completenessFaults + lengthFaults + sequenceFaults + hourFaults + orderFaults
  }

  private func session(of item: AgendaItem) -> Session? { sessions.first { $0.id == item.session } }

  private func title(_ id: SessionID) -> String { sessions.first { $0.id == id }?.title ?? id.text }

  private var completenessFaults: [String] {
    let missing = sessions.compactMap { session -> String? in
      let count = items.filter { $0.session == session.id }.count
      if count == 0 { return "\(session.title) is missing." }
      return count == 1 ? nil : "\(session.title) is there \(count) times."
    }
    let foreign = items.filter { session(of: $0) == nil }.map { "\($0.session) is no session of the agenda." }
    return missing + foreign
  }

  private var lengthFaults: [String] {
    items.compactMap { item in
      guard let minutes = session(of: item)?.minutes, item.interval.duration != minutes else { return nil }
      return "\(title(item.session)) lasts \(Words.duration(item.interval.duration)) instead of "
        + "\(Words.duration(minutes))."
    }
  }

  private var sequenceFaults: [String] {
    var faults: [String] = []
    for (a, b) in zip(items, items.dropFirst()) where b.interval.start < a.interval.start {
      faults.append("\(title(b.session)) is listed after \(title(a.session)), which starts later.")
    }
    for (place, a) in items.enumerated() {
      for b in items[(place + 1)...] where a.interval.overlaps(b.interval) {
        faults.append(
          "\(title(a.session)) \(Words.clock(a.interval)) and \(title(b.session)) "
            + "\(Words.clock(b.interval)) overlap.")
      }
    }
    let start = items.map(\.interval.start).min()
    let end = items.map(\.interval.end).max()
    if let start, let end, Interval(start: start, end: end) != visit.visit.interval {
      faults.append(
        "the sessions run \(Words.clock(Interval(start: start, end: end))); the visit is said to run "
          + "\(Words.clock(visit.visit.interval)).")
    }
    return faults
  }

  private var hourFaults: [String] {
    let day = order?.day
    return items.flatMap { item -> [String] in
      var faults: [String] = []
      if let day, !day.contains(item.interval) {
        faults.append(
          "\(title(item.session)) \(Words.clock(item.interval)) is not inside the day, \(Words.clock(day)).")
      }
      if let between = session(of: item)?.between {
        let hours = Interval(
          start: Moment(visit.visit.date, between.start), end: Moment(visit.visit.date, between.end))
        if !hours.contains(item.interval) {
          faults.append(
            "\(title(item.session)) \(Words.clock(item.interval)) is not between \(between.start) and "
              + "\(between.end).")
        }
      }
      return faults
    }
  }

  private var order: SessionOrder? {
    visit.meetingItem.map { SessionOrder(meeting: $0.interval, settings: visit.settings.visits) }
  }

  private var orderFaults: [String] {
    guard let order else { return [] }
    func place(_ item: AgendaItem) -> SessionOrder.Place {
      if session(of: item)?.isMeeting == true { return .meeting }
      return item.interval.start < order.meeting.start ? .before : .after
    }
    let sorted = items.filter { session(of: $0) != nil }.sorted { $0.interval.start < $1.interval.start }
    var faults: [String] = []
    for (index, a) in sorted.enumerated() {
      for b in sorted[(index + 1)...] {
        guard let first = session(of: a), let second = session(of: b), first.id != second.id,
          let fault = order.fault(first, place(a), before: second, place(b))
        else { continue }
        let sentence = Self.words(fault)
        if !faults.contains(sentence) { faults.append(sentence) }
      }
    }
    return faults
  }

  private static func words(_ fault: SessionOrder.Fault) -> String {
    switch fault {
    case .mustFollow(let session, let other): "\(session.title) must come after \(other.title)."
    case .mustBeFirst(let session): "\(session.title) must come first."
    case .mustBeLast(let session): "\(session.title) must come last."
    case .mustBeFirstAfterMeeting(let session):
      "\(session.title) must come first after the MDT meeting, which is too early for it to open the day."
    case .mustBeLastBeforeMeeting(let session):
      "\(session.title) must come last before the MDT meeting, which is too late for it to close the day."
    }
  }
}
