import Domain

extension TinyProgramme {
  /// Eases what keeps three teams from each other, who rarely find a day in common otherwise: fewer people with
  /// something in their diary, more visitors, shorter roads, half of the affiliations.
  mutating func easeForThree(in programme: inout Programme) {
    let owners = programme.people.map { DiaryOwner.person($0.id) }.filter { _ in dice.oneIn(2) }
    programme.availability.removeAll { owners.contains($0.owner) }
    if programme.settings.visits.maxVisitors != nil {
      programme.settings.visits.maxVisitors = dice.roll(3...5)
    }
    if isForDays || dice.oneIn(2) { programme.settings.visits.travel.eveningLimit = Minutes(210) }
    programme.settings.visits.noDiary = .assumeFree
    if dice.oneIn(2) { programme.settings.visits.day.end = .constant(16, 0) }
    for index in programme.facilitators.indices where dice.oneIn(2) {
      programme.facilitators[index].network = nil
      programme.facilitators[index].organisation = nil
      programme.facilitators[index].noticeDays = 0
    }
    for index in programme.rooms.indices { programme.rooms[index].capacity += 2 }
  }

  /// Leaves two people to each of three teams, who can be tried in every way.
  mutating func keepFew(of programme: inout Programme) {
    for team in programme.teams.map(\.id) {
      let spare = programme.people.indices.filter {
        programme.people[$0].teams.contains(team) && programme.people[$0].role == .manager
      }
      for index in spare.reversed() { programme.people.remove(at: index) }
    }
    let known = Set(
      programme.people.map { DiaryOwner.person($0.id) } + programme.facilitators.map { .facilitator($0.id) })
    programme.availability.removeAll { !known.contains($0.owner) }
  }

  /// Makes somebody a member of two teams: of both that visit the first, or of the first and a visiting one.
  mutating func shareSomebody(in programme: inout Programme) {
    let teams = programme.teams.map(\.id)
    let index = dice.roll(0...programme.people.count - 1)
    let own = programme.people[index].teams[0]
    let others = teams.filter { $0 != own && ($0 != teams[0] || dice.oneIn(3)) }
    guard let other = others.first else { return }
    programme.people[index].teams = [own, other].sorted()
  }
}
