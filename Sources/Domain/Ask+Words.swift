extension Ask {
  /// What to do and by when, as in `ask Clinical lead, Preston to be free on Tue 12 Jan 2027, by Mon 30 Nov 2026`.
  public func sentence(in programme: Programme) -> String {
    let wishes = obstacles.map { $0.wish(in: programme, on: day) }
    return wishes.joined(separator: "; and ") + ", by \(due.inWords)"
  }

  /// Everybody who is to be asked, each once, in the order of the sentence.
  public func askees(in programme: Programme) -> [Askee] {
    var askees: [Askee] = []
    for askee in obstacles.compactMap({ $0.askee(in: programme) }) where !askees.contains(askee) {
      askees.append(askee)
    }
    return askees
  }
}

extension Programme {
  /// The programme whose schedule is made of `visits`.
  public func holding(_ visits: [Visit]) -> Programme {
    var held = self
    held.schedule = visits.map { visit in
      ScheduledVisit(
        id: visit.id, host: visit.host, visitors: visit.visitors, interval: visit.interval, room: visit.room,
        facilitator: visit.facilitator, status: visit.status, pin: visit.pin, reserveDate: visit.reserveDate,
        release: visit.release, sequence: visit.sequence)
    }.sorted { $0.id < $1.id }
    return held
  }
}
