import Domain
import Opportunities
import Testing

@testable import Checking
@testable import Visits

/// Agreement between the core and Checking over what visits take from each other: for every choice of people and rooms
/// that a visit might have to do without, some option that does without them costs what the best such day costs, found
/// by trying all days; and the solver chooses among them.
@Suite struct ContestAgreementTests {
  /// Each seed tries every day in every way, a second or two.
  @Test(arguments: 0..<14)
  func `whatever others take, an option is the best day without it`(seed: Int) {
    let programme = Self.programme(seed)
    for options in Self.days(of: programme) {
      for without in options.choices {
        let left = Self.programme(programme, on: options.day, without: without)
        let best = BruteForceDay(
          left, Checker(programme: left), host: 0, visitors: [1], facilitator: options.facilitator,
          meeting: options.meeting
        ).best()
        let found = options.options.filter { Set(Self.uses($0, programme)).isDisjoint(with: without) }
          .map(\.cost).min()
        #expect(found == best?.cost, "seed \(9000 + seed), \(options.day), without \(without)")
      }
    }
  }

  @Test func `the instances are alive`() {
    var (days, several, rooms, people) = (0, 0, 0, 0)
    for seed in 0..<40 {
      let programme = Self.programme(seed)
      for options in Self.days(of: programme) {
        days += 1
        if options.options.count > 1 { several += 1 }
        let uses = options.options.map { Set(Self.uses($0, programme)) }
        if Set(uses.map { $0.filter { $0.hasPrefix("S") } }).count > 1 { rooms += 1 }
        if Set(uses.map { $0.filter { $0.hasPrefix("T") } }).count > 1 { people += 1 }
      }
    }
    #expect(days >= 10 && several >= 6 && rooms >= 4 && people >= 2, "\(days) \(several) \(rooms) \(people)")
  }

  @Test func `two hosts of one site take a room each`() throws {
    // Both meet on Mondays, each in its room of choice, and there is one Monday: with one way to spend a day both
    // visits would want the smaller room.
    var programme = Self.oneSite(days: 1)
    let both = try Self.solve(programme, groups: [[0, 2], [1, 3]])
    #expect(both.visits.map(\.id.text) == ["T0--T2", "T1--T3"])
    #expect(Set(both.visits.compactMap(\.room?.text)) == ["S0-0", "S0-1"])
    programme.rooms.removeLast()
    #expect(try Self.solve(programme, groups: [[0, 2], [1, 3]]).visits.count == 1)
  }

  @Test func `somebody of two teams leaves a role to another holder where both teams meet`() throws {
    var programme = Self.oneSite(days: 1)
    // The first team's lead is the second's too, and first in the order of people; each team has a deputy.
    programme.people[0].teams = [programme.teams[0].id, programme.teams[1].id]
    let lead = programme.people[0].id
    programme.people.removeAll { $0.id.text == "T1-lead" }
    programme.people.append(
      Person(
        id: Self.id("T1-second"), teams: [programme.teams[1].id], name: "T1-second", role: .clinicalLead))
    programme.people.sort { $0.id < $1.id }
    let both = try Self.solve(programme, groups: [[0, 2], [1, 3]])
    #expect(both.visits.count == 2)
    let coming = both.visits.map { visit in
      (visit.detail?.attendance ?? []).contains { $0.attendee == .person(lead) && !$0.isAbsent }
    }
    #expect(coming == [true, false])
    programme.people.removeAll { $0.id.text == "T1-second" }
    #expect(try Self.solve(programme, groups: [[0, 2], [1, 3]]).visits.count == 1)
  }

  @Test func `somebody who gives one day gives it where it saves most`() throws {
    // Two Mondays: the lead of the first team gives one day. At home a deputy can stand in.
    var programme = Self.oneSite(days: 15)
    programme.settings.visits.gapMin = 7
    for index in programme.meetings.indices where programme.meetings[index].team == programme.teams[2].id {
      programme.meetings[index].weekday = .monday
    }
    programme.people[0].maxDays = 1
    #expect(try Self.solve(programme, groups: [[0, 2]]).visits.count == 1)
    programme.people.append(
      Person(
        id: Self.id("T0-second"), teams: [programme.teams[0].id], name: "T0-second", role: .physician,
        deputyFor: programme.people[0].id))
    programme.people.sort { $0.id < $1.id }
    let both = try Self.solve(programme, groups: [[0, 2]])
    #expect(both.visits.count == 2)
    #expect(both.quality.isProven)
  }

  /// Two teams of one site that meet on the same days, with two rooms, a facilitator or none, and somebody who gives
  /// one day.
  private static func programme(_ seed: Int) -> Programme {
    var tiny = TinyProgramme(seed: 9000 + seed, teams: 2, contested: true, forDays: true)
    var programme = tiny.make()
    if let first = programme.rooms.first {
      programme.rooms.append(
        Room(id: id("\(first.site.text)-1"), site: first.site, name: "Room 1", capacity: 3 + seed % 5))
    }
    programme.meetings[1].weekday = programme.meetings[0].weekday
    programme.meetings[1].frequency = programme.meetings[0].frequency
    programme.meetings[1].firstDate = programme.meetings[0].firstDate
    programme.meetingExceptions = []
    programme.facilitators = Array(programme.facilitators.prefix(1))
    return programme
  }

