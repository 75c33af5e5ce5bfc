import Domain

/// Who of a team could be at a visit, if only the diaries are asked.
struct Muster {
  let team: Team
  /// The required roles that nobody fills, each with those who might have and what keeps each away.
  let gaps: [(role: Role, busy: [(person: Person, obstacle: Diaries.Piece?)])]
  /// People whose row requires them and who cannot come.
  let missing: [(person: Person, obstacle: Diaries.Piece?)]
  /// For each required role that can be filled, those who can.
  let fillable: [Set<PersonID>]
  /// People whose row requires them and who can come.
  let present: Set<PersonID>
  /// Everybody who can come, by id.
  let free: [Person]

  /// The people of `team`, each of whom gives `whole` of their time; those in `elsewhere` cannot come.
  init(team: Team, leg: Leg, whole: (Person) -> Interval, elsewhere: Set<PersonID> = []) {
    self.team = team
    let people = leg.people(of: team.id)
    let diaries = leg.facts.diaries
    func obstacle(_ person: Person) -> Diaries.Piece? {
      diaries.obstacle(for: .person(person.id), during: whole(person))
    }
    func canCome(_ person: Person) -> Bool {
      person.maxDays != 0 && !elsewhere.contains(person.id) && obstacle(person) == nil
    }
    let free = people.filter(canCome)
    let duty = people.filter { $0.attendance == .required }
    missing = duty.filter { !canCome($0) }.map { ($0, obstacle($0)) }

    var gaps: [(role: Role, busy: [(person: Person, obstacle: Diaries.Piece?)])] = []
    var fillable: [Set<PersonID>] = []
    for role in leg.settings.visits.requiredRoles {
      let candidates = leg.candidates(for: role, of: team.id)
      let able = candidates.filter { candidate in free.contains { $0.id == candidate.id } }
      if able.isEmpty {
        gaps.append((role, candidates.map { ($0, obstacle($0)) }))
      } else {
        fillable.append(Set(able.map(\.id)))
      }
    }
    self.gaps = gaps
    self.fillable = fillable
    present = Set(duty.filter(canCome).map(\.id))
    self.free = free
  }

  /// Whether everybody needed can come.
  var isComplete: Bool { gaps.isEmpty && missing.isEmpty }
}
