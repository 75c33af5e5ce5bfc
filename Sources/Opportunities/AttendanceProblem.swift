import Domain

/// Who could come to one visit on one day, with what their coming costs; the agenda's times are still open.
struct AttendanceProblem {
  /// Somebody of either team.
  struct Candidate {
    /// Index into the programme's people.
    var person: Int
    /// 0 for the host's people, 1 for visitors.
    var side: Int
    /// Index into `Role.allCases`.
    var role: Int
    /// Whether the row says required.
    var isBound: Bool
    var diary: Diary
    /// Blocking, clinic and "if needed" runs near the visit.
    var runs: [DiaryRun]
    /// Whether they can be at the meeting at all.
    var seesMeeting: Bool
    /// What moving a published visit costs if they are required: their notice is broken.
    var notice = 0
  }

  /// What each thing costs, in minutes.
  struct Charges: Sendable {
    var absence: Int
    var missingCounterpart: Int
    var clinic: Int
    var ifNeeded: Int
    var notPreferred: Int
    var overnight: Int
    /// How many sessions the agenda has.
    var sessions: Int

    init(_ programme: Programme) {
      let costs = programme.settings.costs
      absence = Minutes(hours: costs.optionalAbsence).count
      missingCounterpart = Minutes(hours: costs.counterpartMissing).count
      clinic = Minutes(hours: costs.clinicCancelled).count
      ifNeeded = Minutes(hours: costs.ifNeeded).count
      notPreferred = Minutes(hours: costs.notPreferred).count
      overnight = Minutes(hours: costs.overnight).count
      sessions = programme.settings.visits.agenda.count
      hoursOfAbsence = costs.optionalAbsence
    }

    private var hoursOfAbsence: Double

    /// The least that one more session missed can cost.
    var leastShare: Int { Int(hoursOfAbsence * 60 / Double(sessions)) }

    /// The share of an absence for `missed` sessions, rounded up to a minute.
    func share(_ missed: Int) -> Int {
      if missed == 0 { return 0 }
      let exact = hoursOfAbsence * 60 * Double(missed) / Double(sessions)
      // A share that is whole but for the last bits of floating point stays whole.
      return Int((exact - 1e-9).rounded(.up))
    }
  }

  private(set) var candidates: [Candidate]
  /// Sets of candidates of each side, as bits by position in `candidates`, that fill the required roles.
  let covers: [[UInt64]]
  /// Bits of the roles that both teams have and for which a missing counterpart costs.
  let sharedRoles: Int
  /// Bits of the required roles, which are always brought.
  let requiredRoles: Int
  let charges: Charges
  let frame: DayFrame
  /// The visitors' drives.
  private(set) var outward: Int
  private(set) var homeward: Int
  let isOvernight: Bool
  /// At most so many visitors, and one more in every room where a facilitator leads.
  let visitorLimit: Int
  let facilitators: Int

  /// `absent` people (indices into the programme's people) stay away whatever their diaries say. With `isLenient`
  /// nothing in a diary keeps anybody from coming, and any number may travel.
  init(
    host: TeamRoster, visitor: TeamRoster, diaries: [Diary], charges: Charges, frame: DayFrame,
    outward: Int, homeward: Int, isOvernight: Bool, visitorLimit: Int?, facilitators: Int, absent: Set<Int>,
    isLenient: Bool = false
  ) {
    var candidates: [Candidate] = []
    let from = isOvernight ? frame.midnight - 1440 + TravelHours.eveningDeparture : frame.from - outward
    for (side, roster) in [host, visitor].enumerated() {
      for index in roster.people.indices {
        let diary = diaries[roster.people[index]]
        let start = side == 0 ? frame.from : min(from, frame.from)
        let end = side == 0 ? frame.to : frame.to + homeward
        var runs = diary.runs(around: start, end).filter {
          $0.status != .preferred && Int($0.start) < end && start < Int($0.end)
            && !(isLenient && $0.status == .blocked)
        }
        if absent.contains(roster.people[index]) {
          runs = [DiaryRun(start: Int32(start), end: Int32(end), status: .blocked)]
        }
        candidates.append(
          Candidate(
            person: roster.people[index], side: side, role: roster.roles[index],
            isBound: roster.isBound[index],
            diary: diary, runs: runs,
            seesMeeting: MeetingObserved.admits(runs, frame)))
      }
    }
    let offset = host.people.count
    var required = 0
    for role in host.required { required |= 1 << (Role.allCases.firstIndex(of: role) ?? 0) }
    func roles(_ roster: TeamRoster) -> Int { roster.roles.reduce(0) { $0 | 1 << $1 } }
    let other = 1 << (Role.allCases.firstIndex(of: .other) ?? 0)
    self.candidates = candidates
    covers = [host.covers, visitor.covers.map { $0 << UInt64(offset) }]
    sharedRoles = roles(host) & roles(visitor) & ~required & ~other
    requiredRoles = required
    self.charges = charges
    self.frame = frame
    self.outward = outward
    self.homeward = homeward
    self.isOvernight = isOvernight
    self.visitorLimit = isLenient ? Int.max : visitorLimit ?? Int.max
    self.facilitators = facilitators
  }

