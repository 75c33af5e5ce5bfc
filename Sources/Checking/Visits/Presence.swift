import Domain

/// One person's stated part in a visit, and the time it takes.
struct Presence {
  let attendance: Attendance
  let owner: DiaryOwner
  let name: String
  /// `nil` for the facilitator.
  let member: Leg.Member?
  /// Their journey; `nil` for the host's people.
  let trip: Trip?
  /// From first to last, drives included.
  let wholeVisit: Interval
  /// The time in which they must be free: all of the visit where the visit needs them, else the drives and the
  /// sessions they attend; nothing where they stay away.
  let occupied: [Interval]

  var isComing: Bool { !attendance.isAbsent }
  /// Whether they are at every session.
  var isThroughout: Bool { isComing && attendance.missed.isEmpty }
  /// Whether the visit needs this member of a team.
  var isRequiredMember: Bool { member != nil && attendance.isRequired }

  /// The presences of everybody listed who belongs to the visit; each at their first listing.
  static func all(
    in detail: VisitDetail, of visit: Visit, leg: Leg, trips: [Trip], facilitator: Facilitator?
  ) -> [Presence] {
    var seen: Set<Attendee> = []
    return detail.attendance.compactMap { attendance in
      guard seen.insert(attendance.attendee).inserted else { return nil }
      switch attendance.attendee {
      case .person(let id):
        guard let member = leg.members.first(where: { $0.person.id == id }) else { return nil }
        let trip =
          member.side == .visitor ? trips.first { $0.traveller == .team(member.team) } : nil
        return Presence(
          attendance, owner: .person(id), name: member.person.name, member: member, trip: trip,
          visit: visit.interval, agenda: detail.agenda)
      case .facilitator(let id):
        guard let facilitator, facilitator.id == id else { return nil }
        return Presence(
          attendance, owner: .facilitator(id), name: facilitator.name, member: nil,
          trip: trips.first { $0.traveller == .facilitator(id) }, visit: visit.interval,
          agenda: detail.agenda)
      }
    }
  }

  private init(
    _ attendance: Attendance, owner: DiaryOwner, name: String, member: Leg.Member?, trip: Trip?,
    visit: Interval, agenda: [AgendaItem]
  ) {
    self.attendance = attendance
    self.owner = owner
    self.name = name
    self.member = member
    self.trip = trip
    wholeVisit = trip?.absence ?? visit
    if attendance.isAbsent {
      occupied = []
    } else if attendance.isRequired || member == nil {
      occupied = [wholeVisit]
    } else {
      occupied =
        (trip?.drives(for: visit) ?? [])
        + agenda.filter { !attendance.missed.contains($0.session) }.map(\.interval)
    }
  }
}
