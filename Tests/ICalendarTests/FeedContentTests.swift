import Domain
import ICalendar
import Testing

/// What each reader sees, event by event.
struct FeedContentTests {
  @Test("There is a feed for everybody, sorted by name, with a visit or without")
  func names() throws {
    #expect(
      try Feeds().files().map(\.name) == [
        "facilitator-F1.ics", "facilitator-F2.ics", "person-RH8-cns.ics", "person-RH8-coord.ics",
        "person-RH8-lead.ics", "person-RM3-cns.ics", "person-RM3-coord.ics", "person-RM3-lead.ics",
        "person-RM3-manager.ics", "person-RWA-cns.ics", "person-RWA-coord.ics", "person-RWA-lead.ics",
        "person-RXR-cns.ics", "person-RXR-coord.ics", "person-RXR-lead.ics", "person-RXR-rad.ics",
        "programme.ics", "room-RM3-1.ics", "room-RM3-mdt.ics", "site-BLACKBURN.ics", "site-EXETER.ics",
        "site-HULL.ics", "site-LIVERPOOL.ics", "site-WYTHENSHAWE.ics", "team-RH8.ics", "team-RM3.ics",
        "team-RQ6.ics", "team-RWA.ics", "team-RXR.ics",
      ])
    #expect(try events("team-RQ6.ics") == [])
  }

  @Test("The same plan is the same bytes")
  func determinism() throws {
    #expect(try Feeds().files() == Feeds().files())
  }

  @Test("A team that receives has the visit, its sessions and its milestones, and no drive")
  func host() throws {
    #expect(
      try events("team-RH8.ics").map(\.line) == [
        "2027-03-11 free Audit data pack to the host: Exeter hosts Hull",
        "0325T0830 busy Peer review visit: Exeter hosts Hull",
        "0325T0830 free Introduction by the host team: Exeter hosts Hull",
        "0325T0900 free Observation of the MDT meeting: Exeter hosts Hull",
        "0325T1030 free How the MDT meeting works: Exeter hosts Hull",
        "0325T1130 free Lunch: Exeter hosts Hull",
        "0325T1215 free Role-to-role conversations: Exeter hosts Hull",
        "0325T1300 free Audit data: Exeter hosts Hull",
        "0325T1345 free Patient experience survey: Exeter hosts Hull",
        "0325T1430 free Summary and improvement plan: Exeter hosts Hull",
        "2027-04-22 free Improvement plan due: Exeter hosts Hull",
      ])
  }

  @Test("A facilitator has the visits and the drives, and no milestone of the teams")
  func facilitator() throws {
    #expect(
      try events("facilitator-F2.ics").map(\.line) == [
        "0324T1730 busy Travel to the peer review visit at Royal Devon and Exeter Hospital",
        "0325T0830 busy Peer review visit: Exeter hosts Hull",
        "0325T1530 busy Travel home from the peer review visit at Royal Devon and Exeter Hospital",
      ])
  }

  @Test("A milestone for the facilitator is in the facilitator's feed and in no team's")
  func facilitatorMilestone() throws {
    var feeds = Feeds()
    feeds.programme.settings.visits.milestones = [
      Milestone(id: id("notes"), title: "Notes to both teams", days: 1, responsible: .facilitator)
    ]
    #expect(
      try events("facilitator-F2.ics", of: feeds).last?.line
        == "2027-03-26 free Notes to both teams: Exeter hosts Hull")
    #expect(try !events("team-RH8.ics", of: feeds).contains { $0.line.contains("Notes") })
    #expect(try events("programme.ics", of: feeds).count { $0.line.contains("Notes") } == 3)
  }

  @Test("A room has the sessions booked in it")
  func room() throws {
    #expect(
      try events("room-RM3-1.ics").map(\.line) == [
        "0316T0930 busy Introduction by the host team: Wythenshawe hosts Blackburn",
        "0316T1000 busy Role-to-role conversations: Wythenshawe hosts Blackburn",
        "0316T1045 busy Audit data: Wythenshawe hosts Blackburn",
        "0316T1330 busy How the MDT meeting works: Wythenshawe hosts Blackburn",
        "0316T1415 busy Patient experience survey: Wythenshawe hosts Blackburn",
        "0316T1500 busy Summary and improvement plan: Wythenshawe hosts Blackburn",
      ])
  }

  @Test(
    "A site has the visits that its teams receive, with their sessions, and nothing that is due from them")
  func site() throws {
    #expect(
      try events("site-EXETER.ics").map(\.line)
        == events("team-RH8.ics").map(\.line).filter { !$0.hasPrefix("2027-") })
    // Hull's own visit to Exeter is not at Hull.
    #expect(try events("site-HULL.ics").allSatisfy { $0.line.hasSuffix("Hull hosts Exeter") })
  }

  @Test("Whoever comes to some sessions is busy in those only, and sees no others")
  func partial() throws {
    let march = try events("person-RM3-manager.ics").filter { $0.line.hasPrefix("0316") }
    #expect(
      march.map(\.line) == [
        "0316T0930 free Peer review visit: Wythenshawe hosts Blackburn",
        "0316T1230 busy Observation of the MDT meeting: Wythenshawe hosts Blackburn",
        "0316T1330 busy How the MDT meeting works: Wythenshawe hosts Blackburn",
        "0316T1500 busy Summary and improvement plan: Wythenshawe hosts Blackburn",
      ])
    #expect(try !Feeds().lines("person-RM3-manager.ics").joined().contains("10:00–10:45 Role-to-role"))
  }

  @Test("Whoever stays away has nothing of that visit")
  func absent() throws {
    let lines = try Feeds().lines("person-RXR-rad.ics")
    #expect(!lines.contains { $0.hasPrefix("UID:sample~RM3--RXR") })
    #expect(lines.contains("UID:sample~RXR--RM3@counterpart"))
  }

  @Test("No feed tells an absence or a reason", arguments: CalendarDetail.allCases)
  func reasons(detail: CalendarDetail) throws {
    var feeds = Feeds()
    feeds.programme.settings.publish.detail = detail
    for file in try feeds.files() where file.name != "person-RXR-rad.ics" {
      let march = unfolded(file.bytes).split { $0 == "BEGIN:VEVENT" }
        .filter { $0.contains("UID:sample~RM3--RXR@counterpart") }.joined().joined(separator: "\n")
        .lowercased()
      for word in ["off sick", "radiologist", "absen", "stays away", "misses"] {
        #expect(!march.contains(word), "\(file.name)")
      }
    }
  }

  @Test("People are named only where names are published; addresses never")
  func people() throws {
    var feeds = Feeds()
    for detail in [CalendarDetail.busy, .titles] {
      feeds.programme.settings.publish.detail = detail
      for file in try feeds.files() {
        let text = unfolded(file.bytes).joined(separator: "\n")
        #expect(!text.contains("Nurse specialist\\, ") && !text.contains("Facilitator 1"))
        #expect(!text.contains("@example.org") && !text.contains("CLASS:"))
      }
    }
    feeds.programme.settings.publish.detail = .full
    let text = try feeds.lines("team-RM3.ics").joined(separator: "\n")
    #expect(text.contains(#"Nurse specialist\, Wythenshawe (nurse specialist)"#))
    #expect(text.contains("Facilitator 1") && text.contains("CLASS:PRIVATE"))
    #expect(!text.contains("@example.org"))
  }

  @Test("A visit that moves keeps its UIDs, and its SEQUENCE is the visit's")
  func moved() throws {
    var feeds = Feeds()
    let before = try feeds.lines("programme.ics").filter { $0.hasPrefix("UID:") }
    feeds.plan.visits[0].interval.start = moment("2027-03-09 09:30")
    feeds.plan.visits[0].interval.end = moment("2027-03-09 16:00")
    feeds.plan.visits[0].sequence = 4
    let after = try feeds.lines("programme.ics")
    #expect(after.filter { $0.hasPrefix("UID:") }.sorted() == before.sorted())
    #expect(after.contains("SEQUENCE:4") && !after.contains("SEQUENCE:3"))
    #expect(after.contains("DTSTART;TZID=Europe/London:20270309T093000"))
  }

  @Test(
    "A status is what calendars know of it",
    arguments: [
      (VisitStatus.draft, "STATUS:TENTATIVE", "TRANSP:OPAQUE", "TENTATIVE"),
      (.tentative, "STATUS:TENTATIVE", "TRANSP:OPAQUE", "TENTATIVE"),
      (.confirmed, "STATUS:CONFIRMED", "TRANSP:OPAQUE", "BUSY"),
      (.held, "STATUS:CONFIRMED", "TRANSP:OPAQUE", "BUSY"),
      (.cancelled, "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "FREE"),
    ])
  func status(status: VisitStatus, line: String, transparency: String, busy: String) throws {
    var feeds = Feeds()
    feeds.plan.visits[1].status = status
    let event = try events("programme.ics", of: feeds).first {
      $0.lines.contains("UID:sample~RH8--RWA@counterpart")
    }
    let lines = try #require(event).lines
    #expect(lines.contains(line) && lines.contains(transparency))
    #expect(lines.contains("X-MICROSOFT-CDO-BUSYSTATUS:\(busy)"))
    #expect(
      lines.contains(
        "SUMMARY:\(status == .cancelled ? "Cancelled: " : "")Peer review visit: Exeter hosts Hull"))
  }

  @Test("What is cancelled asks nothing of anybody: no agenda, no drive, nothing due")
  func cancelledText() throws {
    var feeds = Feeds()
    feeds.plan.visits[1].status = .cancelled
    let visit = feeds.plan.visits[1]
    for name in ["team-\(visit.host).ics", "team-\(visit.visitors[0]).ics"] {
      let cancelled = try events(name, of: feeds).filter { $0.lines.contains("STATUS:CANCELLED") }
      #expect(cancelled.count > 1, "\(name): the visit and its parts")
      for event in cancelled {
        let text = try #require(event.lines.first { $0.hasPrefix("DESCRIPTION:") })
        #expect(
          text.wholeMatch(of: #/DESCRIPTION:The visit is cancelled: nobody needs to come\.\\nPlan .*/#)
            != nil,
          "\(name): \(text)")
      }
    }
  }

  @Test("A published visit that was cancelled since stays in its readers' feeds as cancelled")
  func cancelledSince() throws {
    var feeds = Feeds()
    feeds.programme.schedule = [
      ScheduledVisit(
        id: VisitID(host: id("RWA"), visitors: [id("RH8")]), host: id("RWA"), visitors: [id("RH8")],
        interval: Interval(start: moment("2027-05-06 09:00"), end: moment("2027-05-06 16:00")),
        facilitator: id("F1"), status: .cancelled, release: 1, sequence: 2)
    ]
    for name in ["programme.ics", "team-RWA.ics", "team-RH8.ics", "facilitator-F1.ics"] {
      let event = try events(name, of: feeds).first { $0.lines.contains("UID:sample~RWA--RH8@counterpart") }
      let lines = try #require(event, "\(name)").lines
      #expect(lines.contains("STATUS:CANCELLED") && lines.contains("SEQUENCE:2"))
    }
    // One that the plan no longer holds is cancelled by the plan: a change, so the number in sequence rises.
    feeds.programme.schedule[0].status = .tentative
    let dropped = try events("team-RH8.ics", of: feeds).first {
      $0.lines.contains("UID:sample~RWA--RH8@counterpart")
    }
    #expect(try #require(dropped).lines.contains("STATUS:CANCELLED"))
    #expect(try #require(dropped).lines.contains("SEQUENCE:3"))
    feeds.programme.schedule[0].release = nil
    #expect(try !feeds.lines("programme.ics").contains("UID:sample~RWA--RH8@counterpart"))
  }

  @Test("A visit without details is in the feeds of teams, facilitator and main room")
  func withoutDetail() throws {
    var feeds = Feeds()
    feeds.plan.visits[0].detail = nil
    for name in ["programme.ics", "team-RM3.ics", "team-RXR.ics", "facilitator-F1.ics", "room-RM3-1.ics"] {
      #expect(try feeds.lines(name).contains("UID:sample~RM3--RXR@counterpart"), "\(name)")
    }
    #expect(try !feeds.lines("person-RM3-lead.ics").contains("UID:sample~RM3--RXR@counterpart"))
  }

  @Test("In a trio each visiting team has its own drive")
  func trio() throws {
    var feeds = Feeds()
    feeds.plan.visits[0].visitors = [id("RH8"), id("RXR")]
    feeds.plan.visits[0].detail?.journeys.insert(
      Journey(
        traveller: .team(id("RH8")), departure: moment("2027-03-15 17:30"), outward: Minutes(200),
        homeward: Minutes(200), arrival: moment("2027-03-16 19:20"), isOvernight: true, isEstimated: true),
      at: 0)
    let own = try feeds.lines("team-RH8.ics").filter { $0.hasPrefix("UID:") && $0.contains("ward~") }
    #expect(
      own == [
        "UID:sample~RM3--RH8+RXR~outward~team~RH8@counterpart",
        "UID:sample~RM3--RH8+RXR~homeward~team~RH8@counterpart",
      ])
    #expect(
      try feeds.lines("programme.ics").contains(
        "SUMMARY:Peer review visit: Wythenshawe hosts Exeter and Blackburn"))
  }

  @Test("A place known by its postcode only has no GEO")
  func geo() throws {
    var feeds = Feeds()
    #expect(try feeds.lines("programme.ics").filter { $0.hasPrefix("GEO") }.count == 3)
    for at in feeds.programme.sites.indices { feeds.programme.sites[at].location.isFromPostcode = true }
    #expect(try !feeds.lines("programme.ics").contains { $0.hasPrefix("GEO") })
  }

  @Test("There is no alarm, and nothing of the day of rendering")
  func stamps() throws {
    for file in try Feeds().files() {
      let lines = unfolded(file.bytes)
      #expect(!lines.contains("BEGIN:VALARM"))
      let stamps = lines.filter { $0.hasPrefix("DTSTAMP") || $0.hasPrefix("LAST-MODIFIED") }
      #expect(stamps.allSatisfy { $0.hasSuffix(":20270104T000000Z") })
    }
  }

  private func events(_ name: String, of feeds: Feeds = Feeds()) throws -> [Event] {
    try feeds.lines(name).split { $0 == "BEGIN:VEVENT" }.dropFirst().map { Event(lines: Array($0)) }
  }

  /// An event's content lines.
  private struct Event: Equatable {
    var lines: [String]

    /// When, whether it blocks, and what; in March and April 2027 `MMDDTHHMM` is enough.
    var line: String {
      let start =
        lines.first { $0.hasPrefix("DTSTART") }.map { String($0.drop { $0 != ":" }.dropFirst()) } ?? ""
      let date = Day(
        iso: "\(start.prefix(4))-\(start.dropFirst(4).prefix(2))-\(start.dropFirst(6).prefix(2))")
      let when = start.count == 8 ? date?.iso ?? start : String(start.dropFirst(4).prefix(9))
      let free = lines.contains("TRANSP:TRANSPARENT")
      let summary = lines.first { $0.hasPrefix("SUMMARY:") }?.dropFirst("SUMMARY:".count) ?? ""
      return "\(when) \(free ? "free" : "busy") \(summary)"
    }
  }
}
