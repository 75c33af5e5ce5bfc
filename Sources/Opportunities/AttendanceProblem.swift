import Domain

/// Who could come to one visit on one day, with what their coming costs; the agenda's times are still open.
struct AttendanceProblem {
  /// Somebody of one of the teams.
  struct Candidate {
    /// Index into the programme's people.
    var person: Int
    /// The party that they come with: 0 for the host's people, from 1 on the visiting teams by id.
    var party: Int
    /// Bits of the parties for which they count: that one, or two visiting teams.
    var parties: Int
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

    var isVisitor: Bool { party > 0 }
  }

  /// A role that the host and some of the visitors have, and for which a missing counterpart costs.
  struct SharedRole {
    /// Index into `Role.allCases`.
    var role: Int
    /// Bits of the visiting parties that have it.
    var visitors: Int
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
  /// For each party the sets of candidates, as bits by position in `candidates`, that fill its required roles.
  let covers: [[PeopleSet]]
  /// The candidates who count for two parties.
  let double: PeopleSet
  /// In the order of `Role.allCases`; required roles are always brought and not among them.
  let sharedRoles: [SharedRole]
  let charges: Charges
  let frame: DayFrame
  /// The drives of each party; the host's has none.
  private(set) var roads: [Road]
  /// At most so many visitors, and one more in every room where a facilitator leads.
  let visitorLimit: Int
  let facilitators: Int

  /// With `isLenient` nothing in a diary keeps anybody from coming, and any number may travel.
  init(
    host: TeamRoster, visiting: [VisitingParty], diaries: [Diary], charges: Charges, frame: DayFrame,
    visitorLimit: Int?, facilitators: Int, isLenient: Bool = false
  ) {
    let rosters = [host] + visiting.map(\.roster)
    let roads = [.none] + visiting.map(\.road)
    // Somebody of two visiting teams comes with the first of them, and counts for both.
    var partiesOf: [Int: Int] = [:]
    for (party, roster) in rosters.enumerated() {
      for person in roster.people { partiesOf[person, default: 0] |= 1 << party }
    }
    var members: [(person: Int, party: Int, position: Int)] = []
    for (party, roster) in rosters.enumerated() {
      for (position, person) in roster.people.enumerated()
      where partiesOf[person, default: 0].trailingZeroBitCount == party {
        members.append((person, party, position))
      }
    }
    // The host's people, then the visitors, each in the order of the programme.
    members.sort { (min($0.party, 1), $0.person) < (min($1.party, 1), $1.person) }
    let candidates = members.map { person, party, position in
      let (start, end) = roads[party].absence(frame.from, frame.to, midnight: frame.midnight)
      let runs = diaries[person].runs(around: min(start, frame.from), end).filter {
        $0.status != .preferred && Int($0.start) < end && min(start, frame.from) < Int($0.end)
          && !(isLenient && $0.status == .blocked)
      }
      return Candidate(
        person: person, party: party, parties: partiesOf[person, default: 0],
        role: rosters[party].roles[position], isBound: rosters[party].isBound[position],
        diary: diaries[person], runs: runs, seesMeeting: MeetingObserved.admits(runs, frame))
    }
    self.candidates = candidates
    let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.person, $0) })
    covers = rosters.map { roster in
      let bits = roster.people.map { PeopleSet(1) << PeopleSet(place[$0, default: 0]) }
      return roster.covers.map { cover in
        bits.indices.reduce(PeopleSet(0)) { cover >> UInt64($1) & 1 == 1 ? $0 | bits[$1] : $0 }
      }
    }
    double = candidates.indices.reduce(PeopleSet(0)) {
      candidates[$1].parties.nonzeroBitCount > 1 ? $0 | 1 << PeopleSet($1) : $0
    }
    sharedRoles = Self.sharedRoles(rosters)
    self.charges = charges
    self.frame = frame
    self.roads = roads
    self.visitorLimit = isLenient ? Int.max : visitorLimit ?? Int.max
    self.facilitators = facilitators
  }

  private static func sharedRoles(_ rosters: [TeamRoster]) -> [SharedRole] {
    var free = (1 << Role.allCases.count) - 1
    for role in rosters[0].required + [.other] { free &= ~(1 << (Role.allCases.firstIndex(of: role) ?? 0)) }
    func has(_ party: Int, _ role: Int) -> Bool { rosters[party].roles.contains(role) }
    return Role.allCases.indices.compactMap { role in
      guard free >> role & 1 == 1, has(0, role) else { return nil }
      let visitors = rosters.indices.dropFirst().reduce(0) { has($1, role) ? $0 | 1 << $1 : $0 }
      return visitors == 0 ? nil : SharedRole(role: role, visitors: visitors)
    }
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
    for party in relaxed.roads.indices {
      relaxed.roads[party].outward = 0
      relaxed.roads[party].homeward = 0
    }
    return relaxed
  }

  /// From when to when somebody of `party` is bound by a day from `start` to `end`.
  @inline(__always)
  func absence(_ party: Int, _ start: Int, _ end: Int) -> (from: Int, to: Int) {
    roads[party].absence(start, end, midnight: frame.midnight)
  }

  /// The drives of `party` around a day from `start` to `end`; one that takes no time is on nobody's way.
  @inline(__always)
  func drives(_ party: Int, _ start: Int, _ end: Int) -> (
    out: (from: Int, to: Int), home: (from: Int, to: Int)
  ) {
    let road = roads[party]
    let evening = frame.midnight - 1440 + TravelHours.eveningDeparture
    return (
      road.isOvernight ? (evening, evening + road.outward) : (start - road.outward, start),
      (end, end + road.homeward)
    )
  }

  /// What the night before costs somebody of `party` who comes.
  @inline(__always)
  func night(_ party: Int) -> Int { roads[party].isOvernight ? charges.overnight : 0 }

  /// What it costs that `candidate` is there for the whole of `start..<end`; `nil` where they cannot be.
  func wholeCost(_ candidate: Int, _ start: Int, _ end: Int) -> Int? {
    let person = candidates[candidate]
    let (from, to) = absence(person.party, start, end)
    var cost = night(person.party) + person.notice
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
    var fixed = night(person.party)
    if person.runs.isEmpty { return (fixed + fee(forbidden), forbidden) }
    let meeting = sessions.count - 1
    let (out, home) = drives(person.party, start, end)
    var mustMiss = forbidden
    // Runs that can be accepted at a price or avoided by missing the sessions that touch them.
    var open: [(cost: Int, touches: Int)] = []
    for run in person.runs {
      let (runStart, runEnd) = (Int(run.start), Int(run.end))
      var touches = 0
      for (index, session) in sessions.enumerated() where runStart < session.end && session.start < runEnd {
        touches |= 1 << index
      }
      let isOnWay = out.from < out.to && runStart < out.to && out.from < runEnd
      let isOnWayHome = home.from < home.to && runStart < home.to && home.from < runEnd
      let isOnDrive = person.isVisitor && (isOnWay || isOnWayHome)
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
