import Domain
import Opportunities
import Testing

@testable import Checking

/// Single visits that were once planned wrongly: the core and Checking agree on each, and each is what it should be.
@Suite struct NamedCasesTests {
  private func id<Subject>(_ text: String) throws -> Identifier<Subject> {
    try #require(Identifier<Subject>(text))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  private func busy(_ person: String, _ day: String, _ from: Int, _ to: Int, _ status: AvailabilityStatus)
    throws
    -> Availability
  {
    let day = try self.day(day)
    return Availability(
      owner: .person(try id(person)),
      interval: Interval(
        start: Moment(day, .constant(from / 60, from % 60)), end: Moment(day, .constant(to / 60, to % 60))),
      status: status)
  }

  /// Two teams, half an hour apart, with a lead and a radiologist each; A meets on Tuesdays at `meetings`, for an hour.
  private func programme(
    meetings: [Int] = [10], sessions: Int = 2, _ availability: [Availability] = []
  ) throws -> Programme {
    var settings = Settings(
      id: try id("t"), name: "T", timeZone: "Europe/London", visitsFrom: try day("2027-01-11"),
      visitsTo: try day("2027-01-22"), today: try day("2026-11-02"))
    settings.visits.requiredRoles = [.clinicalLead]
    settings.visits.agenda =
      try [Session(id: id("mdt"), title: "MDT")]
      + (1...sessions).map { Session(id: try id("s\($0)"), title: "S", minutes: Minutes(60)) }
    settings.costs.delayPerWeek = 2
    let people = try ["A", "B"].flatMap { team in
      [
        Person(id: try id("\(team)-l"), teams: [try id(team)], name: "Lead", role: .clinicalLead),
        Person(id: try id("\(team)-r"), teams: [try id(team)], name: "Radiologist", role: .radiologist),
      ]
    }
    return Programme(
      settings: settings,
      teams: try ["A", "B"].map { Team(id: try id($0), name: $0, site: try id("S\($0)")) },
      sites: try ["A", "B"].map {
        Site(
          id: try id("S\($0)"), name: $0,
          location: Location(coordinates: try #require(Coordinates(latitude: 53, longitude: -2))))
      }, people: people,
      meetings: try meetings.map {
        Meeting(
          team: try id("A"), weekday: .tuesday, start: .constant($0, 0), end: .constant($0 + 1, 0),
          frequency: .weekly)
      },
      availability: availability.sorted { ($0.owner, $0.interval.start) < ($1.owner, $1.interval.start) },
      travelTimes: [TravelTime(from: try id("SA"), to: try id("SB"), minutes: Minutes(30))])
  }

  private func given(
    _ day: String, _ from: Int, _ to: Int, _ status: VisitStatus, pinned: Bool = false
  ) throws -> ScheduledVisit {
    let day = try self.day(day)
    return ScheduledVisit(
      id: VisitID(host: try id("A"), visitors: [try id("B")]), host: try id("A"), visitors: [try id("B")],
      interval: Interval(
        start: Moment(day, .constant(from / 60, from % 60)), end: Moment(day, .constant(to / 60, to % 60))),
      status: status, pin: pinned ? Pin() : nil, release: 1)
  }

  /// The cheapest option of B's visit to A, after the checker's word on its costs.
  private func option(_ programme: Programme) throws -> Opportunities.Option {
    let options = OpportunityTable(programme).options(host: 0, visitors: [1])
    let option = try #require(options.min { $0.cost < $1.cost })
    let visit = Visit(
      host: try id("A"), visitors: [try id("B")], interval: option.interval, room: option.room,
      detail: option.detail)
    let checker = Checker(programme: programme)
    #expect(checker.cost(of: visit) == option.costs)
    return option
  }

  @Test func `a bound without drives is below every day with drives`() throws {
    let programme = try programme([
      busy("A-r", "2027-01-12", 540, 570, .unavailable), busy("B-r", "2027-01-12", 720, 810, .unavailable),
      // The other Tuesday is dearer anyway.
      busy("A-l", "2027-01-19", 0, 1440, .unavailable),
    ])
    let option = try option(programme)
    #expect(option.interval.start.clock == "10:00" && option.interval.end.clock == "14:30")
  }

  @Test func `nobody is busy on a way that takes no time`() throws {
    var programme = try programme(
      sessions: 1,
      [busy("B-r", "2027-01-12", 480, 570, .unavailable), busy("A-l", "2027-01-19", 0, 1440, .unavailable)])
    programme.teams[1].site = programme.teams[0].site
    programme.settings.visits.agenda[1].isFirst = true
    // From 9 on, in the middle of what keeps the radiologist: of the two hours one is missed at most.
    let detail = try #require(try option(programme).detail)
    let own = Attendee.person(try id("B-r"))
    let radiologist = try #require(detail.attendance.first { $0.attendee == own })
    #expect(!radiologist.isAbsent)
  }

  @Test(arguments: [false, true])
  func `of two meetings on its day a visit shows the cheaper, pinned or not`(pinned: Bool) throws {
    var programme = try programme(
      meetings: [10, 12], sessions: 1, [busy("A-r", "2027-01-12", 600, 660, .unavailable)])
    programme.settings.visits.agenda[1] = Session(id: try id("s1"), title: "S", minutes: Minutes(120))
    programme.schedule = [try given("2027-01-12", 600, 780, .tentative, pinned: pinned)]
    let option = try option(programme)
    #expect(option.interval.start.clock == "10:00" && option.interval.end.clock == "13:00")
    let detail = try #require(option.detail)
    #expect(detail.attendance.filter(\.isAbsent).isEmpty)
  }

  @Test(arguments: ["2027-01-05", "2027-01-26"])
  func `a fixed visit outside the window is charged for what is given up then`(date: String) throws {
    var programme = try programme(sessions: 1, [busy("B-l", date, 780, 900, .clinic)])
    programme.meetings.append(
      Meeting(
        team: try id("B"), weekday: .tuesday, start: .constant(14, 0), end: .constant(15, 0),
        frequency: .weekly))
    programme.schedule = [try given(date, 600, 840, .confirmed)]
    let option = try option(programme)
    #expect(option.costs[.clinicCancelled] != .zero && option.costs[.ownMeetingMissed] != .zero)
  }

  @Test func `a clinic that was given up for a published visit stays given up when its notice is over`()
    throws
  {
    var programme = try programme(sessions: 1, [busy("B-l", "2027-01-12", 600, 700, .clinic)])
    programme.settings.today = try day("2027-01-08")
    let date = try day("2027-01-12")
    #expect(!OpportunityTable(programme).options(host: 0, visitors: [1]).contains { $0.day == date })
    programme.schedule = [try given("2027-01-12", 600, 720, .tentative)]
    let option = try option(programme)
    #expect(option.interval.start.day == date)
    #expect(option.costs[.clinicCancelled] != .zero)
    let visit = Visit(
      host: try id("A"), visitors: [try id("B")], interval: option.interval, detail: option.detail)
    let pairs: [[TeamID]] = [[try id("A"), try id("B")]]
    #expect(Checker(programme: programme).breaches(of: [visit], pairs: pairs) == [])
    // Who was never asked cannot give it up any more.
    programme.schedule = []
    #expect(
      Checker(programme: programme).breaches(of: [visit], pairs: []).contains { $0.rule == .attendeesFree })
  }
}
