import Domain

/// A made-up programme of two to six teams, small enough for the whole model and yet such that each rule bites in
/// some of them: few dates, tight limits, shared rooms and people, wishes about pairs.
///
/// Seeds come in turn as strict about pairs (`isStrict`, which leaves few pairs) and lenient (which leaves as many
/// as the number of teams allows, so that visits compete).
struct SmallProgramme {
  private var dice: Dice
  private let isStrict: Bool
  private let teamCount: Int

  /// 2027-01-11.
  private static let monday = Day(number: 20_829)

  init(seed: Int) {
    dice = Dice(seed)
    isStrict = seed % 2 == 0
    teamCount = isStrict ? 3 + seed / 2 % 4 : 4 + seed / 2 % 3
  }

  mutating func make() -> Programme {
    let weeks = dice.roll(3...4)
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
    addDiaries(&programme)
    addResults(&programme)
    if isStrict { addPairRules(&programme) }
    return programme
  }

  // MARK: - Settings

  private mutating func fill(_ pairing: inout PairingSettings) {
    pairing.indicators = [
      Indicator(id: id("k1"), label: "One"), Indicator(id: id("k2"), label: "Two"),
    ]
    pairing.fairness = dice.oneIn(2) ? .worstFirst : .total
    pairing.levelWeight = dice.pick([0, 0.3, 0.5, 1])
    pairing.travelWeightPerHour = dice.pick([0, 0.05, 0.07])
    pairing.oddTeam = .leaveOut
    guard isStrict else {
      pairing.keepApart = []
      pairing.maxTravel = nil
      pairing.maxLevelGap = nil
      pairing.minGain = nil
      pairing.minCommonDates = 0
      return
    }
    pairing.keepApart = dice.pick([["network"], ["network", "organisation"], []])
    pairing.maxTravel = dice.oneIn(2) ? Minutes(dice.pick([60, 90, 120])) : nil
    pairing.travelBudgetHours = dice.oneIn(2) ? dice.pick([0, 1.5, 2.25, 3]) : nil
    pairing.maxLevelGap = dice.oneIn(2) ? dice.pick([0.2, 0.6, 1]) : nil
    pairing.minGain = dice.oneIn(2) ? dice.pick([0.05, 0.2]) : nil
    pairing.minCommonDates = dice.roll(0...3)
  }

  private mutating func fill(_ visits: inout VisitSettings) {
    visits.requiredRoles = [.clinicalLead]
    visits.gapMin = dice.pick([0, 1, 6, 14])
    visits.gapMax = dice.pick([7, 14, 21])
    visits.maxPerWeek = dice.oneIn(2) ? dice.roll(1...2) : nil
    visits.maxVisitors = dice.oneIn(4) ? 2 : nil
    visits.visitorMeeting = dice.pick(VisitorMeeting.allCases)
    visits.sameFacilitator = dice.pick(SameFacilitator.allCases)
    visits.independence = dice.pick(Independence.allCases)
    visits.defaultNoticeDays = dice.pick([0, 20])
    visits.day = ClockWindow(start: .constant(9, 0), end: .constant(15, 0))
    visits.travel = TravelSettings(
      earliestDeparture: .constant(6, 30), latestReturn: .constant(dice.pick([16, 18, 21]), 0),
      overnightAbove: Minutes(60), eveningLimit: Minutes(dice.pick([90, 100, 210])))
    visits.agenda = [
      Session(id: id("mdt"), title: "Meeting"),
      Session(id: id("talk"), title: "Talk", minutes: Minutes(60)),
      Session(id: id("plan"), title: "Plan", minutes: Minutes(30), isLast: true),
    ]
  }

  private mutating func fill(_ costs: inout CostSettings) {
    costs.delayPerWeek = dice.pick([0.7, 2])
    costs.clinicCancelled = dice.pick([0.5, 4])
    costs.ownMeetingMissed = dice.pick([1, 6])
    costs.overnight = dice.pick([0.5, 6])
    costs.facilitatorChange = dice.pick([0, 2, 5])
    costs.facilitatorImbalance = dice.pick([0, 1, 3])
    costs.unscheduled = dice.pick([20, 5000])
  }

  // MARK: - Tables

