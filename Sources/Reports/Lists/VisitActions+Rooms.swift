import Domain

extension VisitActions {
  /// A booking for each room that sessions are in; where the site lists no rooms, one to be found.
  var rooms: [Action] {
    let agenda = (visit.detail?.agenda ?? []).filter {
      $0.session.text != "mdt" && $0.session.text != "lunch"
    }
    guard !agenda.isEmpty else { return [] }
    let used = Set(agenda.compactMap(\.room)).sorted()
    let host = words.programme.correspondent(visit.host)
    guard !used.isEmpty else {
      let times = Self.joined(agenda.map(\.interval))
      return [
        action(
          .findRoom, due: arranged, to: host, on: visit.date, times: times,
          "Find a room for \(heads(in: agenda)) people at \(siteName), \(visit.date.inWords), "
            + "\(Self.clock(times)): no rooms are listed there (\(name)).")
      ]
    }
    return used.map { room in
      let sessions = agenda.filter { $0.room == room }
      let times = Self.joined(sessions.map(\.interval))
      return action(
        .bookRoom, due: arranged, to: host, room: room, on: visit.date, times: times,
        "Book \(words.programme.room(room)?.name ?? room.text) (\(room)) for \(heads(in: sessions)) people at "
          + "\(siteName), \(visit.date.inWords), \(Self.clock(times)), for "
          + "\(Figures.list(sessions.map(\.title))) (\(name)).")
    }
  }

  /// The most people that are in one of the sessions, the facilitator included.
  private func heads(in sessions: [AgendaItem]) -> Int {
    sessions.map { session in present.count { !$0.missed.contains(session.session) } }.max() ?? 0
  }

  /// Intervals in order of time, those that touch made one.
  static func joined(_ intervals: [Interval]) -> [Interval] {
    var joined: [Interval] = []
    for interval in intervals.sorted(by: { $0.start < $1.start }) {
      if let last = joined.last, interval.start <= last.end {
        joined[joined.count - 1].end = max(last.end, interval.end)
      } else {
        joined.append(interval)
      }
    }
    return joined
  }
}
