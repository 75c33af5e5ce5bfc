import Domain

/// Roles that both teams have and only one brings; in a trio, of the host and each visiting team.
enum CounterpartMissing: PreferenceCheck {
  static let preference = Preference.counterpartMissing

  static func charges(in examination: Examination) -> [Charge] {
    let cost = Minutes(hours: examination.facts.settings.costs.counterpartMissing)
    return examination.visits.flatMap { visit -> [Charge] in
      guard let presences = visit.presences else { return [] }
      return visit.leg.visitors.flatMap { visitor -> [Charge] in
        let teams = [visit.leg.host, visitor]
        return Role.allCases.filter { $0 != .other }.flatMap { role -> [Charge] in
          guard teams.allSatisfy({ has(role, $0, visit) }) else { return [] }
          let bringing = teams.filter { brings(role, $0, visit, presences) }
          guard bringing.count == 1, let missing = teams.first(where: { $0.id != bringing[0].id }) else {
            return []
          }
          return charge(
            cost,
            "\(Words.sentence(visit.name)) brings the \(role.title) of \(bringing[0].name) "
              + "and none of \(missing.name)")
        }
      }
    }
  }

  private static func has(_ role: Role, _ team: Team, _ visit: ExaminedVisit) -> Bool {
    visit.leg.people(of: team.id).contains { $0.role == role }
  }

  /// Whether a holder comes, or a deputy fills the role because it is required.
  private static func brings(_ role: Role, _ team: Team, _ visit: ExaminedVisit, _ presences: [Presence])
    -> Bool
  {
    let isRequired = visit.settings.visits.requiredRoles.contains(role)
    let candidates = visit.leg.candidates(for: role, of: team.id)
    return candidates.contains { person in
      presences.contains { presence in
        guard presence.owner == .person(person.id) else { return false }
        return person.role == role
          ? presence.isComing : isRequired && presence.isRequiredMember && presence.isThroughout
      }
    }
  }
}