  private mutating func addTeams(_ programme: inout Programme) {
    // Two teams of one site in half of the lenient programmes.
    let siteCount = !isStrict && dice.oneIn(2) ? teamCount - 1 : teamCount
    for index in 0..<siteCount {
      programme.sites.append(
        Site(id: id("S\(index)"), name: "Site \(index)", location: Location(coordinates: coordinates())))
    }
    for index in 0..<teamCount {
      var columns: [String: String] = [:]
      if dice.oneIn(2) { columns["network"] = "N\(dice.roll(0...2))" }
      if dice.oneIn(3) { columns["organisation"] = "O\(dice.roll(0...2))" }
      let team: TeamID = id("T\(index)")
      programme.teams.append(
        Team(
          id: team, name: "Team \(index)", site: programme.sites[min(index, siteCount - 1)].id,
          isApproved: !isStrict || !dice.oneIn(8), arm: isStrict && dice.oneIn(8) ? .control : .visit,
          columns: columns))
      for (suffix, role) in [("lead", Role.clinicalLead), ("nurse", .nurseSpecialist)] {
        programme.people.append(
          Person(
            id: id("\(team.text)-\(suffix)"), teams: [team], name: "\(role.title), \(team.text)", role: role,
            noticeDays: dice.oneIn(3) ? 0 : nil, maxDays: !isStrict && dice.oneIn(8) ? 1 : nil))
      }
      let start = dice.pick([9, 10, 11]) * 60
      if let from = ClockTime(minute: start), let to = ClockTime(minute: start + 60) {
        programme.meetings.append(
          Meeting(
            team: team, weekday: dice.oneIn(2) ? .monday : .tuesday, start: from, end: to,
            frequency: dice.oneIn(6) ? .monthly(n: 3) : .weekly))
      }
    }
    if !isStrict, dice.oneIn(2) {
      // The last team's lead is the first team's too.
      programme.people[programme.people.count - 2].teams = [
        programme.teams[0].id, programme.teams[teamCount - 1].id,
      ]
    }
    programme.people.sort { $0.id < $1.id }
  }

  private mutating func addRooms(_ programme: inout Programme) {
    for site in programme.sites where !isStrict || dice.oneIn(2) {
      programme.rooms.append(Room(id: id("\(site.id.text)-1"), site: site.id, name: "Room", capacity: 8))
    }
  }

  private mutating func addFacilitators(_ programme: inout Programme) {
    for index in 0..<dice.pick([0, 1, 1, 2, 2]) {
      programme.facilitators.append(
        Facilitator(
          id: id("F\(index)"), name: "Facilitator \(index)", base: .site(programme.sites[0].id),
          background: .clinical, organisation: dice.oneIn(3) ? "O\(dice.roll(0...2))" : nil,
          network: dice.oneIn(3) ? "N\(dice.roll(0...2))" : nil,
          maxVisitsPerWeek: dice.oneIn(2) ? dice.roll(1...2) : nil,
          maxVisits: dice.oneIn(2) ? dice.roll(1...4) : nil, noticeDays: dice.pick([0, 14])))
    }
  }

  private mutating func addTravel(_ programme: inout Programme) {
    for from in programme.sites {
      for to in programme.sites where from.id != to.id {
        programme.travelTimes.append(
          TravelTime(
            from: from.id, to: to.id, minutes: Minutes(dice.pick([30, 55, 75, 80, 110, 150])),
            isBothWays: dice.oneIn(2)))
      }
    }
  }

  private mutating func addDiaries(_ programme: inout Programme) {
    let settings = programme.settings
    let owners =
      programme.people.map { DiaryOwner.person($0.id) }
      + programme.facilitators.map { .facilitator($0.id) }
    for owner in owners {
      for day in settings.visitsFrom...settings.visitsTo
      where day.weekday.rawValue <= 2 && dice.oneIn(4) {
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
    let eligible = programme.teams.filter { $0.isApproved && $0.arm == .visit }.map(\.id)
    guard eligible.count >= 2 else { return }
    func rule(_ a: TeamID, _ b: TeamID, _ kind: PairRuleKind) {
      programme.pairRules.append(PairRule(teamA: a, teamB: b, kind: kind, reason: "drawn"))
    }
    if dice.oneIn(2) { rule(eligible[0], eligible[1], .force) }
    if eligible.count >= 4, dice.oneIn(2) {
      rule(eligible[eligible.count - 2], eligible[eligible.count - 1], dice.oneIn(2) ? .forbid : .previous)
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

  private func id<Subject>(_ text: String) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(text) else { preconditionFailure("'\(text)' is no identifier") }
    return id
  }
}
