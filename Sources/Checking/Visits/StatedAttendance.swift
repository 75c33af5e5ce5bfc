import Domain

/// A visit's stated attendance, held against the teams' people and the required roles.
struct StatedAttendance {
  let visit: ExaminedVisit
  let presences: [Presence]

  /// Everything that is wrong with who is listed, needed and there, in words.
  var faults: [String] { listingFaults + dutyFaults + roleFaults }

  private var stated: [Attendance] { visit.visit.detail?.attendance ?? [] }

  private var listingFaults: [String] {
    var faults: [String] = []
    let expected =
      visit.leg.members.map { Attendee.person($0.person.id) }
      + [visit.facilitator].compactMap { $0.map { Attendee.facilitator($0.id) } }
    for attendee in expected {
      let count = stated.filter { $0.attendee == attendee }.count
      let name = visit.facts.register.name(of: attendee)
      if count == 0 { faults.append("\(name) is not listed.") }
      if count > 1 { faults.append("\(name) is listed \(count) times.") }
    }
    for attendance in stated {
      let name = visit.facts.register.name(of: attendance.attendee)
      if !expected.contains(attendance.attendee) { faults.append("\(name) is listed but no part of it.") }
      let agenda = visit.settings.visits.agenda.map(\.id)
      for session in attendance.missed where !agenda.contains(session) {
        faults.append("\(name) is said to miss \(session), which is no session of the agenda.")
      }
      if attendance.isAbsent, agenda.contains(where: { !attendance.missed.contains($0) }) {
        faults.append("\(name) stays away but is not said to miss every session.")
      }
      if !attendance.isAbsent, !agenda.isEmpty, agenda.allSatisfy(attendance.missed.contains) {
        faults.append("\(name) misses every session but is not said to stay away.")
      }
    }
    for presence in presences {
      let side = presence.member?.side ?? .facilitator
      if presence.attendance.side != side {
        faults.append(
          "\(presence.name) is listed as \(presence.attendance.side.rawValue) instead of \(side.rawValue).")
      }
      if presence.attendance.role != presence.member?.person.role {
        faults.append("\(presence.name) is listed with another role than people.csv gives.")
      }
    }
    return faults
  }

  /// Faults of those who are needed, or said to be.
  private var dutyFaults: [String] {
    presences.flatMap { presence -> [String] in
      let isBound = presence.member.map { $0.person.attendance == .required } ?? true
      var faults: [String] = []
      if isBound, !presence.attendance.isRequired {
        faults.append("\(presence.name) is required but not said to be.")
      }
      if isBound || presence.attendance.isRequired, !presence.isThroughout {
        faults.append(
          presence.isComing
            ? "\(presence.name) is required but misses \(Words.list(presence.attendance.missed.map(\.text)))."
            : "\(presence.name) is required but stays away.")
      }
      if !isBound, presence.attendance.isRequired, let member = presence.member, !canFillRole(member) {
        faults.append("\(presence.name) is said to be required but fills no required role.")
      }
      return faults
    }
  }

  private func canFillRole(_ member: Leg.Member) -> Bool {
    visit.leg.teams.contains { team in
      visit.settings.visits.requiredRoles.contains { role in
        visit.leg.candidates(for: role, of: team.id).contains { $0.id == member.person.id }
      }
    }
  }

  private var roleFaults: [String] {
    visit.leg.teams.flatMap { team in
      visit.settings.visits.requiredRoles.compactMap { role -> String? in
        let candidates = visit.leg.candidates(for: role, of: team.id)
        let there = presences.filter { presence in
          presence.isThroughout && candidates.contains { presence.owner == .person($0.id) }
        }
        if there.isEmpty {
          return "nobody is there throughout as \(role.title) of \(team.name)."
        }
        return there.contains(where: \.isRequiredMember)
          ? nil : "\(there[0].name) fills the role of \(role.title) but is not said to be required."
      }
    }
  }
}