  /// The same day where each person that the visit needs is charged for their broken notice: by index into the
  /// programme's people.
  func chargingNotice(_ notice: (Int) -> Int) -> AttendanceProblem {
    var charged = self
    for index in candidates.indices { charged.candidates[index].notice = notice(candidates[index].person) }
    return charged
  }

  /// The same people with nobody driving on the day: never dearer, whatever the times.
  var withoutDrives: AttendanceProblem {
    var relaxed = self
    relaxed.outward = 0
    relaxed.homeward = 0
    return relaxed
  }

  /// From when to when somebody of `side` is bound by a day from `start` to `end`.
  @inline(__always)
  func absence(_ side: Int, _ start: Int, _ end: Int) -> (from: Int, to: Int) {
    if side == 0 { return (start, end) }
    return (
      isOvernight ? frame.midnight - 1440 + TravelHours.eveningDeparture : start - outward, end + homeward
    )
  }

  /// The visitors' drives around a day from `start` to `end`.
  @inline(__always)
  func drives(_ start: Int, _ end: Int) -> (out: (from: Int, to: Int), home: (from: Int, to: Int)) {
    let evening = frame.midnight - 1440 + TravelHours.eveningDeparture
    return (
      isOvernight ? (evening, evening + outward) : (start - outward, start), (end, end + homeward)
    )
  }

  /// What it costs that `candidate` is there for the whole of `start..<end`; `nil` where they cannot be.
  func wholeCost(_ candidate: Int, _ start: Int, _ end: Int) -> Int? {
    let person = candidates[candidate]
    let (from, to) = absence(person.side, start, end)
    var cost = (person.side == 1 && isOvernight ? charges.overnight : 0) + person.notice
    for run in person.runs where Int(run.start) < to && from < Int(run.end) {
      switch run.status {
      case .blocked: return nil
      case .clinic: cost += charges.clinic
      case .ifNeeded: cost += charges.ifNeeded
      case .preferred: break
      }
    }
    if person.diary.hasPreferred, !person.diary.prefers(from, to) { cost += charges.notPreferred }
    return cost
  }

  /// The least that it costs when `candidate` comes, and the sessions they then miss; `nil` where they cannot
  /// see the meeting or make the drives.
  ///
  /// `sessions` are the day's sessions by position, the meeting last; those in `forbidden` are missed in any
  /// case. Each session attended costs its price in `prices` besides, no price being above the least share of
  /// an absence, so that nobody leaves a session for its price alone.
  func partCost(
    _ candidate: Int, _ start: Int, _ end: Int, sessions: [(start: Int, end: Int)],
    mustMiss forbidden: Int = 0,
    prices: [Int] = []
  ) -> (cost: Int, missed: Int)? {
    let person = candidates[candidate]
    guard person.seesMeeting else { return nil }
    let all = prices.reduce(0, +)
    func fee(_ missed: Int) -> Int {
      var fee = charges.share(missed.nonzeroBitCount) + all
      if !prices.isEmpty {
        var rest = missed
        while rest != 0 {
          fee -= prices[rest.trailingZeroBitCount]
          rest &= rest - 1
        }
      }
      return fee
    }
    var fixed = person.side == 1 && isOvernight ? charges.overnight : 0
    if person.runs.isEmpty { return (fixed + fee(forbidden), forbidden) }
    let meeting = sessions.count - 1
    let (out, home) = drives(start, end)
    var mustMiss = forbidden
    // Runs that can be accepted at a price or avoided by missing the sessions that touch them.
    var open: [(cost: Int, touches: Int)] = []
    for run in person.runs {
      let (runStart, runEnd) = (Int(run.start), Int(run.end))
      var touches = 0
      for (index, session) in sessions.enumerated() where runStart < session.end && session.start < runEnd {
        touches |= 1 << index
      }
      let isOnDrive =
        person.side == 1
        && (runStart < out.to && out.from < runEnd || runStart < home.to && home.from < runEnd)
      let isForced = isOnDrive || touches >> meeting & 1 == 1
      switch run.status {
      case .preferred: continue
      case .blocked:
        if isForced { return nil }
        mustMiss |= touches
      case .clinic, .ifNeeded:
        let cost = run.status == .clinic ? charges.clinic : charges.ifNeeded
        if isForced { fixed += cost } else if touches != 0 { open.append((cost, touches)) }
      }
    }
    if open.isEmpty { return (fixed + fee(mustMiss), mustMiss) }
    var best = (cost: Int.max, missed: mustMiss)
    func choose(_ index: Int, _ cost: Int, _ missed: Int) {
      if index == open.count {
        let total = cost + fee(missed)
        if total < best.cost { best = (total, missed) }
        return
      }
      if open[index].touches & ~missed == 0 {
        choose(index + 1, cost, missed)
      } else {
        choose(index + 1, cost + open[index].cost, missed)
        choose(index + 1, cost, missed | open[index].touches)
      }
    }
    choose(0, fixed, mustMiss)
    return best
  }
}
