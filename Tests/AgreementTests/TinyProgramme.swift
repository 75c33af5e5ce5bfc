import Domain

/// Random programmes small enough to try everything: a few teams of three or four people, an agenda of three or
/// four sessions on the half-hour, a few meetings, one or two facilitators, and every rule alive in some of them.
struct TinyProgramme {
  var dice: Dice
  let teamCount: Int
  /// Whether sites, people and rooms are shared between teams.
  let isContested: Bool
  /// Few sessions and people, for trying every day.
  let isForDays: Bool
  /// With rules on pairs.
  let isForPairs: Bool
  private let eventSeed: Int

  /// 2027-01-11.
  static let monday = Day(number: 20_829)

  init(
    seed: Int, teams: Int, contested: Bool = false, forDays: Bool = false, forPairs: Bool = false
  ) {
    dice = Dice(seed)
    teamCount = teams
    isContested = contested
    isForDays = forDays
    isForPairs = forPairs
    eventSeed = seed &* 31 &+ 7
  }

  mutating func make() -> Programme {
    let weeks = isForDays ? 2 : dice.roll(3...4)
    var settings = Settings(
      id: id("tiny"), name: "Tiny", timeZone: "Europe/London", visitsFrom: Self.monday,
      visitsTo: Self.monday.advanced(by: 7 * weeks - 1),
      today: Self.monday.advanced(by: dice.oneIn(6) ? dice.roll(0...4) : dice.roll(-50 ... -5)))
    settings.pairing.minCommonDates = 0
    settings.pairing.indicators = [
      Indicator(id: id("k1"), label: "One"), Indicator(id: id("k2"), label: "Two"),
    ]
    fill(&settings.visits)
    fill(&settings.costs)
    var programme = Programme(settings: settings, teams: [], sites: [], people: [], meetings: [])
    let siteCount = isContested ? max(1, teamCount - 1) : teamCount
    for index in 0..<siteCount { programme.sites.append(site(index)) }
    for index in 0..<teamCount {
      let site = programme.sites[min(index, siteCount - 1)].id
      let team: TeamID = id("T\(index)")
      var columns: [String: String] = [:]
      if dice.oneIn(2) { columns["network"] = "N\(dice.roll(0...5))" }
      if dice.oneIn(2) { columns["organisation"] = "O\(dice.roll(0...5))" }
      programme.teams.append(Team(id: team, name: "Team \(index)", site: site, columns: columns))
      addPeople(team, &programme)
      programme.meetings += meetings(team)
    }
    if isContested {
      let person = dice.roll(0...programme.people.count - 1)
      programme.people[person].maxDays = 1
    }
    if isContested, dice.oneIn(2), teamCount > 2 {
      // The last team's coordinator also belongs to the first team.
      let last = programme.people.count - 1
      programme.people[last].teams = [programme.teams[0].id, programme.teams[teamCount - 1].id]
    }
    programme.people.sort { $0.id < $1.id }
    addRooms(&programme)
    addFacilitators(&programme)
    addTravel(&programme)
    if !isForDays, !isContested, teamCount >= 4, !dice.oneIn(4) { spreadOut(&programme) }
    if isContested, teamCount >= 4, dice.oneIn(2) { crowdTogether(&programme) }
    addCalendar(&programme)
    addDiaries(&programme)
    Self.addEvents(to: &programme, seed: eventSeed)
    Self.addNeighbours(to: &programme, seed: eventSeed &* 17 &+ 3)
    Self.addMeetingRooms(to: &programme, seed: eventSeed &* 13 &+ 5)
    addResults(&programme)
    if isForPairs { addPairing(&programme) }
    return programme
  }

  private mutating func site(_ index: Int) -> Site {
    // Within England, so that estimates are of real size.
    let latitude = 52 + Double(dice.roll(0...20)) / 10
    let longitude = -2 + Double(dice.roll(0...20)) / 10
    let place = Coordinates(latitude: latitude, longitude: longitude)
    return Site(
      id: id("S\(index)"), name: "Site \(index)",
      location: Location(coordinates: place ?? Self.origin))
  }

