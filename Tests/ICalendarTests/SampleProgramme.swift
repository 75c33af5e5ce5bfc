import Domain

/// A programme small enough to check by hand: five teams, of which one is not approved.
///
/// Wythenshawe and Blackburn are near each other; Exeter and Hull are a night apart. Their visits lie on both
/// sides of the change to summer time on 28 March 2027.
struct SampleProgramme {
  var programme: Programme

  init() {
    programme = Programme(
      settings: Self.settings, teams: Self.teams, sites: Self.sites, people: Self.people,
      meetings: Self.meetings, results: [], rooms: Self.rooms, facilitators: Self.facilitators,
      travelTimes: [
        TravelTime(from: id("BLACKBURN"), to: id("WYTHENSHAWE"), minutes: Minutes(55))
      ])
  }

  private static var settings: Settings {
    Settings(
      id: id("sample"), name: "Improving Lung Cancer Outcomes", timeZone: "Europe/London",
      visitsFrom: day("2027-03-01"), visitsTo: day("2027-06-30"), today: day("2027-01-04"),
      pairing: PairingSettings(indicators: [
        Indicator(id: id("path_dx"), label: "Pathological diagnosis"),
        Indicator(id: id("resection"), label: "Surgical resection", weight: 2),
        Indicator(id: id("wait"), label: "Treated late", direction: .lower),
      ]),
      visits: VisitSettings(milestones: [
        Milestone(id: id("data_pack"), title: "Audit data pack to the host", days: -14),
        Milestone(id: id("plan_due"), title: "Improvement plan due", days: 28, responsible: .host),
      ]))
  }

  private static var teams: [Team] {
    [
      Team(id: id("RH8"), name: "Exeter", site: id("EXETER"), columns: ["network": "peninsula"]),
      Team(id: id("RM3"), name: "Wythenshawe", site: id("WYTHENSHAWE"), columns: ["network": "manchester"]),
      Team(id: id("RQ6"), name: "Liverpool", site: id("LIVERPOOL"), isApproved: false),
      Team(id: id("RWA"), name: "Hull", site: id("HULL"), columns: ["network": "humber"]),
      Team(id: id("RXR"), name: "Blackburn", site: id("BLACKBURN"), columns: ["network": "lancashire"]),
    ]
  }

  private static var sites: [Site] {
    [
      site("BLACKBURN", "Royal Blackburn Hospital", "BB2 3HH", 53.7355, -2.4615),
      site("EXETER", "Royal Devon and Exeter Hospital", "EX2 5DW", 50.7167, -3.5067),
      site("HULL", "Castle Hill Hospital", "HU16 5JQ", 53.7772, -0.4441, fromPostcode: true),
      site("LIVERPOOL", "Royal Liverpool Hospital", "L7 8XP", 53.4097, -2.9656),
      site("WYTHENSHAWE", "Wythenshawe Hospital", "M23 9LT", 53.3886, -2.2923),
    ]
  }

  private static var people: [Person] {
    var people: [Person] = []
    for (team, name) in [
      ("RH8", "Exeter"), ("RM3", "Wythenshawe"), ("RWA", "Hull"), ("RXR", "Blackburn"),
    ] {
      people += [
        person("\(team)-coord", team, "MDT coordinator, \(name)", .mdtCoordinator),
        person("\(team)-cns", team, "Nurse specialist, \(name)", .nurseSpecialist),
        person("\(team)-lead", team, "Clinical lead, \(name)", .clinicalLead),
      ]
      if team == "RM3" { people.append(person("RM3-manager", team, "Manager, \(name)", .manager)) }
      if team == "RXR" { people.append(person("RXR-rad", team, "Radiologist, \(name)", .radiologist)) }
    }
    return people.sorted { $0.id < $1.id }
  }

  private static var meetings: [Meeting] {
    [
      Meeting(team: id("RH8"), weekday: .thursday, start: .constant(9, 0), end: .constant(10, 30)),
      Meeting(
        team: id("RM3"), weekday: .tuesday, start: .constant(12, 30), end: .constant(13, 30),
        room: id("RM3-mdt")),
      Meeting(team: id("RWA"), weekday: .thursday, start: .constant(14, 0), end: .constant(15, 0)),
      Meeting(team: id("RXR"), weekday: .tuesday, start: .constant(8, 0), end: .constant(9, 0)),
    ]
  }

  private static var rooms: [Room] {
    [
      Room(id: id("RM3-1"), site: id("WYTHENSHAWE"), name: "Seminar room 1", capacity: 14),
      Room(id: id("RM3-mdt"), site: id("WYTHENSHAWE"), name: "MDT room", capacity: 30),
    ]
  }

  private static var facilitators: [Facilitator] {
    [
      Facilitator(
        id: id("F1"), name: "Facilitator 1", base: .site(id("LIVERPOOL")), background: .clinical,
        network: "merseyside"),
      Facilitator(
        id: id("F2"), name: "Facilitator 2", base: .site(id("LIVERPOOL")), background: .nonClinical),
    ]
  }

  private static func site(
    _ key: String, _ name: String, _ postcode: String, _ latitude: Double, _ longitude: Double,
    fromPostcode: Bool = false
  ) -> Site {
    guard let coordinates = Coordinates(latitude: latitude, longitude: longitude) else {
      preconditionFailure("\(name) is not on the globe")
    }
    return Site(
      id: id(key), name: name, postcode: postcode,
      location: Location(coordinates: coordinates, isFromPostcode: fromPostcode))
  }

  private static func person(_ key: String, _ team: String, _ name: String, _ role: Role) -> Person {
    Person(id: id(key), teams: [id(team)], name: name, role: role, email: "\(key)@example.org")
  }
}

/// An id written in a test.
func id<Subject>(_ text: String) -> Identifier<Subject> {
  guard let id = Identifier<Subject>(text) else { preconditionFailure("'\(text)' is no id") }
  return id
}

/// A date written in a test.
func day(_ text: String) -> Day {
  guard let day = Day(iso: text) else { preconditionFailure("'\(text)' is no date") }
  return day
}

/// A local time written in a test, as `2027-03-16 09:30`.
func moment(_ text: String) -> Moment {
  guard let time = ClockTime(text.suffix(5)) else { preconditionFailure("'\(text)' has no time") }
  return Moment(day(String(text.prefix(10))), time)
}
