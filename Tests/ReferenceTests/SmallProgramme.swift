import Domain

/// A made-up programme of three to six teams, small enough for the whole model and yet such that each rule decides
/// something in some of them: few dates, tight limits, shared rooms and people, wishes about pairs.
struct SmallProgramme {
  /// What a programme is hard about.
  enum Difficulty: CaseIterable {
    /// Who may be paired with whom, which leaves few pairs.
    case pairs
    /// The worst pair, among many that are possible.
    case fairness
    /// A facilitator's nights between hosts that lie far apart.
    case reach
    /// Rooms and people that several teams share.
    case sharing
    /// Two or three facilitators with limits of their own.
    case facilitators
  }

  var dice: Dice
  let difficulty: Difficulty
  private let teamCount: Int
  /// How many programmes of this difficulty came before.
  let turn: Int

  var isStrict: Bool {
    switch difficulty {
    case .pairs, .fairness: true
    case .reach, .sharing, .facilitators: false
    }
  }

  /// 2027-01-11.
  private static let monday = Day(number: 20_829)

  init(seed: Int) {
    dice = Dice(seed)
    difficulty = Difficulty.allCases[seed % Difficulty.allCases.count]
    turn = seed / Difficulty.allCases.count
    teamCount = 4 + turn % 3
  }

  mutating func make() -> Programme {
    let weeks = isStrict ? dice.roll(3...4) : dice.roll(4...5)
    var settings = Settings(
      id: id("small"), name: "Small", timeZone: "Europe/London", visitsFrom: Self.monday,
      visitsTo: Self.monday.advanced(by: 7 * weeks - 1), today: Self.monday.advanced(by: -dice.roll(1...20)))
    fill(&settings.pairing)
    fill(&settings.visits)
    fill(&settings.costs)
    var programme = Programme(settings: settings, teams: [], sites: [], people: [], meetings: [])
    addTeams(&programme)
    addRooms(&programme)
    addFacilitators(&programme)
    addTravel(&programme)
    if difficulty == .reach { spreadOut(&programme) } else { addDiaries(&programme) }
    addResults(&programme)
    addPairRules(&programme)
    return programme
  }

  // MARK: - Tables

  private mutating func addTeams(_ programme: inout Programme) {
    // Two teams may share a site; the site after the teams' is nobody's but the
    // facilitators'.
    let siteCount = difficulty == .sharing ? teamCount - 1 : teamCount
    for index in 0...siteCount {
      programme.sites.append(
        Site(id: id("S\(index)"), name: "Site \(index)", location: Location(coordinates: coordinates())))
    }
    for index in 0..<teamCount {
      var columns: [String: String] = [:]
      if isStrict || dice.oneIn(4) { columns["network"] = "N\(dice.roll(0...1))" }
      if dice.oneIn(4) { columns["organisation"] = "O\(dice.roll(0...2))" }
      let team: TeamID = id("T\(index)")
      programme.teams.append(
        Team(
          id: team, name: "Team \(index)", site: programme.sites[min(index, siteCount - 1)].id,
          isApproved: difficulty != .pairs || !dice.oneIn(8),
          arm: difficulty == .pairs && dice.oneIn(8) ? .control : .visit,
          columns: columns))
      for (suffix, role) in [("lead", Role.clinicalLead), ("nurse", .nurseSpecialist)] {
        programme.people.append(
          Person(
            id: id("\(team.text)-\(suffix)"), teams: [team], name: "\(role.title), \(team.text)", role: role,
            noticeDays: dice.oneIn(3) ? 0 : nil, maxDays: !isStrict && dice.oneIn(8) ? 1 : nil))
      }
      let isBeside = index >= siteCount
      let start = isBeside ? programme.meetings[index - 1].start.minute : dice.pick([9, 10, 11]) * 60
      if let from = ClockTime(minute: start), let to = ClockTime(minute: start + 60) {
        programme.meetings.append(
          Meeting(
            team: team,
            weekday: isBeside
              ? programme.meetings[index - 1].weekday : dice.pick(weekdays),
            start: from, end: to, frequency: isStrict && dice.oneIn(6) ? .monthly(n: 3) : .weekly))
      }
    }
    if difficulty == .sharing {
      programme.meetings[0].weekday = programme.meetings[teamCount - 1].weekday
    }
    if difficulty == .sharing, turn % 2 == 0 {
      // The last team's lead is the first team's too.
      programme.people[programme.people.count - 2].teams = [
        programme.teams[0].id, programme.teams[teamCount - 1].id,
      ]
    }
    programme.people.sort { $0.id < $1.id }
  }

  /// Close together, so that visits compete; with facilitators' weekly limits across the end of the week.
  private var weekdays: [Weekday] {
    switch difficulty {
    case .facilitators: [.sunday, .sunday, .monday, .tuesday]
    case .pairs, .fairness, .reach, .sharing: [.monday, .tuesday, .tuesday, .wednesday]
    }
  }

  private mutating func addRooms(_ programme: inout Programme) {
    for site in programme.sites where !isStrict || dice.oneIn(2) {
      programme.rooms.append(Room(id: id("\(site.id.text)-1"), site: site.id, name: "Room", capacity: 8))
    }
  }

  private mutating func facilitatorCount() -> Int {
    switch difficulty {
    case .pairs, .fairness: dice.roll(0...2)
    case .reach: 1
    case .sharing: dice.pick([0, 0, 0, 2])
    case .facilitators: 2 + turn % 2
    }
  }