  private static let origin = Coordinates(latitude: 0, longitude: 0).unsafelyUnwrapped

  private mutating func addPeople(_ team: TeamID, _ programme: inout Programme) {
    func add(_ suffix: String, _ role: Role, deputyFor: String? = nil, _ duty: AttendanceDuty? = nil) {
      programme.people.append(
        Person(
          id: id(team.text + suffix), teams: [team], name: "\(team.text)\(suffix)", role: role,
          attendance: duty,
          deputyFor: deputyFor.map { id(team.text + $0) }))
    }
    add("-lead", .clinicalLead, dice.oneIn(6) ? .required : nil)
    let hasSecond = dice.oneIn(2)
    if hasSecond {
      add("-second", dice.oneIn(2) ? .clinicalLead : .physician, deputyFor: "-lead")
    }
    if programme.settings.visits.requiredRoles.count > 1 || !isForDays && dice.oneIn(2) {
      add("-nurse", .nurseSpecialist)
    }
    if !isForDays || !hasSecond {
      let role: Role = dice.pick([.radiologist, .radiologist, .manager, .other])
      add("-extra", role, dice.oneIn(6) ? .required : .optional)
    }
    for index in programme.people.indices where programme.people[index].teams == [team] && dice.oneIn(2) {
      programme.people[index].noticeDays = dice.pick([0, 7, 42])
    }
  }

  private mutating func meetings(_ team: TeamID) -> [Meeting] {
    let start = dice.pick([8, 9, 10, 11, 12]) * 60 + dice.pick([0, 30])
    let end = start + dice.pick([30, 60])
    guard let from = ClockTime(minute: start), let to = ClockTime(minute: end) else { return [] }
    let weekday = Weekday.allCases[dice.roll(0...(isForDays ? 4 : 1))]
    var frequency = Frequency.weekly
    var first: Day?
    if dice.oneIn(5) {
      frequency = .fortnightly
      first = Self.monday.advanced(by: weekday.rawValue - 1 + 7 * dice.roll(0...1))
    } else if dice.oneIn(6) {
      frequency = .monthly(n: dice.roll(2...4))
    }
    return [
      Meeting(team: team, weekday: weekday, start: from, end: to, frequency: frequency, firstDate: first)
    ]
  }

  private mutating func addRooms(_ programme: inout Programme) {
    for site in programme.sites where isContested || !dice.oneIn(4) {
      for index in 0..<(isContested ? 1 : dice.roll(1...2)) {
        programme.rooms.append(
          Room(
            id: id("\(site.id.text)-\(index)"), site: site.id, name: "Room \(index)",
            capacity: dice.roll(isContested ? 8...12 : 4...9)))
      }
    }
    for room in programme.rooms {
      for day in days(of: programme) where dice.oneIn(4) {
        programme.roomBookings.append(RoomBooking(room: room.id, interval: stretch(day)))
      }
    }
    programme.roomBookings.sort { ($0.room, $0.interval.start) < ($1.room, $1.interval.start) }
  }

  private mutating func addFacilitators(_ programme: inout Programme) {
    for index in 0..<(isForDays ? dice.roll(0...2) : dice.pick([0, 1, 1, 2])) {
      programme.facilitators.append(
        Facilitator(
          id: id("F\(index)"), name: "Facilitator \(index)",
          base: dice.oneIn(2)
            ? .site(dice.pick(programme.sites).id) : .postcode("XX1", site(index).location),
          background: .clinical, organisation: dice.oneIn(2) ? "O\(dice.roll(0...5))" : nil,
          network: dice.oneIn(2) ? "N\(dice.roll(0...5))" : nil,
          maxVisitsPerWeek: dice.oneIn(2) ? 1 : nil, maxVisits: dice.oneIn(3) ? dice.roll(1...3) : nil,
          noticeDays: dice.pick([0, 14, 30])))
    }
  }

