import Domain

@testable import Checking

/// Tries every way to spend one day: every order and half-hour of the sessions, every room, everybody coming,
/// missing any sessions or staying away. The checker alone judges what is allowed and what it costs.
struct BruteForceDay {
  let programme: Programme
  let checker: Checker
  let host: Team
  let visitors: [Team]
  let facilitator: Facilitator?
  let meeting: Interval
  let frame: Visit

  struct Best: Equatable {
    var cost: Int
    var start: Moment
    var end: Moment
  }

  init(
    _ programme: Programme, _ checker: Checker, host: Int, visitors: [Int], facilitator: Int?,
    meeting: Interval
  ) {
    self.programme = programme
    self.checker = checker
    self.host = programme.teams[host]
    self.visitors = visitors.map { programme.teams[$0] }
    self.facilitator = facilitator.map { programme.facilitators[$0] }
    self.meeting = meeting
    frame = Visit(
      host: self.host.id, visitors: self.visitors.map(\.id), interval: meeting,
      facilitator: self.facilitator?.id)
  }

  /// The least cost, then the shortest day, then the earliest; `nil` where the checker allows nothing.
  func best() -> Best? {
    var best: Best?
    var partsThatKeep: [[Part]: Bool] = [:]
    for agenda in agendas() {
      guard let start = agenda.map(\.interval.start).min(), let end = agenda.map(\.interval.end).max() else {
        continue
      }
      // What is wrong whoever comes rules the agenda out at once.
      if !keeps(Self.settledByAgenda, visit(agenda, start, end, [])) { continue }
      let roomed = inRooms(agenda).filter { keeps([.roomFree], visit($0, start, end, [])) }
      if !roomed.isEmpty { cheapest(roomed, start, end, &best, &partsThatKeep) }
    }
    return best
  }

  /// Rules that attendance cannot mend.
  private static let settledByAgenda: Set<Rule> = [
    .onMeetingDate, .agendaInOrder, .travelHours, .visitorMeetingKept, .facilitatorPresent,
    .facilitatorIndependent, .facilitatorNotice,
  ]

  /// Whether the checker finds no breach of `rules`.
  private func keeps(_ rules: Set<Rule>, _ visit: Visit) -> Bool {
    let examination = examination(visit)
    return Registry.rules.allSatisfy { !rules.contains($0.rule) || $0.findings(in: examination).isEmpty }
  }

  private func examination(_ visit: Visit) -> Examination {
    Examination(facts: checker.facts, visits: [visit], groups: [], pairs: nil, unscheduled: nil)
  }

  private func visit(_ agenda: [AgendaItem], _ start: Moment, _ end: Moment, _ attendance: [Attendance])
    -> Visit
  {
    var visit = frame
    visit.interval = Interval(start: start, end: end)
    visit.room = agenda.first { $0.session.text != "mdt" && $0.room != nil }?.room
    visit.detail = VisitDetail(agenda: agenda, attendance: attendance, journeys: journeys(start, end))
    return visit
  }

  private func journeys(_ start: Moment, _ end: Moment) -> [Journey] {
    var bare = frame
    bare.interval = Interval(start: start, end: end)
    return (ExaminedVisit(bare, facts: checker.facts)?.trips ?? []).map { trip in
      Journey(
        traveller: trip.traveller, departure: trip.departure, outward: trip.outward.minutes,
        homeward: trip.homeward.minutes, arrival: trip.arrival, isOvernight: trip.isOvernight,
        isEstimated: trip.outward.isEstimated || trip.homeward.isEstimated)
    }
  }

  private func agendas() -> [[AgendaItem]] {
    let sessions = programme.settings.visits.agenda
    let midnight = meeting.start.day.number * 1440
    var result: [[AgendaItem]] = []
    func place(_ index: Int, _ placed: [AgendaItem]) {
      guard index < sessions.count else {
        result.append(placed.sorted { ($0.interval.start, $0.session) < ($1.interval.start, $1.session) })
        return
      }
      let session = sessions[index]
      guard let minutes = session.minutes?.count else {
        let item = AgendaItem(session: session.id, title: session.title, interval: meeting)
        return place(index + 1, placed + [item])
      }
      // An hour either side of the day, to see that the checker draws the line where the core does.
      for start in stride(from: midnight + 8 * 60, through: midnight + 15 * 60, by: 30) {
        let interval = Interval(start: Moment(minute: start), end: Moment(minute: start + minutes))
        if placed.contains(where: { $0.interval.overlaps(interval) }) || interval.overlaps(meeting) {
          continue
        }
        place(
          index + 1, placed + [AgendaItem(session: session.id, title: session.title, interval: interval)])
      }
    }
    place(0, [])
    return result
  }

