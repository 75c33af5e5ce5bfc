import Domain

/// A plan for `SampleProgramme`: three visits with every detail, one without a date, one team left out.
struct SamplePlan {
  var plan: Plan

  init() {
    var costs = CostSheet()
    // 15, 24 and 43 days after the first possible one at two hours a week, each rounded down.
    costs[.delay] = Minutes(257 + 411 + 737)
    // The radiologist away; the manager missing five sessions of eight.
    costs[.optionalAbsence] = Minutes(120 + 75)
    costs[.ownMeetingMissed] = Minutes(3 * 360)
    costs[.overnight] = Minutes(4 * 360)
    costs[.facilitatorTravel] = Minutes(2 * (42 + 205 + 58))
    costs[.unscheduled] = Minutes(300_000)
    plan = Plan(
      programme: id("sample"), today: day("2027-01-04"), seed: 7,
      inputDigest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      pairs: [Self.farPair, Self.nearPair],
      unpaired: [
        UnpairedTeam(team: id("RQ6"), reason: "Its chief executive has not approved the programme.")
      ],
      visits: [Self.toWythenshawe, Self.toExeter, Self.toBlackburn],
      unscheduled: [
        UnscheduledVisit(
          host: id("RWA"), visitors: [id("RH8")],
          reason:
            "Each of the 17 meetings is blocked. The clinical lead of Exeter is away on most Thursdays.",
          cheapestAsk: "Thu 22 Apr 2027 becomes possible if Clinical lead, Exeter cancels a clinic",
          askees: [.person(id("RH8-lead"))])
      ],
      pairingQuality: Quality(objective: -15_243, bound: -15_243, proof: .dual), unpairedCost: 0,
      pairingProof: DualProof(
        shift: 4, teams: [.init(team: id("RM3"), price: 121_944), .init(team: id("RXR"), price: 121_944)],
        oddSets: [.init(teams: [id("RM3"), id("RWA"), id("RXR")], price: 16)], budgetPrice: 2, trioPrice: 0),
      visitsQuality: Quality(objective: 304_730, bound: 302_160, proof: .search), costs: costs,
      warnings: [
        "indicators.csv: RWA has no figure for Treated late; it is compared on the rest.",
        "rooms.csv: no rooms are listed for BLACKBURN, EXETER and HULL; rooms are not checked there.",
      ])
  }

  private static var farPair: Pair {
    Pair(
      teams: [id("RH8"), id("RWA")], score: Score(units: 6_120),
      gains: [Score(units: 9_500), Score(units: 8_940)], levelGap: Score(units: 3_010),
      travel: Minutes(325), travelIsEstimated: true, commonDates: [4, 3], reliability: 0.42,
      comparisons: [
        Comparison(
          indicator: id("path_dx"), values: [0.912, 0.744], standings: [0.91, -0.62],
          reliabilities: [0.88, 0.81]),
        Comparison(
          indicator: id("resection"), values: [0.131, 0.204], standings: [-0.44, 0.73],
          reliabilities: [0.47, 0.42]),
        Comparison(
          indicator: id("wait"), values: [0.302, nil], standings: [-0.2, nil], reliabilities: [nil, nil]),
      ])
  }

  private static var nearPair: Pair {
    Pair(
      teams: [id("RM3"), id("RXR")], score: Score(units: 9_123),
      gains: [Score(units: 10_000), Score(units: 12_345)], levelGap: Score(units: 1_200),
      travel: Minutes(55), travelIsEstimated: false, commonDates: [12, 9], reliability: 0.79,
      comparisons: [
        Comparison(
          indicator: id("path_dx"), values: [0.85, 0.8], standings: [0.55, 0.12], reliabilities: [0.9, 0.86]),
        Comparison(
          indicator: id("resection"), values: [0.25, 0.12], standings: [1.1, -0.7],
          reliabilities: [0.82, 0.79]),
        Comparison(
          indicator: id("wait"), values: [0.4, 0.18], standings: [-0.9, 0.8], reliabilities: [0.84, 0.8]),
      ])
  }

  /// Tuesday in winter time; the manager of Wythenshawe comes to the meeting and two sessions only.
  private static var toWythenshawe: Visit {
    Visit(
      host: id("RM3"), visitors: [id("RXR")], leg: 1,
      interval: Interval(start: moment("2027-03-16 09:30"), end: moment("2027-03-16 16:00")),
      room: id("RM3-1"), facilitator: id("F1"),
      detail: VisitDetail(
        agenda: agenda(
          "2027-03-16",
          [
            ("welcome", "09:30"), ("counterparts", "10:00"), ("audit_data", "10:45"), ("lunch", "11:30"),
            ("mdt", "12:30"), ("mdt_discussion", "13:30"), ("patient_experience", "14:15"),
            ("improvement_plan", "15:00"),
          ], meetingMinutes: 60, room: "RM3-1"),
        attendance: [
          Attendance(attendee: .person(id("RM3-cns")), side: .host, role: .nurseSpecialist, isRequired: true),
          Attendance(
            attendee: .person(id("RM3-coord")), side: .host, role: .mdtCoordinator, isRequired: true),
          Attendance(attendee: .person(id("RM3-lead")), side: .host, role: .clinicalLead, isRequired: true),
          Attendance(
            attendee: .person(id("RM3-manager")), side: .host, role: .manager, isRequired: false,
            missed: ["welcome", "counterparts", "audit_data", "lunch", "patient_experience"].map { id($0) },
            cost: Minutes(75)),
          Attendance(
            attendee: .person(id("RXR-cns")), side: .visitor, role: .nurseSpecialist, isRequired: true),
          Attendance(
            attendee: .person(id("RXR-coord")), side: .visitor, role: .mdtCoordinator, isRequired: true),
          Attendance(
            attendee: .person(id("RXR-lead")), side: .visitor, role: .clinicalLead, isRequired: true),
          Attendance(
            attendee: .person(id("RXR-rad")), side: .visitor, role: .radiologist, isRequired: false,
            missed: Self.sessions.map { id($0) }, isAbsent: true, cost: Minutes(120)),
          Attendance(attendee: .facilitator(id("F1")), side: .facilitator, isRequired: true),
        ],
        journeys: [
          Journey(
            traveller: .team(id("RXR")), departure: moment("2027-03-16 08:35"), outward: Minutes(55),
            homeward: Minutes(55), arrival: moment("2027-03-16 16:55"), isOvernight: false,
            isEstimated: false),
          Journey(
            traveller: .facilitator(id("F1")), departure: moment("2027-03-16 08:48"), outward: Minutes(42),
            homeward: Minutes(42), arrival: moment("2027-03-16 16:42"), isOvernight: false,
            isEstimated: true),
        ]),
      status: .confirmed, pin: Pin(by: "Programme manager", reason: "the lead is off sick in April"),
      release: 2, sequence: 3)
  }