  private mutating func addTravel(_ programme: inout Programme) {
    for from in programme.sites {
      for to in programme.sites where from.id != to.id && !dice.oneIn(4) {
        programme.travelTimes.append(
          TravelTime(
            from: from.id, to: to.id, minutes: Minutes(30 * dice.roll(1...5)), isBothWays: dice.oneIn(2)))
      }
    }
  }

  /// Two hosts, each a night from the facilitators' base, too far from each other for an evening's drive.
  private mutating func spreadOut(_ programme: inout Programme) {
    programme.settings.visits.travel.overnightAbove = Minutes(60)
    programme.settings.visits.travel.eveningLimit = Minutes(90)
    programme.travelTimes = []
    for from in programme.sites {
      for to in programme.sites where from.id < to.id {
        let isFar = from.id == programme.sites[0].id && to.id == programme.sites[1].id
        programme.travelTimes.append(
          TravelTime(from: from.id, to: to.id, minutes: Minutes(isFar ? 150 : 75)))
      }
    }
    for index in programme.facilitators.indices {
      programme.facilitators[index].base = .site(programme.sites[2].id)
      programme.facilitators[index].network = nil
      programme.facilitators[index].organisation = nil
    }
  }

  /// All meet on one weekday and nothing but shared rooms and people keeps their visits apart: in half of these
  /// programmes the last team's people are the first team's too, in the others nobody is.
  private mutating func crowdTogether(_ programme: inout Programme) {
    programme.facilitators = []
    programme.settings.visits.maxPerWeek = nil
    programme.settings.visits.gapMax = 28
    programme.settings.visits.visitorMeeting = .ignored
    for index in programme.meetings.indices {
      programme.meetings[index].weekday = programme.meetings[0].weekday
      programme.meetings[index].frequency = .weekly
      programme.meetings[index].firstDate = nil
    }
    let (first, last) = (programme.teams[0].id, programme.teams[teamCount - 1].id)
    let areShared = dice.oneIn(2)
    for index in programme.people.indices where programme.people[index].teams.contains(last) {
      programme.people[index].teams = areShared ? [first, last] : [last]
    }
  }

  private mutating func addCalendar(_ programme: inout Programme) {
    let days = days(of: programme)
    for meeting in programme.meetings where dice.oneIn(2) {
      let day = dice.pick(days)
      let own = days.filter { $0.weekday == meeting.weekday }
      let change: MeetingChange =
        switch dice.roll(0...2) {
        case 0: .cancelled
        case 1: .inquorate
        default: .moved(date: day, start: dice.oneIn(2) ? .constant(10, 0) : nil, end: .constant(13, 0))
        }
      programme.meetingExceptions.append(
        MeetingException(team: meeting.team, date: dice.pick(own), change: change))
    }
    if dice.oneIn(3) { programme.bankHolidays = [BankHoliday(day: dice.pick(days), name: "Holiday")] }
    if dice.oneIn(3) {
      let day = dice.pick(days)
      let scope: ClosureScope =
        switch dice.roll(0...2) {
        case 0: .all
        case 1: .site(dice.pick(programme.sites).id)
        default: .team(dice.pick(programme.teams).id)
        }
      programme.closures = [Closure(from: day, to: day.advanced(by: dice.roll(0...3)), scope: scope)]
    }
  }

  private mutating func addDiaries(_ programme: inout Programme) {
    let owners =
      programme.people.map { DiaryOwner.person($0.id) } + programme.facilitators.map { .facilitator($0.id) }
    let days = days(of: programme)
    for owner in owners where !dice.oneIn(5) {
      // A row that says "free here" makes its owner free only in such rows, so it comes with one for every day.
      let isRestricted = dice.oneIn(3)
      for day in days {
        if isRestricted, !dice.oneIn(8) {
          programme.availability.append(
            Availability(
              owner: owner, interval: wholeDay(day), status: dice.pick([.available, .preferred, .ifNeeded])))
        }
        if dice.oneIn(4) {
          programme.availability.append(
            Availability(
              owner: owner, interval: dice.oneIn(8) ? wholeDay(day) : stretch(day),
              status: dice.pick([.unavailable, .clinic, .clinic, isRestricted ? .ifNeeded : .clinic])))
        }
        // The evening before, for those who travel then.
        if dice.oneIn(8) {
          programme.availability.append(
            Availability(
              owner: owner,
              interval: Interval(start: Moment(day, .constant(18, 0)), end: Moment(day, .constant(21, 0))),
              status: dice.pick([.unavailable, .clinic, isRestricted ? .ifNeeded : .clinic])))
        }
      }
    }
    programme.availability.sort {
      ($0.owner, $0.interval.start, $0.interval.end, $0.status) < (
        $1.owner, $1.interval.start, $1.interval.end, $1.status
      )
    }
  }

