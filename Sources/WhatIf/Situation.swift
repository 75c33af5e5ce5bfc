public import Domain

/// A programme with the schedule that people know, and what it becomes when something happens.
public struct Situation: Sendable {
  /// The programme as it is: every visit with a date counts as published, so that moving it costs.
  public let programme: Programme
  /// Facilitators who are described and do not take part yet, with their diaries.
  private let newcomers: [FacilitatorID: Newcomer]
  /// How firm each visit is, as written.
  private let statusOf: [VisitID: VisitStatus]

  private struct Newcomer {
    var facilitator: Facilitator
    var diary: [Availability]
  }

  /// The situation of `programme`, in which those who are `joining` in some change do not take part yet.
  public init(_ programme: Programme, joining: [FacilitatorID] = []) {
    var programme = programme
    var newcomers: [FacilitatorID: Newcomer] = [:]
    for facilitator in programme.facilitators where joining.contains(facilitator.id) {
      newcomers[facilitator.id] = Newcomer(
        facilitator: facilitator,
        diary: programme.availability.filter { $0.owner == .facilitator(facilitator.id) })
    }
    programme.facilitators.removeAll { newcomers[$0.id] != nil }
    programme.availability.removeAll { row in
      if case .facilitator(let id) = row.owner { newcomers[id] != nil } else { false }
    }
    statusOf = Dictionary(programme.schedule.map { ($0.id, $0.status) }) { first, _ in first }
    for index in programme.schedule.indices
    where programme.schedule[index].status == .draft && programme.schedule[index].interval != nil {
      programme.schedule[index].status = .tentative
    }
    self.programme = programme
    self.newcomers = newcomers
  }

  /// The programme in which every visit of `pairs` stays where it is, or without a date: what is known today, with its
  /// costs.
  public func standing(pairs: [[TeamID]]) -> Programme {
    var standing = programme
    let settings = programme.settings
    for group in pairs {
      for host in group {
        let visit = VisitID(host: host, visitors: group.filter { $0 != host })
        let isDated = programme.schedule.contains {
          $0.id == visit && $0.interval != nil && $0.status != .cancelled
        }
        if isDated { continue }
        standing.closures.append(
          Closure(
            from: settings.visitsFrom.advanced(by: -1), to: settings.visitsTo.advanced(by: 1),
            scope: .visit(visit), reason: "without a date as it stands"))
      }
    }
    for index in standing.schedule.indices
    where standing.schedule[index].interval != nil && standing.schedule[index].status != .cancelled {
      standing.schedule[index].pin = standing.schedule[index].pin ?? Pin(reason: "as it stands")
    }
    return standing
  }

  /// The programme after `changes`, in which the pairs that are `broken` up have no visits any more.
  public func after(_ changes: [Change], broken: [PairID] = []) -> Programme {
    var changed = programme
    changed.schedule.removeAll { broken.contains(PairID([$0.host] + $0.visitors)) }
    for change in changes { apply(change, to: &changed) }
    changed.closures.sort { a, b in (a.from, a.to) < (b.from, b.to) }
    changed.availability.sort { a, b in
      if a.owner != b.owner { return a.owner < b.owner }
      return (a.interval.start, a.interval.end, a.status) < (b.interval.start, b.interval.end, b.status)
    }
    changed.roomBookings.sort { a, b in
      (a.room, a.interval.start, a.interval.end) < (b.room, b.interval.start, b.interval.end)
    }
    return changed
  }

  /// `plan`, made in this situation or after a change of it, with visits as firm as they were written, and no pin that
  /// nobody set.
  public func asWritten(_ plan: Plan) -> Plan {
    var plan = plan
    for index in plan.visits.indices {
      let id = plan.visits[index].id
      if let status = statusOf[id], status != .cancelled { plan.visits[index].status = status }
      plan.visits[index].pin = programme.scheduledVisit(id)?.pin
    }
    return plan
  }

  /// The visits that `changes` give up: those cancelled, and what is left of a pair that has met when a team of it
  /// withdraws.
  public func givenUp(by changes: [Change]) -> Set<VisitID> {
    var given: Set<VisitID> = []
    for change in changes {
      switch change.event {
      case .cancel(let visit): given.insert(visit)
      case .withdraw(let team): given.formUnion(unmet(of: team))
      case .notBefore, .notOn, .moveTo, .away, .join: continue
      }
    }
    return given
  }

  /// The visits to come of a team's pair that has met.
  private func unmet(of team: TeamID) -> [VisitID] {
    let past = programme.schedule.filter { ([$0.host] + $0.visitors).contains(team) && isPast($0) }
    guard let met = past.first else { return [] }
    let group = [met.host] + met.visitors
    return group.map { host in VisitID(host: host, visitors: group.filter { $0 != host }) }
      .filter { visit in !past.contains { $0.id == visit } }
  }