  /// The agenda with every choice of rooms.
  private func inRooms(_ agenda: [AgendaItem]) -> [[AgendaItem]] {
    let rooms = programme.rooms.filter { $0.site == host.site }.map(\.id)
    var choices: [[AgendaItem]] = [[]]
    for item in agenda {
      let needsRoom = programme.settings.visits.agenda.contains { $0.id == item.session && $0.needsRoom }
      let places: [RoomID?] = needsRoom && !rooms.isEmpty ? rooms : [nil]
      choices = choices.flatMap { placed in
        places.map { room in
          var item = item
          item.room = room
          return placed + [item]
        }
      }
    }
    return choices
  }

  /// Everybody's choices that the checker does not object to by themselves, with what it charges for each; the
  /// facilitator's only choice last.
  private func choices(_ agenda: [AgendaItem], _ start: Moment, _ end: Moment) -> [[Attendance]] {
    let order = programme.settings.visits.agenda.map(\.id)
    let optional = order.filter { $0.text != "mdt" }
    let roles = programme.settings.visits.requiredRoles
    let members =
      programme.people.filter { $0.teams.contains(host.id) }.map { ($0, Side.host) }
      + programme.people.filter { person in
        visitors.contains { person.teams.contains($0.id) } && !person.teams.contains(host.id)
      }.map { ($0, Side.visitor) }
    func rows(isRequired: Bool, missed: [SessionID], isAbsent: Bool = false) -> [Attendance] {
      members.map { person, side in
        Attendance(
          attendee: .person(person.id), side: side, role: person.role, isRequired: isRequired, missed: missed,
          isAbsent: isAbsent)
      }
    }
    var kinds = [rows(isRequired: true, missed: []), rows(isRequired: false, missed: order, isAbsent: true)]
    for subset in 0..<(1 << optional.count) {
      let missed = optional.indices.filter { subset >> $0 & 1 == 1 }.map { optional[$0] }
      kinds.append(rows(isRequired: false, missed: order.filter(missed.contains)))
    }
    // Being there as required is a choice only for those who can fill a role or whose row says so.
    let principals = Set(programme.people.filter { roles.contains($0.role) }.map(\.id))
    let canBeRequired = members.map { person, _ in
      person.attendance == .required || roles.contains(person.role)
        || (person.deputyFor.map(principals.contains) ?? false)
    }
    var choices = [[Attendance]](repeating: [], count: members.count)
    for kind in kinds {
      let priced = priced(kind, agenda, start, end)
      let examination = examination(visit(agenda, start, end, priced))
      let objections = AttendeesFree.findings(in: examination) + MeetingObserved.findings(in: examination)
      for (index, row) in priced.enumerated()
      where !objections.contains(where: { $0.breach.sentence.contains(members[index].0.name + " ") }) {
        if !row.isRequired || canBeRequired[index] { choices[index].append(row) }
      }
    }
    if let facilitator {
      let row = Attendance(attendee: .facilitator(facilitator.id), side: .facilitator, isRequired: true)
      let priced = priced([row], agenda, start, end)
      choices.append(keeps([.attendeesFree], visit(agenda, start, end, priced)) ? priced : [])
    }
    return choices
  }

  /// The rows with what the checker charges each person.
  private func priced(
    _ rows: [Attendance], _ agenda: [AgendaItem], _ start: Moment, _ end: Moment
  ) -> [Attendance] {
    guard let examined = ExaminedVisit(visit(agenda, start, end, rows), facts: checker.facts) else {
      return []
    }
    let costs = AttendanceCosts(visit: examined)
    return rows.map { row in
      var row = row
      row.cost = costs.cost(of: row.attendee)
      return row
    }
  }

