import Checking
public import Domain

/// A programme small enough to check by hand, and a plan of it that is right.
///
/// Teams A and B (and C and D where asked for) lie an hour's drive apart. A and C meet on Tuesdays, B and D on
/// Wednesdays, 10:00 to 11:00. Each has a clinical lead, whose role is required, and a nurse specialist, and one
/// room for eight. The facilitator lives at A's site. Nobody sent a diary, which reads as free.
struct Fixture {
  var settings: Settings
  var teams: [Team]
  var sites: [Site]
  var people: [Person]
  var meetings: [Meeting]
  var meetingExceptions: [MeetingException] = []
  var results: [IndicatorResult]
  var availability: [Availability] = []
  var rooms: [Room]
  var roomBookings: [RoomBooking] = []
  var facilitators: [Facilitator]
  var travelTimes: [TravelTime]
  var pairRules: [PairRule] = []
  var closures: [Closure] = []
  var bankHolidays: [BankHoliday] = []
  var schedule: [ScheduledVisit] = []

  var plan: Plan

  /// Two teams, or four.
  init(four: Bool = false) {
    let letters = four ? ["A", "B", "C", "D"] : ["A", "B"]
    settings = Self.settings
    teams = letters.map { letter in
      Team(
        id: Self.id("\(letter)"), name: Self.name(letter), site: Self.id("S\(letter)"),
        columns: ["network": "N\(letter)", "organisation": "O\(letter)"])
    }
    sites = letters.map { letter in
      Site(id: Self.id("S\(letter)"), name: "\(Self.name(letter)) site", location: Self.location)
    }
    people = letters.flatMap { letter in
      [
        Person(
          id: Self.id("\(letter)-lead"), teams: [Self.id(letter)],
          name: "Clinical lead, \(Self.name(letter))", role: .clinicalLead),
        Person(
          id: Self.id("\(letter)-nurse"), teams: [Self.id(letter)], name: "Nurse, \(Self.name(letter))",
          role: .nurseSpecialist),
      ]
    }
    meetings = letters.map { letter in
      Meeting(
        team: Self.id(letter), weekday: ["A", "C"].contains(letter) ? .tuesday : .wednesday,
        start: .constant(10, 0), end: .constant(11, 0))
    }
    results = letters.flatMap { letter in
      let isEven = ["A", "C"].contains(letter)
      return [
        IndicatorResult(team: Self.id(letter), indicator: "i1", value: isEven ? 0.6 : 0.4),
        IndicatorResult(team: Self.id(letter), indicator: "i2", value: isEven ? 0.4 : 0.6),
      ]
    }
    rooms = letters.map { letter in
      Room(
        id: Self.id("R\(letter)"), site: Self.id("S\(letter)"), name: "Room \(letter)", capacity: 8)
    }
    facilitators = [
      Facilitator(
        id: "F", name: "Facilitator F", base: .site("SA"), background: .nonClinical,
        organisation: "OF", network: "NF")
    ]
    travelTimes = letters.enumerated().flatMap { place, from in
      letters[(place + 1)...].map { to in
        TravelTime(from: Self.id("S\(from)"), to: Self.id("S\(to)"), minutes: Minutes(60))
      }
    }
    plan = Self.plan(four: four)
  }

  var programme: Programme {
    Programme(
      settings: settings, teams: teams, sites: sites, people: people, meetings: meetings,
      meetingExceptions: meetingExceptions, results: results, availability: availability, rooms: rooms,
      roomBookings: roomBookings, facilitators: facilitators, travelTimes: travelTimes, pairRules: pairRules,
      closures: closures, bankHolidays: bankHolidays, schedule: schedule)
  }

  var checker: Checker { Checker(programme: programme) }
  /// What the checker finds in the plan.
  var breaches: [Breach] { checker.breaches(of: plan) }
  /// What the checker finds in the plan's visits given without detail.
  var handMadeBreaches: [Breach] {
    checker.breaches(of: plan.visits.map(Self.handMade), pairs: plan.pairs.map(\.teams))
  }

  /// The visit without agenda, attendance and journeys.
  static func handMade(_ visit: Visit) -> Visit {
    var visit = visit
    visit.detail = nil
    return visit
  }

  /// A breach as it should be found.
  static func breach(_ rule: Rule, _ subject: String, _ sentence: String) -> Breach {
    Breach(rule: rule, subject: subject, sentence: sentence)
  }

  static func id<Subject>(_ text: String) -> Identifier<Subject> { Identifier(stringLiteral: text) }

  static func name(_ letter: String) -> String {
    ["A": "Airedale", "B": "Bolton", "C": "Chorley", "D": "Darwen"][letter] ?? letter
  }
}

extension Identifier: ExpressibleByStringLiteral {
  /// An identifier written in a test.
  public init(stringLiteral text: String) {
    guard let identifier = Identifier(text) else { preconditionFailure("'\(text)' is no identifier") }
    self = identifier
  }
}

extension Identifier: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Identifier: ExpressibleByUnicodeScalarLiteral {}

extension Day {
  /// A date of 2027.
  static func on(_ month: Int, _ day: Int) -> Day {
    guard let date = Day(year: 2027, month: month, day: day) else { preconditionFailure("no such day") }
    return date
  }
}

extension Interval {
  /// A stretch of a day of 2027.
  static func on(_ month: Int, _ day: Int, _ from: (Int, Int), _ to: (Int, Int)) -> Interval {
    Interval(
      start: Moment(.on(month, day), .constant(from.0, from.1)),
      end: Moment(.on(month, day), .constant(to.0, to.1)))
  }
}
