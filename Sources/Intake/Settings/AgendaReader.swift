import Domain

/// Reads `visits.agenda` and checks that a day can be made of it.
enum AgendaReader {
  static func read(_ value: SettingsValue) -> [Session]? {
    guard let values = value.list() else { return nil }
    guard values.count <= Limits.sessions else {
      value.error(
        "the agenda has \(values.count) sessions, more than the \(Limits.sessions) that can be planned",
        "make one session of several")
      return nil
    }
    var sessions: [(session: Session, section: SettingsSection)] = []
    var isComplete = true
    for value in values {
      guard let section = value.section() else {
        if value.isNull { value.error("'\(value.name)' has a blank entry", "take it away") }
        isComplete = false
        continue
      }
      guard let session = session(section) else {
        isComplete = false
        continue
      }
      if sessions.contains(where: { $0.session.id == session.id }) {
        value.error("the session '\(session.id)' stands here twice", "keep it once, or rename one")
        continue
      }
      sessions.append((session, section))
    }
    if isComplete { check(sessions, value) }
    return sessions.map(\.session)
  }

  private static func session(_ section: SettingsSection) -> Session? {
    let id: SessionID? = section.requiredValue("id")?.id()
    let title = section.requiredValue("title")?.text()
    let isMeeting = id?.text == "mdt"
    let minutes = minutes(section, isMeeting: isMeeting)
    var isFirst = false
    var isLast = false
    section.read("first", into: &isFirst)
    section.read("last", into: &isLast)
    let after: SessionID? = section.value("after").flatMap { $0.isNull ? nil : $0.id() }
    let between = between(section, minutes)
    section.finish()
    guard let id else { return nil }
    if isFirst, isLast {
      section.findings.error(
        at: section.place, "the session '\(id)' is both first and last", "keep one of the two")
    }
    if isMeeting, isFirst || isLast || between != nil {
      section.findings.error(
        at: section.place, "the session 'mdt' has a place in the day of its own, that of the host's meeting",
        "take first, last and between away")
    }
    return Session(
      id: id, title: title ?? id.text, minutes: minutes, isFirst: isFirst, isLast: isLast, after: after,
      between: between)
  }

  private static func minutes(_ section: SettingsSection, isMeeting: Bool) -> Minutes? {
    if isMeeting {
      if let value = section.value("minutes"), !value.isNull {
        value.error("the session 'mdt' lasts as long as the host's meeting", "take its minutes away")
      }
      return nil
    }
    return Minutes(section.requiredValue("minutes")?.whole(1...1440) ?? 1)
  }

  private static func between(_ section: SettingsSection, _ minutes: Minutes?) -> ClockWindow? {
    guard let value = section.value("between"), let times = value.list() else { return nil }
    guard times.count == 2 else {
      value.error("'between' has \(times.count.of("time"))", "write two, as in [\"11:30\", \"14:30\"]")
      return nil
    }
    guard let start = times[0].time(), let end = times[1].time() else { return nil }
    guard start < end else {
      value.error("'between' ends at \(end), not after its start at \(start)", "correct one of the two")
      return nil
    }
    if let minutes, end.minute - start.minute < minutes.count {
      value.error(
        "'between' leaves \(end.minute - start.minute) minutes for a session of \(minutes.count)",
        "widen it, or shorten the session")
    }
    return ClockWindow(start: start, end: end)
  }

  private static func check(
    _ sessions: [(session: Session, section: SettingsSection)], _ value: SettingsValue
  ) {
    if !sessions.contains(where: \.session.isMeeting) {
      value.error("the agenda has no session 'mdt'", "add {id: mdt, title: Observation of the MDT meeting}")
    }
    for (word, extra) in [
      ("first", sessions.filter(\.session.isFirst)), ("last", sessions.filter(\.session.isLast)),
    ] {
      for entry in extra.dropFirst() {
        entry.section.findings.error(
          at: entry.section.place,
          "the session '\(entry.session.id)' is \(word), and so is '\(extra[0].session.id)'",
          "keep one of the two")
      }
    }
    checkOrder(sessions)
  }

  private static func checkOrder(_ sessions: [(session: Session, section: SettingsSection)]) {
    let ids = sessions.map(\.session.id)
    var before: [SessionID: SessionID] = [:]
    for (session, _) in sessions { before[session.id] = session.after }
    for (session, section) in sessions {
      guard let after = session.after, let value = section.value("after") else { continue }
      guard ids.contains(after) else {
        let nearest = NearestName.of(after.text, among: ids.map(\.text))
        value.error(
          "the agenda has no session '\(after)'",
          nearest.map { "write '\($0)' if that is meant" } ?? "write one of \(ids.map(\.text).orList)")
        continue
      }
      if session.isFirst {
        value.error("the session '\(session.id)' is first and comes after '\(after)'", "keep one of the two")
      }
      if sessions.contains(where: { $0.session.id == after && $0.session.isLast }) {
        value.error(
          "the session '\(session.id)' comes after '\(after)', which is last", "keep one of the two")
      }
      // Follows the chain no longer than there are sessions.
      var next: SessionID? = after
      for _ in ids where next != session.id { next = next.flatMap { before[$0] } }
      if next == session.id {
        value.error("the session '\(session.id)' comes after itself", "take one 'after' of the circle away")
      }
    }
  }
}