  /// Tries everybody's choices for an agenda that stands in each of `roomed` with other rooms.
  private func cheapest(
    _ roomed: [[AgendaItem]], _ start: Moment, _ end: Moment, _ best: inout Best?,
    _ partsThatKeep: inout [[Part]: Bool]
  ) {
    let agenda = roomed[0]
    // Cheapest first, so that a good day is found early and most others can be left out by their cost.
    let choices = choices(agenda, start, end).map { own in own.sorted { $0.cost < $1.cost } }
    if choices.contains(where: \.isEmpty) { return }
    // Roles that are not filled when everybody who can be needed is there are never filled.
    let fullest = choices.map { own in own.first(where: \.isRequired) ?? own[0] }
    if !keeps([.rolesPresent], visit(agenda, start, end, fullest)) { return }
    // What the day costs whoever comes.
    let base = checker.cost(of: visit(agenda, start, end, [])).total.count
    func isWorse(_ cost: Int) -> Bool {
      guard let best else { return false }
      return (cost, end.minute - start.minute, start.minute)
        >= (best.cost, best.end.minute - best.start.minute, best.start.minute)
    }
    func choose(_ index: Int, _ choices: [[Attendance]], _ rows: [Attendance], _ cost: Int) {
      if isWorse(cost + choices[index...].reduce(0) { $0 + $1[0].cost.count }) { return }
      if index < choices.count {
        for row in choices[index] { choose(index + 1, choices, rows + [row], cost + row.cost.count) }
        return
      }
      let total = checker.cost(of: visit(agenda, start, end, rows)).total.count
      if isWorse(total) { return }
      if roomed.contains(where: { keeps(Self.aboutOneVisit, visit($0, start, end, rows)) }) {
        best = Best(cost: total, start: start, end: end)
      }
    }
    // Who is needed and who comes at all decides these two rules, whatever the agenda and whatever else is missed.
    func choosePart(_ index: Int, _ parts: [Part], _ chosen: [[Attendance]]) {
      if index < choices.count {
        for part in Part.allCases {
          let own = choices[index].filter { Part($0) == part }
          if !own.isEmpty { choosePart(index + 1, parts + [part], chosen + [own]) }
        }
        return
      }
      let first = chosen.map { $0[0] }
      if isWorse(base + first.reduce(0) { $0 + $1.cost.count }) { return }
      let keeps =
        partsThatKeep[parts] ?? keeps([.rolesPresent, .visitorLimit], visit(agenda, start, end, first))
      partsThatKeep[parts] = keeps
      if keeps { choose(0, chosen, [], base) }
    }
    choosePart(0, [], [])
  }

  /// What somebody is on a day, whatever else is missed.
  private enum Part: CaseIterable {
    case required, optional, absent

    init(_ row: Attendance) {
      self = row.isRequired ? .required : row.isAbsent ? .absent : .optional
    }
  }

  /// The rules that one visit by itself can be held to.
  static let aboutOneVisit = Set(Rule.allCases.filter { !isAboutOthers($0) })

  /// Rules about pairs or several visits, which one visit by itself cannot be held to.
  static func isAboutOthers(_ rule: Rule) -> Bool {
    switch rule {
    case .onePartnerPerTeam, .eligibleTeams, .keptApart, .travelLimit, .levelGapLimit, .minimumGain,
      .forbiddenPair,
      .forcedPair, .enoughCommonDates, .enoughCommonIndicators, .eachLegOnce, .reciprocalGap,
      .sameFacilitator, .weeklyLimit,
      .oneVisitPerFacilitatorPerDay, .facilitatorWithinReach, .facilitatorWeeklyLimit, .facilitatorTotalLimit,
      .oneVisitPerPersonPerDay, .personDayLimit, .oneVisitPerRoom:
      true
    case .onMeetingDate, .agendaInOrder, .rolesPresent, .attendeesFree, .meetingObserved, .roomFree,
      .roomCapacity,
      .visitorLimit, .travelHours, .visitorMeetingKept, .facilitatorPresent, .facilitatorIndependent,
      .facilitatorNotice:
      false
    }
  }
}
