import Domain

/// The room of a session that needs one holds everybody in that session, the facilitator included.
enum RoomCapacity: RuleCheck {
  static let rule = Rule.roomCapacity

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.flatMap { visit in
      let faults =
        visit.presences.map { statedFaults(of: visit, $0) } ?? possibilityFaults(of: visit)
      return faults.map { finding(visit, "\(Words.sentence(visit.name)): \($0)") }
    }
  }

  private static func statedFaults(of visit: ExaminedVisit, _ presences: [Presence]) -> [String] {
    // The meeting's own room is the hosts' affair: nobody chose it, and its people are not all in the tables.
    let needing = Set(visit.settings.visits.agenda.filter(\.needsRoom).map(\.id))
    return (visit.visit.detail?.agenda ?? []).filter { needing.contains($0.session) }.compactMap { item in
      guard let room = item.room.flatMap({ visit.facts.register.room($0) }) else { return nil }
      let count = presences.filter { $0.isComing && !$0.attendance.missed.contains(item.session) }.count
      guard count > room.capacity else { return nil }
      return
        "\(room.name) holds \(room.capacity); \(Words.count(count, "person", "people")) are in \(item.title)."
    }
  }

  /// Whether rooms for those whom a visit without detail needs can be had, the stated one among them.
  private static func possibilityFaults(of visit: ExaminedVisit) -> [String] {
    let supply = RoomSupply(leg: visit.leg, day: visit.visit.date)
    let count = Headcount(leg: visit.leg, hours: visit.visit.interval, trips: visit.trips)
    let people = count.hosts + count.visitors + (visit.visit.facilitator == nil ? 0 : 1)
    let needed = Words.count(people, "person is", "people are")
    if let room = visit.visit.room.flatMap({ visit.facts.register.room($0) }), room.capacity < people {
      return ["\(room.name) holds \(room.capacity); at least \(needed) needed."]
    }
    let possible = PossibleDay(visit: visit)
    // Rooms that are not to be had at any size are RoomFree's to report.
    guard possible.fits(hasRoom: { supply.holds($0, of: 0, during: $1) }),
      !possible.fits(hasRoom: { supply.holds($0, of: people, during: $1) })
    else { return [] }
    return ["the free rooms at \(visit.leg.host.name) are too small; at least \(needed) needed."]
  }
}