  private func isPast(_ row: ScheduledVisit) -> Bool {
    let today = programme.settings.today
    return row.isFixed(on: today) && (row.interval.map { $0.start.day <= today } ?? false)
  }

  /// The pairs and trios that have not met and can be broken up: none of their visits is fixed.
  public func canBreak(_ teams: [TeamID]) -> Bool {
    let pair = PairID(teams)
    return !programme.schedule.contains {
      PairID([$0.host] + $0.visitors) == pair && $0.isFixed(on: programme.settings.today)
    }
  }

  private func apply(_ change: Change, to programme: inout Programme) {
    let settings = programme.settings
    let first = settings.visitsFrom.advanced(by: -1)
    let last = settings.visitsTo.advanced(by: 1)
    let reason = change.reason
    func close(_ visit: VisitID, _ from: Day, _ to: Day) {
      guard from <= to else { return }
      programme.closures.append(Closure(from: from, to: to, scope: .visit(visit), reason: reason))
    }
    switch change.event {
    case .notBefore(let visit, let day):
      loosen(visit, in: &programme)
      close(visit, first, day.advanced(by: -1))
    case .notOn(let visit, let from, let until):
      loosen(visit, in: &programme)
      close(visit, from, until)
    case .moveTo(let visit, let day):
      loosen(visit, in: &programme)
      close(visit, first, day.advanced(by: -1))
      close(visit, day.advanced(by: 1), last)
    case .cancel(let visit):
      programme.schedule.removeAll { $0.id == visit }
      close(visit, first, last)
    case .away(.person(let person), let from, let until):
      absent(.person(person), from, until, in: &programme)
    case .away(.facilitator(let facilitator), let from, let until):
      absent(.facilitator(facilitator), from, until, in: &programme)
    case .away(.room(let room), let from, let until):
      for interval in Self.days(from, until) {
        programme.roomBookings.append(RoomBooking(room: room, interval: interval, reference: reason))
      }
    case .withdraw(let team): withdraw(team, from: &programme, first, last, reason)
    case .join(let id):
      guard let newcomer = newcomers[id], !programme.facilitators.contains(where: { $0.id == id }) else {
        return
      }
      programme.facilitators.append(newcomer.facilitator)
      programme.facilitators.sort { $0.id < $1.id }
      programme.availability += newcomer.diary
    }
  }

  /// A visit that is asked about by name moves although it was confirmed.
  private func loosen(_ visit: VisitID, in programme: inout Programme) {
    for index in programme.schedule.indices
    where programme.schedule[index].id == visit && programme.schedule[index].status == .confirmed {
      programme.schedule[index].status = .tentative
    }
  }

  /// Who sent nothing, and so counts as never free, is no freer for being away.
  private func absent(_ owner: DiaryOwner, _ from: Day, _ until: Day, in programme: inout Programme) {
    let window = programme.settings.visitsFrom...programme.settings.visitsTo
    let isSilent = !programme.availability.contains {
      $0.owner == owner && window.contains($0.interval.start.day)
    }
    if isSilent, programme.settings.visits.noDiary == .unavailable { return }
    for interval in Self.days(from, until) {
      programme.availability.append(Availability(owner: owner, interval: interval, status: .unavailable))
    }
  }

  /// Takes a team's visits out. Where one has taken place, the pair stays, and its other visit is given up.
  private func withdraw(
    _ team: TeamID, from programme: inout Programme, _ first: Day, _ last: Day, _ reason: String?
  ) {
    guard let place = programme.teams.firstIndex(where: { $0.id == team }) else { return }
    let own = programme.schedule.filter { ([$0.host] + $0.visitors).contains(team) }
    let past = own.filter(isPast)
    programme.schedule.removeAll { row in
      own.contains { $0.id == row.id } && !past.contains { $0.id == row.id }
    }
    if past.isEmpty {
      programme.teams[place].isApproved = false
      programme.pairRules.removeAll { $0.kind == .force && ($0.teamA == team || $0.teamB == team) }
    }
    for visit in unmet(of: team) {
      programme.closures.append(Closure(from: first, to: last, scope: .visit(visit), reason: reason))
    }
  }

  /// All of each day from `from` to `until`.
  private static func days(_ from: Day, _ until: Day) -> [Interval] {
    guard from <= until else { return [] }
    return (0...from.distance(to: until)).map { offset in
      let day = from.advanced(by: offset)
      return Interval(start: Moment(day, .constant(0, 0)), end: Moment(day, .constant(24, 0)))
    }
  }
}