  /// Thursday in winter time; both the visitors and the facilitator come the evening before.
  private static var toExeter: Visit {
    Visit(
      host: id("RH8"), visitors: [id("RWA")], leg: nil,
      interval: Interval(start: moment("2027-03-25 08:30"), end: moment("2027-03-25 15:30")),
      facilitator: id("F2"),
      detail: VisitDetail(
        agenda: agenda(
          "2027-03-25",
          [
            ("welcome", "08:30"), ("mdt", "09:00"), ("mdt_discussion", "10:30"), ("lunch", "11:30"),
            ("counterparts", "12:15"), ("audit_data", "13:00"), ("patient_experience", "13:45"),
            ("improvement_plan", "14:30"),
          ], meetingMinutes: 90),
        attendance: team("RH8", .host) + team("RWA", .visitor, cost: Minutes(360)) + [
          Attendance(
            attendee: .facilitator(id("F2")), side: .facilitator, isRequired: true, cost: Minutes(360))
        ],
        journeys: [
          Journey(
            traveller: .team(id("RWA")), departure: moment("2027-03-24 17:30"), outward: Minutes(200),
            homeward: Minutes(325), arrival: moment("2027-03-25 20:55"), isOvernight: true,
            isEstimated: true),
          Journey(
            traveller: .facilitator(id("F2")), departure: moment("2027-03-24 17:30"), outward: Minutes(205),
            homeward: Minutes(205), arrival: moment("2027-03-25 18:55"), isOvernight: true,
            isEstimated: true),
        ]),
      reserveDate: day("2027-04-29"))
  }

  /// Tuesday in summer time, everybody there.
  private static var toBlackburn: Visit {
    Visit(
      host: id("RXR"), visitors: [id("RM3")], leg: 2,
      interval: Interval(start: moment("2027-04-13 08:00"), end: moment("2027-04-13 14:45")),
      facilitator: id("F1"),
      detail: VisitDetail(
        agenda: agenda(
          "2027-04-13",
          [
            ("mdt", "08:00"), ("welcome", "09:00"), ("mdt_discussion", "09:30"), ("counterparts", "10:15"),
            ("audit_data", "11:00"), ("lunch", "12:00"), ("patient_experience", "13:00"),
            ("improvement_plan", "13:45"),
          ], meetingMinutes: 60),
        attendance: team("RXR", .host) + [
          Attendance(attendee: .person(id("RXR-rad")), side: .host, role: .radiologist, isRequired: false)
        ] + team("RM3", .visitor) + [
          Attendance(attendee: .person(id("RM3-manager")), side: .visitor, role: .manager, isRequired: false),
          Attendance(attendee: .facilitator(id("F1")), side: .facilitator, isRequired: true),
        ],
        journeys: [
          Journey(
            traveller: .team(id("RM3")), departure: moment("2027-04-13 07:05"), outward: Minutes(55),
            homeward: Minutes(55), arrival: moment("2027-04-13 15:40"), isOvernight: false,
            isEstimated: false),
          Journey(
            traveller: .facilitator(id("F1")), departure: moment("2027-04-13 07:02"), outward: Minutes(58),
            homeward: Minutes(58), arrival: moment("2027-04-13 15:43"), isOvernight: false,
            isEstimated: true),
        ]),
      status: .tentative, release: 1)
  }

  private static let sessions = [
    "welcome", "counterparts", "audit_data", "lunch", "mdt", "mdt_discussion", "patient_experience",
    "improvement_plan",
  ]

  private static func team(_ team: String, _ side: Side, cost: Minutes = .zero) -> [Attendance] {
    [("cns", Role.nurseSpecialist), ("coord", .mdtCoordinator), ("lead", .clinicalLead)].map { key, role in
      Attendance(
        attendee: .person(id("\(team)-\(key)")), side: side, role: role, isRequired: true, cost: cost)
    }
  }

  private static func agenda(
    _ date: String, _ starts: [(String, String)], meetingMinutes: Int, room: String? = nil
  ) -> [AgendaItem] {
    starts.map { key, clock in
      guard let session = Session.standardAgenda.first(where: { $0.id.text == key }) else {
        preconditionFailure("the standard agenda has no '\(key)'")
      }
      let start = moment("\(date) \(clock)")
      return AgendaItem(
        session: session.id, title: session.title,
        interval: Interval(start: start, end: start + (session.minutes ?? Minutes(meetingMinutes))),
        room: session.needsRoom ? room.map { id($0) } : nil)
    }
  }
}
