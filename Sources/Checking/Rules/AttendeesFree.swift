import Domain

/// Whoever attends is free, drives included, at the cost stated.
enum AttendeesFree: RuleCheck {
  static let rule = Rule.attendeesFree

  static func findings(in examination: Examination) -> [Finding] {
    examination.visits.flatMap { visit in
      let faults =
        visit.presences.map { statedFaults(of: visit, $0) + costFaults(of: visit, $0) }
        ?? possibilityFaults(of: visit)
      return faults.map { finding(visit, $0) }
    }
  }

  private static func statedFaults(of visit: ExaminedVisit, _ presences: [Presence]) -> [String] {
    presences.flatMap { presence -> [String] in
      var faults: [String] = []
      for needed in presence.occupied {
        guard let obstacle = visit.facts.diaries.obstacle(for: presence.owner, during: needed) else {
          continue
        }
        let sentence = clash(presence.name, obstacle, needed)
        if !faults.contains(sentence) { faults.append(sentence) }
      }
      return faults
    }
  }

  private static func clash(_ name: String, _ obstacle: Diaries.Piece, _ needed: Interval) -> String {
    let start = needed.start.day == needed.end.day ? "" : " on \(Words.date(needed.start.day))"
    return "\(Words.obstacle(name, obstacle)) but needed from \(needed.start.clock)\(start) to "
      + "\(needed.end.clock) on \(Words.date(needed.end.day))."
  }

  private static func costFaults(of visit: ExaminedVisit, _ presences: [Presence]) -> [String] {
    let costs = AttendanceCosts(visit: visit)
    return presences.compactMap { presence in
      let cost = costs.cost(of: presence.attendance.attendee)
      guard cost != presence.attendance.cost else { return nil }
      return "\(presence.name) is said to cost \(Words.duration(presence.attendance.cost)) at \(visit.name); "
        + "it is \(Words.duration(cost))."
    }
  }

  /// Those whom a visit without detail cannot do without and who are not free.
  private static func possibilityFaults(of visit: ExaminedVisit) -> [String] {
    let diaries = visit.facts.diaries
    var faults = visit.leg.members.filter { $0.person.attendance == .required }.compactMap { member in
      let needed = visit.wholeVisit(of: member)
      return diaries.obstacle(for: .person(member.person.id), during: needed).map {
        clash(member.person.name, $0, needed)
      }
    }
    if let facilitator = visit.facilitator,
      let trip = visit.trips.first(where: { $0.traveller == .facilitator(facilitator.id) }),
      let obstacle = diaries.obstacle(for: .facilitator(facilitator.id), during: trip.absence)
    {
      faults.append(clash(facilitator.name, obstacle, trip.absence))
    }
    return faults
  }
}