  private mutating func addFacilitators(_ programme: inout Programme) {
    for index in 0..<facilitatorCount() {
      programme.facilitators.append(
        Facilitator(
          id: id("F\(index)"), name: "Facilitator \(index)",
          base: .site(programme.sites[dice.oneIn(2) ? 0 : programme.sites.count - 1].id),
          background: .clinical, organisation: dice.oneIn(4) ? "O\(dice.roll(0...2))" : nil,
          network: dice.oneIn(4) ? "N\(dice.roll(0...2))" : nil,
          maxVisitsPerWeek: dice.oneIn(3) ? dice.roll(1...2) : nil,
          maxVisits: dice.oneIn(4) ? dice.roll(1...4) : nil, noticeDays: dice.pick([0, 14])))
    }
  }

  private mutating func addTravel(_ programme: inout Programme) {
    for from in programme.sites {
      for to in programme.sites where from.id != to.id {
        programme.travelTimes.append(
          TravelTime(
            from: from.id, to: to.id, minutes: Minutes(dice.pick([20, 40, 55, 75, 75, 80, 110])),
            isBothWays: dice.oneIn(2)))
      }
    }
  }

  /// The first two hosts meet on a Monday and the Tuesday after, too far from each other for an evening's drive, and
  /// the only facilitator's base is a night from both; in every other programme from the first alone, so that it
  /// depends on the hour whether a night at home lies in between.
  private mutating func spreadOut(_ programme: inout Programme) {
    programme.settings.visits.travel.overnightAbove = Minutes(60)
    programme.settings.visits.travel.eveningLimit = Minutes(90)
    programme.settings.visits.maxPerWeek = nil
    if turn % 2 == 1 {
      // The first host's day ends at half past twelve.
      programme.meetings[0].start = .constant(11, 0)
      programme.meetings[0].end = .constant(12, 0)
      programme.settings.visits.travel.latestReturn = turn % 4 == 1 ? .constant(14, 30) : .constant(13, 40)
    }
    for (index, weekday) in [Weekday.monday, .tuesday].enumerated() {
      programme.meetings[index].weekday = weekday
    }
    programme.facilitators = [
      Facilitator(
        id: id("F0"), name: "Facilitator 0", base: .site(programme.sites[teamCount].id),
        background: .clinical,
        noticeDays: 0)
    ]
    for index in programme.travelTimes.indices {
      let ends = [programme.travelTimes[index].from, programme.travelTimes[index].to]
      let isFar = ends.allSatisfy([programme.sites[0].id, programme.sites[1].id].contains)
      let isFromBase = ends.contains(programme.sites[teamCount].id)
      let isNight = isFromBase && (turn % 2 == 0 || ends.contains(programme.sites[0].id))
      programme.travelTimes[index].minutes = Minutes(isFar ? 110 : isNight ? 75 : 50)
    }
  }

  private mutating func addDiaries(_ programme: inout Programme) {
    let settings = programme.settings
    let owners =
      programme.people.map { DiaryOwner.person($0.id) }
      + programme.facilitators.map { .facilitator($0.id) }
    for owner in owners {
      for day in settings.visitsFrom...settings.visitsTo
      where (day.weekday.rawValue <= 3 || day.weekday == .sunday) && dice.oneIn(isStrict ? 8 : 12) {
        let start = Moment(day, .constant(dice.roll(8...14), 0))
        programme.availability.append(
          Availability(
            owner: owner, interval: Interval(start: start, end: start + Minutes(60 * dice.roll(1...3))),
            status: dice.pick([.unavailable, .clinic, .clinic])))
      }
    }
    programme.availability.sort {
      ($0.owner, $0.interval.start, $0.interval.end) < ($1.owner, $1.interval.start, $1.interval.end)
    }
  }

  private mutating func addResults(_ programme: inout Programme) {
    for team in programme.teams {
      for indicator in programme.settings.pairing.indicators {
        let cases = dice.roll(50...400)
        programme.results.append(
          IndicatorResult(
            team: team.id, indicator: indicator.id, value: Double(dice.roll(0...cases)) / Double(cases),
            cases: Double(cases)))
      }
    }
  }

  private mutating func addPairRules(_ programme: inout Programme) {
    func rule(_ a: TeamID, _ b: TeamID, _ kind: PairRuleKind) {
      programme.pairRules.append(PairRule(teamA: a, teamB: b, kind: kind, reason: "drawn"))
    }
    let eligible = programme.teams.filter { $0.isApproved && $0.arm == .visit }.map(\.id)
    switch difficulty {
    case .pairs, .fairness:
      let hasBudget = difficulty == .pairs && programme.settings.pairing.travelBudgetHours != nil
      if eligible.count >= 2, hasBudget || dice.oneIn(4) { rule(eligible[0], eligible[1], .force) }
      if eligible.count >= 4, dice.oneIn(2) {
        rule(eligible[eligible.count - 2], eligible[eligible.count - 1], dice.oneIn(2) ? .forbid : .previous)
      }
    case .sharing:
      // So that the two at one site compete for its room.
      rule(eligible[eligible.count - 2], eligible[eligible.count - 1], .forbid)
    case .reach, .facilitators: break
    }
  }

  // MARK: - Small things

  /// Within England, so that estimates are of real size.
  private mutating func coordinates() -> Coordinates {
    Coordinates(
      latitude: 52 + Double(dice.roll(0...20)) / 10, longitude: -2 + Double(dice.roll(0...20)) / 10)
      ?? Self.origin
  }

  private static let origin = Coordinates(latitude: 0, longitude: 0).unsafelyUnwrapped

  func id<Subject>(_ text: String) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(text) else { preconditionFailure("'\(text)' is no identifier") }
    return id
  }
}
