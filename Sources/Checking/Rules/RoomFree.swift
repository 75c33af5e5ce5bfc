import Domain

/// A session's room is at the host's site, not booked and no meeting's own.
enum RoomFree: RuleCheck {
  static let rule = Rule.roomFree

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.flatMap { visit in
      let faults = visit.visit.detail.map { statedFaults(of: visit, $0) } ?? possibilityFaults(of: visit)
      return faults.map { finding(visit, "\(Words.sentence(visit.name)): \($0)") }
    }
  }

  private static func statedFaults(of visit: ExaminedVisit, _ detail: VisitDetail) -> [String] {
    let supply = RoomSupply(leg: visit.leg, day: visit.visit.date)
    return detail.agenda.compactMap { item in
      let needsRoom = visit.settings.visits.agenda.contains { $0.id == item.session && $0.needsRoom }
      guard let room = item.room else {
        return needsRoom && !supply.rooms.isEmpty ? "\(item.title) has no room." : nil
      }
      // The meeting's own room is the hosts' affair, whatever the bookings say.
      guard needsRoom else { return nil }
      if let fault = placeFault(of: room, visit, supply) { return fault }
      return supply.taking(of: room, during: item.interval).map { taking in
        "\(visit.facts.register.name(of: room)) \(taking.words) \(Words.dated(taking.interval)), "
          + "during \(item.title) \(Words.clock(item.interval))."
      }
    }
  }

  private static func placeFault(of room: RoomID, _ visit: ExaminedVisit, _ supply: RoomSupply) -> String? {
    supply.rooms.contains { $0.id == room }
      ? nil : "\(visit.facts.register.name(of: room)) is no room at the site of \(visit.leg.host.name)."
  }

  /// Whether free rooms of any size can be had for a visit without detail, the stated one among them.
  private static func possibilityFaults(of visit: ExaminedVisit) -> [String] {
    let supply = RoomSupply(leg: visit.leg, day: visit.visit.date)
    if let room = visit.visit.room, let fault = placeFault(of: room, visit, supply) { return [fault] }
    let hours = visit.visit.interval
    let possible = PossibleDay(visit: visit)
    // Hours that are wrong by themselves are AgendaInOrder's to report.
    guard possible.fits(hasRoom: { _, _ in true }) else { return [] }
    guard possible.fits(hasRoom: { supply.holds($0, of: 0, during: $1) }) else {
      return ["the rooms at \(visit.leg.host.name) are not free long enough \(Words.clock(hours))."]
    }
    guard let room = visit.visit.room else { return [] }
    let sessions = visit.settings.visits.agenda.filter(\.needsRoom)
    let isUsable =
      sessions.isEmpty
      || sessions.contains { chosen in
        possible.fits { session, interval in
          session.id == chosen.id
            ? supply.taking(of: room, during: interval) == nil
            : supply.holds(session, of: 0, during: interval)
        }
      }
    return isUsable
      ? [] : ["\(visit.facts.register.name(of: room)) is free for no session \(Words.clock(hours))."]
  }
}
