import Domain

/// The days for which people were asked to come, by the published visits of the schedule that is given: what they give
/// up then they have been told in time, whatever day it is now.
struct AgreedDays {
  private var days: [DiaryOwner: Set<Day>] = [:]

  /// Of visitors and facilitators also the day before, on which they may set out.
  init(_ programme: Programme) {
    var ofTeams: [TeamID: Set<Day>] = [:]
    for row in programme.schedule where row.status != .cancelled && (row.isPublished || row.status == .held) {
      guard let date = row.interval?.start.day else { continue }
      let eve = date.advanced(by: -1)
      ofTeams[row.host, default: []].insert(date)
      for visitor in row.visitors { ofTeams[visitor, default: []].formUnion([eve, date]) }
      if let leader = row.facilitator { days[.facilitator(leader), default: []].formUnion([eve, date]) }
    }
    guard !ofTeams.isEmpty else { return }
    for person in programme.people {
      let own = person.teams.reduce(into: Set<Day>()) { $0.formUnion(ofTeams[$1] ?? []) }
      if !own.isEmpty { days[.person(person.id)] = own }
    }
  }

  subscript(owner: DiaryOwner) -> Set<Day> { days[owner] ?? [] }
}
