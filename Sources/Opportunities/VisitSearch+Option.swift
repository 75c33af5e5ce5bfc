import Domain

extension VisitSearch {
  /// Writes out a day that was found: agenda with rooms, everybody's part, journeys and costs.
  func materialise(_ day: DaySearch.Day, lead: Lead?) -> Option {
    let rooms = roomsOfSessions(day, facilitator: lead == nil ? 0 : 1)
    let interval = Interval(start: Moment(minute: day.start), end: Moment(minute: day.end))
    let programme = table.programme
    var costs = CostSheet.zero
    costs[.delay] = table.delay(of: occasion.day)
    let attendance = attendance(day, lead: lead, costs: &costs)
    if visitorSpanCost(day.start, day.end) > 0 {
      costs[.ownMeetingMissed] = Minutes(hours: programme.settings.costs.ownMeetingMissed)
    }
    var absence: Interval?
    if let lead {
      let driven = lead.trip.outward.minutes + lead.trip.homeward.minutes
      costs[.facilitatorTravel] = table.facilitatorTravel(driven)
      if lead.trip.isOvernight { costs[.overnight] += Minutes(charges.overnight) }
      let (from, to) = FacilitatorDesk.absence(lead.trip, day.start, day.end, midnight: frame.midnight)
      absence = Interval(start: Moment(minute: from), end: Moment(minute: to))
      if let charge = lead.givenUp(day.start, day.end) {
        costs[.clinicCancelled] += Minutes(charge.clinics * charges.clinic)
        costs[.ifNeeded] += Minutes(charge.ifNeeded * charges.ifNeeded)
      }
    }
    if let move = stance.move {
      let change = move.ofChange(
        isMoved: stance.isMoved, day: occasion.day, leader: lead?.index, desks: table.desks)
      costs[.movePublished] = Minutes(change.move)
      costs[.noticeBreach] = Minutes(change.notice + brokenNotice(day))
    }
    let used = Dictionary(grouping: rooms.compactMap { $0 }, by: { $0 }).map { ($0.value.count, $0.key) }
    let main = used.max { ($0.0, -$0.1) < ($1.0, -$1.1) }?.1
    var option = Option(
      day: occasion.day, interval: interval, facilitator: lead?.index, costs: costs, cost: costs.total.count,
      attendees: problem.candidates.indices.filter { day.attendance.parts[$0] != .away }
        .map { problem.candidates[$0].person },
      bookings: rooms.enumerated().compactMap { session, room in
        room.map { Option.RoomUse(room: $0, interval: self.interval(day, session)) }
      },
      facilitatorAbsence: absence,
      detail: VisitDetail(
        agenda: agenda(day, rooms), attendance: attendance, journeys: journeys(day, lead: lead)),
      // Where no other session has a room, the visit is where the meeting is.
      room: main.map { programme.rooms[$0].id } ?? occasion.room)
    option.isBest = day.isBest
    return option
  }

  private var charges: AttendanceProblem.Charges { table.charges }

  /// What the broken notice of those who are required costs.
  private func brokenNotice(_ day: DaySearch.Day) -> Int {
    problem.candidates.indices.filter { day.attendance.parts[$0] == .required }
      .reduce(0) { $0 + problem.candidates[$1].notice }
  }

  private func interval(_ day: DaySearch.Day, _ session: Int) -> Interval {
    Interval(
      start: Moment(minute: day.starts[session]),
      end: Moment(minute: day.starts[session] + table.shape.minutes[session]))
  }

  private func agenda(_ day: DaySearch.Day, _ rooms: [Int?]) -> [AgendaItem] {
    let programme = table.programme
    let sessions = programme.settings.visits.agenda
    var items = table.shape.sessions.enumerated().map { position, index in
      AgendaItem(
        session: sessions[index].id, title: sessions[index].title, interval: interval(day, position),
        room: rooms[position].map { programme.rooms[$0].id })
    }
    let meeting = sessions[table.shape.meetingIndex]
    items.append(
      AgendaItem(
        session: meeting.id, title: meeting.title, interval: occasion.meeting, room: occasion.room))
    return items.sorted { ($0.interval.start, $0.session) < ($1.interval.start, $1.session) }
  }

  /// The room of each session: one for all where one will do, the one that a visit at its old hours had before the
  /// others, then the smallest first; else the smallest for each.
  private func roomsOfSessions(_ day: DaySearch.Day, facilitator: Int) -> [Int?] {
    let calendar = placing.rooms
    let needing = table.shape.sessions.indices.filter { table.shape.needsRoom[$0] && !calendar.isEmpty }
    var heads = [Int](repeating: facilitator, count: table.shape.minutes.count)
    for part in day.attendance.parts {
      switch part {
      case .away: continue
      case .required: for session in heads.indices { heads[session] += 1 }
      case .comes(let missed):
        for session in heads.indices where missed >> session & 1 == 0 { heads[session] += 1 }
      }
    }
    func suits(_ room: Int, _ session: Int) -> Bool {
      calendar.capacities[room] >= heads[session]
        && calendar.isFree(room, day.starts[session], day.starts[session] + table.shape.minutes[session])
    }
    let former = formerRoom.flatMap { calendar.rooms.firstIndex(of: $0) }
    let one = ([former].compactMap { $0 } + Array(calendar.rooms.indices)).first { room in
      needing.allSatisfy { suits(room, $0) }
    }
    return heads.indices.map { session in
      guard needing.contains(session) else { return nil }
      return (one ?? calendar.rooms.indices.first { suits($0, session) }).map { calendar.rooms[$0] }
    }
  }

