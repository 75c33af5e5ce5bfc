import Domain

extension Fixture {
  /// A window of two months, a short agenda, and gaps of two to four weeks.
  static let settings = Settings(
    id: "tiny", name: "Tiny programme", timeZone: "Europe/London", visitsFrom: .on(5, 3),
    visitsTo: .on(6, 30), today: .on(3, 1),
    pairing: PairingSettings(indicators: [
      Indicator(id: "i1", label: "First"), Indicator(id: "i2", label: "Second"),
    ]),
    visits: VisitSettings(
      requiredRoles: [.clinicalLead], gapMin: 14, gapMax: 28,
      agenda: [
        Session(id: "welcome", title: "Welcome", minutes: Minutes(30), isFirst: true),
        Session(id: "mdt", title: "MDT meeting"),
        Session(id: "review", title: "Review", minutes: Minutes(30), after: "mdt"),
        Session(id: "outlook", title: "Outlook", minutes: Minutes(30), isLast: true),
      ]))

  static let location: Location = {
    guard let coordinates = Coordinates(latitude: 53, longitude: -2) else {
      preconditionFailure("on the globe")
    }
    return Location(coordinates: coordinates)
  }()

  /// B visits A on Tuesday 4 May, A visits B on Wednesday 19 May; D visits C on 11 May, C visits D on 26 May.
  static func plan(four: Bool) -> Plan {
    var pairs = [pair("A", "B", four: four)]
    var visits = [
      visit(host: "A", visitor: "B", leg: 1, on: .on(5, 4), leaderDrive: 0),
      visit(host: "B", visitor: "A", leg: 2, on: .on(5, 19)),
    ]
    if four {
      pairs.append(pair("C", "D", four: true))
      visits.insert(visit(host: "C", visitor: "D", leg: 1, on: .on(5, 11)), at: 1)
      visits.append(visit(host: "D", visitor: "C", leg: 2, on: .on(5, 26)))
    }
    // 30 days of delay by two hours a week are ⌊1 · 120 / 7⌋ + ⌊16 · 120 / 7⌋ = 17 + 274 minutes; the
    // facilitator drives an hour to B and back. With four teams 8 and 23 days and two more drives come on top.
    var costs = CostSheet.zero
    costs[.delay] = Minutes(four ? 17 + 137 + 274 + 394 : 17 + 274)
    costs[.facilitatorTravel] = Minutes(four ? 360 : 120)
    let score = pairs.map(\.score.units).reduce(0, +)
    return Plan(
      programme: "tiny", today: .on(3, 1), seed: 1, inputDigest: "", pairs: pairs, unpaired: [],
      visits: visits, unscheduled: [],
      pairingQuality: Quality(objective: -score, bound: -score, proof: .dual), unpairedCost: 0,
      visitsQuality: Quality(objective: costs.total.count, bound: costs.total.count, proof: .dual),
      costs: costs, warnings: [])
  }

  /// Two teams stand at ±0.1 / 0.14142 = ±0.70711 SD on each indicator, in opposite ways: each can learn
  /// ½ · 1.41421 = 0.7071 SD. Four stand at ±0.1 / 0.11547 = ±0.86603: 0.8660 SD. An hour's drive takes 0.05.
  static func pair(_ a: String, _ b: String, four: Bool) -> Pair {
    let gain = Score(units: four ? 8660 : 7071)
    return Pair(
      teams: [id(a), id(b)], score: gain - Score(units: 500), gains: [gain, gain], levelGap: .zero,
      travel: Minutes(60), travelIsEstimated: false, commonDates: [9, 9])
  }

  /// A visit with everybody there, its welcome half an hour before the meeting at 10:00.
  static func visit(
    host: String, visitor: String, leg: Int?, on day: Day, drive: Int = 60, leader: FacilitatorID? = "F",
    leaderDrive: Int = 60
  ) -> Visit {
    let room: RoomID = id("R\(host)")
    func moment(_ hour: Int, _ minute: Int) -> Moment { Moment(day, .constant(hour, minute)) }
    let hours = Interval(start: moment(9, 30), end: moment(12, 0))
    let agenda = [
      AgendaItem(
        session: "welcome", title: "Welcome", interval: Interval(start: moment(9, 30), end: moment(10, 0)),
        room: room),
      AgendaItem(
        session: "mdt", title: "MDT meeting", interval: Interval(start: moment(10, 0), end: moment(11, 0))),
      AgendaItem(
        session: "review", title: "Review", interval: Interval(start: moment(11, 0), end: moment(11, 30)),
        room: room),
      AgendaItem(
        session: "outlook", title: "Outlook", interval: Interval(start: moment(11, 30), end: moment(12, 0)),
        room: room),
    ]
    var attendance = [(host, Side.host), (visitor, Side.visitor)].flatMap { letter, side in
      [
        Attendance(
          attendee: .person(id("\(letter)-lead")), side: side, role: .clinicalLead, isRequired: true),
        Attendance(
          attendee: .person(id("\(letter)-nurse")), side: side, role: .nurseSpecialist, isRequired: false),
      ]
    }
    var journeys = [journey(.team(id(visitor)), hours, drive)]
    if let leader {
      attendance.append(Attendance(attendee: .facilitator(leader), side: .facilitator, isRequired: true))
      journeys.append(journey(.facilitator(leader), hours, leaderDrive))
    }
    return Visit(
      host: id(host), visitors: [id(visitor)], leg: leg, interval: hours, room: room, facilitator: leader,
      detail: VisitDetail(agenda: agenda, attendance: attendance, journeys: journeys))
  }

  /// A drive there and back on the day, or from 17:30 of the evening before where it takes over two hours.
  static func journey(_ traveller: Traveller, _ hours: Interval, _ drive: Int) -> Journey {
    let evening = Moment(hours.start.day.advanced(by: -1), .constant(17, 30))
    return Journey(
      traveller: traveller, departure: drive > 120 ? evening : hours.start - Minutes(drive),
      outward: Minutes(drive), homeward: Minutes(drive), arrival: hours.end + Minutes(drive),
      isOvernight: drive > 120, isEstimated: false)
  }
}
