import Checking
import Domain
import Testing

@testable import Reports

struct ListTests {
  private let programme = SampleProgramme().complete
  private let plan = SamplePlan().plan

  private func actions(_ change: (inout Programme, inout Plan) -> Void = { _, _ in }) -> ActionList {
    var (programme, plan) = (programme, plan)
    change(&programme, &plan)
    return ActionList(words: PlanWords(programme: programme, plan: plan))
  }

  @Test(arguments: [
    ("2027-01-03", Urgency.overdue), ("2027-01-04", .thisWeek), ("2027-01-10", .thisWeek),
    ("2027-01-11", .nextWeek), ("2027-01-17", .nextWeek), ("2027-01-18", .later),
  ])
  func `on Monday 4 January this week ends on Sunday`(due: String, urgency: Urgency) {
    #expect(Urgency(of: day(due), on: day("2027-01-04")) == urgency)
  }

  @Test func `on a Sunday the next week begins tomorrow`() {
    #expect(Urgency(of: day("2027-01-10"), on: day("2027-01-10")) == .thisWeek)
    #expect(Urgency(of: day("2027-01-11"), on: day("2027-01-10")) == .nextWeek)
  }

  @Test func `everybody without a diary is chased by the day on which notice can still be kept`() {
    let list = ChaseList(programme: programme, plan: plan)
    #expect(
      list.items.map { "\($0.neededBy) \($0.owner) \($0.email ?? "-") \($0.coordinatorEmail ?? "-")" } == [
        // 42 days before 16 March; the plan has 14 days' notice for facilitators.
        "2027-02-02 RM3-manager RM3-manager@example.org lung.rm3@example.org",
        "2027-02-02 RXR-coord RXR-coord@example.org -", "2027-02-02 RXR-rad - RXR-coord@example.org",
        "2027-02-11 RWA-coord RWA-coord@example.org lung.rwa@example.org", "2027-03-11 F2 - -",
      ])
    #expect(list.items.map(\.isRequired) == [false, true, false, true, true])
    #expect(
      list.items.map { $0.visits.map(\.text) } == [
        ["RM3--RXR", "RXR--RM3"], ["RM3--RXR", "RXR--RM3"], ["RM3--RXR", "RXR--RM3"],
        ["RH8--RWA", "RWA--RH8"],
        ["RH8--RWA"],
      ])
  }

  @Test func `where only a visit without a date waits for a diary, it is needed today`() {
    var plan = plan
    plan.visits = []
    let item = ChaseList(programme: programme, plan: plan).items.first {
      $0.owner == .person(id("RWA-coord"))
    }
    #expect(item?.neededBy == plan.today)
    #expect(item?.firstVisit == nil)
  }

  @Test func `a diary that no visit waits for is needed by the first day of the window, less notice`() {
    var plan = plan
    plan.visits = []
    plan.unscheduled = []
    let item = ChaseList(programme: programme, plan: plan).items.first {
      $0.owner == .person(id("RWA-coord"))
    }
    #expect(item?.neededBy == day("2027-01-18"))
    #expect(item?.visits == [])
  }

  @Test func `nobody of a team that cannot be paired is chased`() {
    var programme = programme
    for at in programme.teams.indices { programme.teams[at].isApproved = false }
    let list = ChaseList(programme: programme, plan: plan)
    #expect(list.items.map(\.owner) == [.facilitator(id("F2"))])
  }

  @Test func `a row outside the window is no diary`() {
    var programme = programme
    let early = Interval(start: moment("2027-02-26 00:00"), end: moment("2027-02-27 00:00"))
    programme.availability = [
      Availability(owner: .person(id("RH8-cns")), interval: early, status: .unavailable)
    ]
    #expect(ChaseList(programme: programme, plan: plan).items.contains { $0.owner == .person(id("RH8-cns")) })
  }

  @Test func `rooms are booked before the date freezes, for the sessions in them`() throws {
    let booking = try #require(actions().actions.first { $0.kind == .bookRoom })
    #expect(booking.due == day("2027-02-16"))
    #expect(booking.room == id("RM3-1"))
    // Six people and the facilitator throughout; the manager comes to two of these sessions.
    #expect(
      booking.sentence
        == "Book Seminar room 1 (RM3-1) for 8 people at Wythenshawe Hospital, Tue 16 Mar 2027, 09:30–11:30 and "
        + "13:30–16:00, for Introduction by the host team, Role-to-role conversations, Audit data, How the MDT meeting "
        + "works, Patient experience survey and Summary and improvement plan (Wythenshawe hosts Blackburn).")
    #expect(booking.to.email == "lung.rm3@example.org")
  }

  @Test func `where no rooms are listed one is to be found`() throws {
    let finding = try #require(actions().actions.first { $0.kind == .findRoom })
    #expect(finding.visit.text == "RH8--RWA")
    #expect(
      finding.sentence
        == "Find a room for 7 people at Royal Devon and Exeter Hospital, Thu 25 Mar 2027, 08:30–09:00, 10:30–11:15 and "
        + "12:15–15:30: no rooms are listed there (Exeter hosts Hull).")
  }

  @Test func `a clinic is cancelled by whoever gives it up, with notice`() {
    let clinics = actions().actions.filter { $0.kind == .cancelClinic }
    #expect(
      clinics.map { "\($0.due) \($0.to.id ?? "") \($0.sentence)" } == [
        "2027-02-02 RXR-lead Clinical lead, Blackburn: cancel the clinic on Tue 16 Mar 2027, 08:00–12:00, with 42 days' "
          + "notice (Wythenshawe hosts Blackburn).",
        "2027-02-11 RWA-cns Nurse specialist, Hull: cancel the clinic on Thu 25 Mar 2027, 13:00–17:00, with 42 days' "
          + "notice (Exeter hosts Hull).",
        "2027-03-02 RXR-lead Clinical lead, Blackburn: cancel the clinic on Tue 13 Apr 2027, 09:00–12:00, with 42 days' "
          + "notice (Blackburn hosts Wythenshawe).",
      ])
  }

  @Test func `the clinics to be cancelled are those that the checker charges for`() {
    // A second clinic of the visitors' lead, on the drive home, and one of the manager in a session that they miss.
    let extra = [
      ("RXR-lead", "2027-03-16 16:30", "2027-03-16 18:00"),
      ("RM3-manager", "2027-03-16 10:00", "2027-03-16 10:30"),
      ("RM3-manager", "2027-03-16 13:45", "2027-03-16 14:00"),
    ].map { person, start, end in
      Availability(
        owner: .person(id(person)), interval: Interval(start: moment(start), end: moment(end)),
        status: .clinic)
    }
    var programme = programme
    programme.availability = (programme.availability + extra).sorted {
      ($0.owner, $0.interval.start) < ($1.owner, $1.interval.start)
    }
    let charged = Checker(programme: programme).explanations(of: .clinicCancelled, in: plan)
    let clinics = actions { programme, _ in programme.availability += extra }
      .actions.filter { $0.kind == .cancelClinic }
    #expect(charged.count == 5)
    #expect(
      clinics.map { "\($0.to.name) gives up a clinic \(VisitActions.clock($0.times))" }.sorted()
        == charged.map { String($0.split(separator: " on ")[0]) }.sorted(), "\(charged)")
  }

  @Test func `a clinic under time that is not to be had is two, and one out of the way is none`() {
    func row(_ start: String, _ end: String, _ status: AvailabilityStatus) -> Availability {
      Availability(
        owner: .person(id("A")), interval: Interval(start: moment(start), end: moment(end)), status: status)
    }
    let runs = ClinicRuns(rows: [
      row("2027-03-16 08:00", "2027-03-16 12:00", .clinic),
      row("2027-03-16 12:00", "2027-03-16 13:00", .clinic),
      row("2027-03-16 10:00", "2027-03-16 10:30", .unavailable),
      row("2027-03-16 07:00", "2027-03-16 18:00", .preferred),
      row("2027-03-17 08:00", "2027-03-17 12:00", .clinic),
    ])
    func times(_ start: String, _ end: String) -> [String] {
      runs.touching([Interval(start: moment(start), end: moment(end))]).map { "\($0.start)–\($0.end.clock)" }
    }
    #expect(
      times("2027-03-16 09:00", "2027-03-16 16:00") == ["2027-03-16 08:00–10:00", "2027-03-16 10:30–13:00"])
    #expect(times("2027-03-16 13:00", "2027-03-17 08:00") == [])
    #expect(
      times("2027-03-16 12:59", "2027-03-17 08:01") == ["2027-03-16 10:30–13:00", "2027-03-17 08:00–12:00"])
    #expect(runs.touching([]) == [])
  }

  @Test func `hotels and drives are those of the journeys`() {
    let list = actions().actions
    #expect(
      list.filter { $0.kind == .bookHotel }.map { "\($0.due) \($0.sentence)" } == [
        "2027-02-25 Book 1 room near Royal Devon and Exeter Hospital, EX2 5DW for the night of Wed 24 Mar 2027, for "
          + "Facilitator 2 (Exeter hosts Hull).",
        "2027-02-25 Book 3 rooms near Royal Devon and Exeter Hospital, EX2 5DW for the night of Wed 24 Mar 2027, for "
          + "Hull (Exeter hosts Hull).",
      ])
    let drives = list.filter { $0.kind == .drive }
    #expect(drives.count == 6)
    #expect(
      drives.first { $0.to.team == id("RWA") }?.sentence
        == "Hull leaves at 17:30 on Wed 24 Mar 2027 for Royal Devon and Exeter Hospital, EX2 5DW, a drive of 3 h 20 min "
        + "(estimated), and is home at 20:55 on Thu 25 Mar 2027 (Exeter hosts Hull).")
  }

  @Test func `a milestone is due from each team that is responsible`() {
    let milestones = actions().actions.filter { $0.kind == .milestone && $0.visit.text == "RM3--RXR" }
    #expect(
      milestones.map { "\($0.due) \($0.to.name): \($0.sentence)" } == [
        "2027-03-02 Wythenshawe: Audit data pack to the host: Wythenshawe, by Tue 2 Mar 2027 (Wythenshawe hosts "
          + "Blackburn, Tue 16 Mar 2027).",
        "2027-03-02 Blackburn: Audit data pack to the host: Blackburn, by Tue 2 Mar 2027 (Wythenshawe hosts "
          + "Blackburn, Tue 16 Mar 2027).",
        "2027-04-13 Wythenshawe: Improvement plan due: Wythenshawe, by Tue 13 Apr 2027 (Wythenshawe hosts "
          + "Blackburn, Tue 16 Mar 2027).",
      ])
  }

  @Test func `a facilitator confirms while the date is not firm, before notice and freezing`() {
    let confirmations = actions { programme, _ in programme.facilitators[0].noticeDays = 35 }
      .actions.filter { $0.kind == .confirmFacilitator }
    #expect(
      confirmations.map { "\($0.due) \($0.to.name)" } == [
        "2027-02-25 Facilitator 2", "2027-03-09 Facilitator 1",
      ])
  }

  @Test func `a cancelled visit asks for nothing, one that was held for what is due afterwards`() {
    let cancelled = actions { _, plan in
      plan.unscheduled = []
      for at in plan.visits.indices { plan.visits[at].status = .cancelled }
    }
    #expect(cancelled.actions.isEmpty)
    let held = actions { _, plan in
      plan.unscheduled = []
      for at in plan.visits.indices { plan.visits[at].status = .held }
    }
    #expect(
      held.actions.map { "\($0.due) \($0.kind.rawValue) \($0.visit)" } == [
        "2027-04-13 milestone RM3--RXR", "2027-04-22 milestone RH8--RWA", "2027-05-11 milestone RXR--RM3",
      ])
  }

  @Test func `the ask of a visit without a date comes first, and is due today`() throws {
    let ask = try #require(actions().actions.first)
    #expect(ask.kind == .ask && ask.due == plan.today && ask.visitDate == nil)
    #expect(
      ask.sentence
        == "So that Hull hosts Exeter finds a date: Thu 22 Apr 2027 becomes possible if Clinical lead, Exeter "
        + "cancels a clinic")
  }

  @Test func `both lists are sorted by date`() {
    let due = actions().actions.map(\.due)
    #expect(due == due.sorted())
    let needed = ChaseList(programme: programme, plan: plan).items.map(\.neededBy)
    #expect(needed == needed.sorted())
  }

  @Test(arguments: [
    ([Askee.person(id("RH8-lead"))], ["Clinical lead, Exeter <RH8-lead@example.org> RH8 RH8-lead"]),
    ([.facilitator(id("F1"))], ["Facilitator 1 <-> - F1"]),
    ([.team(id("RH8"))], ["Exeter <lung.rh8@example.org> RH8 -"]),
    ([.site(id("HULL"))], ["Hull <lung.rwa@example.org> RWA -"]),
    ([.site(id("LIVERPOOL"))], ["Core team <core@example.org> - -"]),
    ([.programme], ["Core team <core@example.org> - -"]),
    (
      [.person(id("RWA-lead")), .facilitator(id("F2"))],
      ["Facilitator 2 <-> - F2", "Clinical lead, Hull <RWA-lead@example.org> RWA RWA-lead"]
    ),
  ])
  func `an ask goes to whose diary, meeting, room or rule it is`(askees: [Askee], expected: [String]) {
    let asks = actions { programme, plan in
      programme.settings.publish.organiserName = "Core team"
      programme.settings.publish.organiserEmail = "core@example.org"
      plan.unscheduled[0].askees = askees
    }.actions.filter { $0.kind == .ask }
    #expect(
      asks.map { "\($0.to.name) <\($0.to.email ?? "-")> \($0.to.team?.text ?? "-") \($0.to.id ?? "-")" }
        == expected)
  }

  @Test func `whoever runs the programme is called so where programme yaml gives no name`() {
    let ask = actions { programme, plan in
      programme.settings.publish = PublishSettings()
      plan.unscheduled[0].askees = [.programme]
    }.actions.first
    #expect(ask?.to.name == "the programme's organiser" && ask?.to.email == nil)
  }
}