  /// The room that a visit which keeps its hours was given before, by index into the programme's rooms.
  private var formerRoom: Int? {
    switch stance {
    case .kept, .fixed: table.given(host: host, visitors: visitors)?.room
    case .anew, .moved: nil
    }
  }

  private func attendance(_ day: DaySearch.Day, lead: Lead?, costs: inout CostSheet) -> [Attendance] {
    let programme = table.programme
    let agenda = programme.settings.visits.agenda
    // Sessions by position in the search, the meeting last, to ids in the agenda's order.
    let order = table.shape.sessions + [table.shape.meetingIndex]
    func ids(_ missed: Int) -> [SessionID] {
      order.indices.filter { missed >> $0 & 1 == 1 }.sorted { order[$0] < order[$1] }.map {
        agenda[order[$0]].id
      }
    }
    var sessions = day.starts.enumerated().map { (start: $1, end: $1 + table.shape.minutes[$0]) }
    sessions.append((frame.meetingStart, frame.meetingEnd))
    // By role the parties that bring it, as bits.
    var brought = [Int](repeating: 0, count: Role.allCases.count)
    var rows: [Attendance] = []
    for (index, part) in day.attendance.parts.enumerated() {
      let candidate = problem.candidates[index]
      let person = programme.people[candidate.person]
      var own = CostSheet.zero
      var missed = 0
      switch part {
      case .away:
        missed = (1 << order.count) - 1
        own[.optionalAbsence] = Minutes(charges.absence)
      case .required:
        charge(candidate, missed: nil, day, sessions, &own)
      case .comes(let sessionsMissed):
        missed = sessionsMissed
        own[.optionalAbsence] = Minutes(charges.share(missed.nonzeroBitCount))
        charge(candidate, missed: missed, day, sessions, &own)
      }
      if part != .away { brought[candidate.role] |= candidate.parties }
      costs += own
      rows.append(
        Attendance(
          attendee: .person(person.id), side: candidate.isVisitor ? .visitor : .host, role: person.role,
          isRequired: part == .required, missed: ids(missed), isAbsent: part == .away, cost: own.total))
    }
    let lonely = problem.sharedRoles.reduce(0) { lonely, shared in
      let visitors = brought[shared.role] & shared.visitors
      return lonely
        + (brought[shared.role] & 1 == 1 ? shared.visitors & ~visitors : visitors).nonzeroBitCount
    }
    costs[.counterpartMissing] = Minutes(lonely * charges.missingCounterpart)
    assert(
      rows.reduce(0) { $0 + $1.cost.count } + costs[.counterpartMissing].count + brokenNotice(day)
        == day.attendance.cost, "what is written out is not what the search has counted")
    if let lead {
      let charged = lead.givenUp(day.start, day.end) ?? (0, 0)
      rows.append(
        Attendance(
          attendee: .facilitator(lead.desk.facilitator.id), side: .facilitator, role: nil, isRequired: true,
          cost: Minutes(
            charged.clinics * charges.clinic + charged.ifNeeded * charges.ifNeeded
              + (lead.trip.isOvernight ? charges.overnight : 0))))
    }
    return rows
  }

  /// Charges what `candidate` gives up by coming; `missed` is `nil` for somebody required.
  private func charge(
    _ candidate: AttendanceProblem.Candidate, missed: Int?, _ day: DaySearch.Day,
    _ sessions: [(start: Int, end: Int)], _ own: inout CostSheet
  ) {
    let (from, to) = problem.absence(candidate.party, day.start, day.end)
    var bound: [(start: Int, end: Int)] = []
    if let missed {
      bound = sessions.indices.filter { missed >> $0 & 1 == 0 }.map { sessions[$0] }
      if candidate.isVisitor {
        let (out, home) = problem.drives(candidate.party, day.start, day.end)
        bound += [(out.from, out.to), (home.from, home.to)].filter { $0.0 < $0.1 }
      }
    } else {
      bound = [(from, to)]
      if candidate.diary.hasPreferred, !candidate.diary.prefers(from, to) {
        own[.notPreferred] = Minutes(charges.notPreferred)
      }
    }
    for run in candidate.runs
    where bound.contains(where: { Int(run.start) < $0.end && $0.start < Int(run.end) }) {
      switch run.status {
      case .clinic: own[.clinicCancelled] += Minutes(charges.clinic)
      case .ifNeeded: own[.ifNeeded] += Minutes(charges.ifNeeded)
      case .blocked, .preferred: break
      }
    }
    own[.overnight] = Minutes(problem.night(candidate.party))
  }

  private func journeys(_ day: DaySearch.Day, lead: Lead?) -> [Journey] {
    var journeys = visiting.map { party in
      let (from, to) = party.road.absence(day.start, day.end, midnight: frame.midnight)
      return Journey(
        traveller: .team(table.programme.teams[party.team].id), departure: Moment(minute: from),
        outward: Minutes(party.outward.minutes), homeward: Minutes(party.homeward.minutes),
        arrival: Moment(minute: to), isOvernight: party.isOvernight,
        isEstimated: party.outward.isEstimated || party.homeward.isEstimated)
    }
    if let lead {
      let (from, to) = FacilitatorDesk.absence(lead.trip, day.start, day.end, midnight: frame.midnight)
      journeys.append(
        Journey(
          traveller: .facilitator(lead.desk.facilitator.id), departure: Moment(minute: from),
          outward: Minutes(lead.trip.outward.minutes), homeward: Minutes(lead.trip.homeward.minutes),
          arrival: Moment(minute: to), isOvernight: lead.trip.isOvernight,
          isEstimated: lead.trip.outward.isEstimated || lead.trip.homeward.isEstimated))
    }
    return journeys
  }
}
