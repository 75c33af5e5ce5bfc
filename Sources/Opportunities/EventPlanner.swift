import Domain

/// Settles when the learning events are, before any visit: each at the time at which most required people can be there.
///
/// Times after today come before others; of equal ones the earlier, by its start and then its end. Events are settled in
/// the order of programme.yaml, and who is at one is not free for the next.
struct EventPlanner {
  private let programme: Programme
  private let rows: [DiaryOwner: [Availability]]
  private let agreed: AgreedDays

  init(_ programme: Programme, rows: [DiaryOwner: [Availability]], agreed: AgreedDays) {
    self.programme = programme
    self.rows = rows
    self.agreed = agreed
  }

  /// The events at their times, in the order of programme.yaml.
  func plan() -> [PlannedEvent] {
    if programme.settings.events.isEmpty { return [] }
    let invited = invited
    var engagements = [[Interval]](repeating: [], count: invited.count)
    return programme.settings.events.compactMap { event in
      let able = event.options.map { option in
        invited.indices.filter { canAttend(programme.people[invited[$0]], option, engagements[$0]) }
      }
      func rank(_ option: Int) -> (Int, Int, Int, Int) {
        let interval = event.options[option]
        return (
          interval.start.day > programme.settings.today ? 0 : 1, -able[option].count, interval.start.minute,
          interval.end.minute
        )
      }
      guard let best = event.options.indices.min(by: { rank($0) < rank($1) }) else { return nil }
      for place in able[best] { engagements[place].append(event.options[best]) }
      let missing = Set(invited.indices).subtracting(able[best])
      func ids(_ places: [Int]) -> [PersonID] { places.map { programme.people[invited[$0]].id }.sorted() }
      return PlannedEvent(
        event: event.id, title: event.title, interval: event.options[best], attending: ids(able[best]),
        missing: ids(missing.sorted()), tallies: able.map(\.count))
    }
  }

  /// The people of eligible teams who hold a required role or whose row says required, by index.
  private var invited: [Int] {
    let settings = programme.settings.visits
    let eligible = Set(programme.teams.filter { $0.isApproved && $0.arm == .visit }.map(\.id))
    return programme.people.indices.filter { index in
      let person = programme.people[index]
      return person.teams.contains(where: eligible.contains)
        && (person.attendance == .required || settings.requiredRoles.contains(person.role))
    }
  }

  private func canAttend(_ person: Person, _ interval: Interval, _ engagements: [Interval]) -> Bool {
    if person.maxDays == 0 || engagements.contains(where: interval.overlaps) { return false }
    let settings = programme.settings
    let notice = person.noticeDays ?? settings.visits.defaultNoticeDays
    let diary = Diary(
      rows: rows[.person(person.id)] ?? [], days: interval.start.day...interval.end.day,
      window: settings.visitsFrom...settings.visitsTo, notBefore: settings.today.advanced(by: notice),
      agreed: agreed[.person(person.id)], silent: settings.visits.noDiary)
    return diary.charge(interval.start.minute, interval.end.minute) != nil
  }
}
