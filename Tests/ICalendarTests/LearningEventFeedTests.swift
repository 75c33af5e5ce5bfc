import Domain
import ICalendar
import Testing

/// Learning events in the calendars.
struct LearningEventFeedTests {
  private func feeds(options: Int) -> Feeds {
    var feeds = Feeds()
    let interval = Interval(start: moment("2027-04-20 10:00"), end: moment("2027-04-20 16:00"))
    let later = Interval(start: moment("2027-04-21 10:00"), end: moment("2027-04-21 16:00"))
    feeds.programme.settings.events = [
      LearningEvent(
        id: id("launch"), title: "Launch; all teams", options: Array([interval, later].prefix(options)))
    ]
    feeds.plan.events = [
      PlannedEvent(
        event: id("launch"), title: "Launch; all teams", interval: interval, attending: [id("RH8-lead")],
        missing: [id("RM3-lead")], tallies: Array([1, 1].prefix(options)))
    ]
    return feeds
  }

  private func entry(_ name: String, options: Int = 1) throws -> [String] {
    let lines = try feeds(options: options).lines(name)
    guard let uid = lines.firstIndex(of: "UID:sample~event~launch@counterpart") else { return [] }
    return Array(lines[uid...].prefix { $0 != "END:VEVENT" })
  }

  @Test func `an event takes the time of those who attend`() throws {
    let entry = try entry("person-RH8-lead.ics")
    for line in [
      "DTSTART;TZID=Europe/London:20270420T100000", "DTEND;TZID=Europe/London:20270420T160000",
      "SUMMARY:Launch\\; all teams", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "SEQUENCE:0",
      "CATEGORIES:Peer review learning event",
    ] { #expect(entry.contains(line), "\(line) is missing in \(entry)") }
  }

  @Test func `it is in the feeds of the programme, of teams that take part and of people who attend`() throws
  {
    #expect(try !entry("programme.ics").isEmpty)
    #expect(try !entry("team-RH8.ics").isEmpty)
    #expect(try !entry("team-RM3.ics").isEmpty)
    #expect(try entry("team-RQ6.ics").isEmpty)
    #expect(try entry("person-RM3-lead.ics").isEmpty)
    #expect(try entry("person-RH8-cns.ics").isEmpty)
    #expect(try entry("facilitator-F1.ics").isEmpty)
  }

  @Test func `a date that was chosen is tentative`() throws {
    #expect(try entry("programme.ics", options: 2).contains("STATUS:TENTATIVE"))
  }
}