  private mutating func addResults(_ programme: inout Programme) {
    for team in programme.teams {
      for indicator in programme.settings.pairing.indicators where !dice.oneIn(10) {
        let cases = dice.roll(20...400)
        programme.results.append(
          IndicatorResult(
            team: team.id, indicator: indicator.id, value: Double(dice.roll(0...cases)) / Double(cases),
            cases: dice.oneIn(8) ? nil : Double(cases)))
      }
    }
  }

  private mutating func addPairing(_ programme: inout Programme) {
    let open: [Double?] = [nil]
    var pairing = programme.settings.pairing
    pairing.maxTravel = dice.oneIn(2) ? Minutes(dice.pick([75, 90, 105, 120])) : nil
    pairing.keepApart = dice.pick([
      [], ["network"], ["network", "organisation"], ["network", "organisation"],
    ])
    pairing.levelWeight = dice.pick([0, 0.5, 1])
    pairing.travelWeightPerHour = dice.pick([0, 0.05, 0.3])
    pairing.maxLevelGap = dice.pick(open + [0.5, 1, 1.5])
    pairing.minGain = dice.pick(open + [0, 0.1, 0.4])
    pairing.minCommonDates = dice.pick([0, 0, 0, 1, 1, 2])
    pairing.travelBudgetHours = dice.oneIn(2) ? Double(dice.roll(2...8)) / 2 : nil
    pairing.fairness = dice.pick(Fairness.allCases)
    pairing.oddTeam = .leaveOut
    programme.settings.pairing = pairing
    // Few networks, so that neighbours are common.
    for index in programme.teams.indices where dice.oneIn(2) {
      programme.teams[index].columns["network"] = "N\(dice.roll(0...2))"
      programme.teams[index].columns["organisation"] = "O\(dice.roll(0...1))"
    }
    for index in programme.teams.indices where dice.oneIn(8) {
      if dice.oneIn(2) {
        programme.teams[index].isApproved = false
      } else {
        programme.teams[index].arm = .control
      }
    }
    let teams = programme.teams
    var forced: Set<TeamID> = []
    for a in teams.indices {
      for b in teams.indices.dropFirst(a + 1) where dice.oneIn(5) {
        let kind = dice.pick(PairRuleKind.allCases)
        let both = [teams[a], teams[b]]
        if kind == .force {
          // A force upon teams that take no part, or that have one already, is refused before any pairing.
          let isOpen = both.allSatisfy { $0.isApproved && $0.arm == .visit && !forced.contains($0.id) }
          guard isOpen, dice.oneIn(2) else { continue }
          forced.formUnion(both.map(\.id))
        }
        programme.pairRules.append(PairRule(teamA: teams[a].id, teamB: teams[b].id, kind: kind))
      }
    }
  }

  private func days(of programme: Programme) -> [Day] {
    Array(programme.settings.visitsFrom...programme.settings.visitsTo)
  }

  private func wholeDay(_ day: Day) -> Interval {
    Interval(start: Moment(day, .constant(0, 0)), end: Moment(day.advanced(by: 1), .constant(0, 0)))
  }

  private mutating func stretch(_ day: Day) -> Interval {
    let start = dice.roll(14...28) * 30
    let length = dice.roll(1...6) * 30
    return Interval(
      start: Moment(minute: day.number * 1440 + start),
      end: Moment(minute: day.number * 1440 + start + length))
  }

  func id<Subject>(_ text: String) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(text) else { preconditionFailure("'\(text)' is no identifier") }
    return id
  }
}
