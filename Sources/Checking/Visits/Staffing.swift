import Domain

/// Whether several visits of one day can be staffed at once, nobody being in two of them.
enum Staffing {
  /// Tries every way of giving each shared person to one of the visits; those in `taken` go to none.
  static func isPossible(_ visits: [ExaminedVisit], taken: Set<PersonID>) -> Bool {
    var places: [PersonID: [Int]] = [:]
    var shared: [PersonID] = []
    for (place, visit) in visits.enumerated() {
      for person in useful(at: visit) where !taken.contains(person) {
        places[person, default: []].append(place)
        if places[person]?.count == 2 { shared.append(person) }
      }
    }
    var elsewhere = [Set<PersonID>](repeating: taken, count: visits.count)

    func assign(_ next: Int) -> Bool {
      guard next < shared.count else {
        return visits.indices.allSatisfy { canStaff(visits[$0], elsewhere[$0]) }
      }
      let options = places[shared[next]] ?? []
      return options.contains { chosen in
        for place in options where place != chosen { elsewhere[place].insert(shared[next]) }
        defer { for place in options where place != chosen { elsewhere[place].remove(shared[next]) } }
        return assign(next + 1)
      }
    }
    return assign(0)
  }

  /// The people whom a visit may need: those whose row requires them and those who may fill a required role.
  private static func useful(at visit: ExaminedVisit) -> [PersonID] {
    let leg = visit.leg
    return leg.members.filter { member in
      member.person.attendance == .required
        || leg.teams.contains { team in
          leg.settings.visits.requiredRoles.contains { role in
            leg.candidates(for: role, of: team.id).contains { $0.id == member.person.id }
          }
        }
    }.map(\.person.id)
  }

  private static func canStaff(_ visit: ExaminedVisit, _ elsewhere: Set<PersonID>) -> Bool {
    Headcount(leg: visit.leg, hours: visit.visit.interval, trips: visit.trips, elsewhere: elsewhere)
      .isComplete
  }
}