  /// Four teams, the first two at one site with two rooms and Monday meetings at other hours; a lead each.
  private static func oneSite(days: Int) -> Programme {
    var settings = Settings(
      id: id("site"), name: "Site", timeZone: "Europe/London", visitsFrom: TinyProgramme.monday,
      visitsTo: TinyProgramme.monday.advanced(by: days - 1), today: TinyProgramme.monday.advanced(by: -60))
    settings.visits.requiredRoles = [.clinicalLead]
    settings.visits.agenda = [
      Session(id: id("mdt"), title: "Meeting"),
      Session(id: id("talk"), title: "Talk", minutes: Minutes(300)),
    ]
    settings.pairing.indicators = []
    var programme = Programme(settings: settings, teams: [], sites: [], people: [], meetings: [])
    guard let place = Coordinates(latitude: 53, longitude: -1) else { return programme }
    for index in 0..<3 {
      programme.sites.append(
        Site(id: id("S\(index)"), name: "Site \(index)", location: Location(coordinates: place)))
    }
    for index in 0..<4 {
      let team: TeamID = id("T\(index)")
      programme.teams.append(Team(id: team, name: "Team \(index)", site: id("S\(max(0, index - 1))")))
      programme.people.append(
        Person(id: id("T\(index)-lead"), teams: [team], name: "T\(index)-lead", role: .clinicalLead))
      programme.meetings.append(
        Meeting(
          team: team, weekday: index < 2 ? .monday : .sunday, start: .constant(9 + index % 2, 0),
          end: .constant(10 + index % 2, 0)))
    }
    programme.rooms = [0, 1].map { index in
      Room(id: id("S0-\(index)"), site: id("S0"), name: "Room \(index)", capacity: 10 + index)
    }
    return programme
  }

  private static func solve(_ programme: Programme, groups: [[Int]]) throws -> VisitsAnswer {
    let problem = VisitsProblem(OpportunityTable(programme), groups: groups)
    var solver = VisitsSolver(problem)
    let answer = try solver.solve()
    let pairs = groups.map { $0.map { programme.teams[$0].id } }
    #expect(
      Checker(programme: programme).breaches(of: answer.visits, pairs: pairs).filter {
        !BruteForceDay.isAboutOthers($0.rule) || PlanChoice.rulesBetweenVisits.contains($0.rule)
      } == [])
    return answer
  }

  /// The options of one day with one facilitator, and every choice of contested things to do without.
  private struct DayOptions {
    var day: Day
    var meeting: Interval
    var facilitator: Int?
    var options: [Option]
    var choices: [Set<String>]
  }

  private static func days(of programme: Programme) -> [DayOptions] {
    let table = OpportunityTable(programme)
    let all = table.options(host: 0, visitors: [1])
    let facilitators: [Int?] = programme.facilitators.isEmpty ? [nil] : [0]
    let checker = Checker(programme: programme)
    let contested =
      programme.people.filter { person in
        person.teams.count > 1 || person.maxDays.map { $0 == 1 } ?? false
      }.map(\.id.text)
      + programme.rooms.map(\.id.text)
    let choices = (0..<(1 << contested.count)).map { bits in
      Set(contested.indices.filter { bits >> $0 & 1 == 1 }.map { contested[$0] })
    }
    // Rooms are contested where the site's other team meets too.
    let occasions = table.occasions[0].filter { occasion in
      table.occasions[1].contains { $0.day == occasion.day }
        && !checker.facts.calendar.meetings(of: programme.teams[0].id, on: occasion.day).isEmpty
    }
    return occasions.flatMap { occasion in
      facilitators.map { facilitator in
        DayOptions(
          day: occasion.day, meeting: occasion.meeting, facilitator: facilitator,
          options: all.filter { $0.day == occasion.day && $0.facilitator == facilitator }, choices: choices)
      }
    }
  }

  /// The ids of whom and what an option uses.
  private static func uses(_ option: Option, _ programme: Programme) -> [String] {
    option.attendees.map { programme.people[$0].id.text }
      + option.bookings.map { programme.rooms[$0.room].id.text }
  }

  /// The programme when everybody and everything of `without` is taken on `day`.
  private static func programme(_ programme: Programme, on day: Day, without: Set<String>) -> Programme {
    var programme = programme
    let wholeDay = Interval(
      start: Moment(day, .constant(0, 0)), end: Moment(day.advanced(by: 1), .constant(0, 0)))
    for person in programme.people where without.contains(person.id.text) {
      programme.availability.append(
        Availability(owner: .person(person.id), interval: wholeDay, status: .unavailable))
    }
    for room in programme.rooms where without.contains(room.id.text) {
      programme.roomBookings.append(RoomBooking(room: room.id, interval: wholeDay))
    }
    return programme
  }

  private static func id<Subject>(_ text: String) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(text) else { preconditionFailure("'\(text)' is no identifier") }
    return id
  }
}
