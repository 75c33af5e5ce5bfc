import Domain
import ICalendar
import Testing

/// Whole calendars, byte by byte, CRLF included.
struct GoldenFeedTests {
  @Test(
    "A feed is these bytes",
    arguments: [
      "programme.ics", "team-RM3.ics", "team-RWA.ics", "person-RM3-manager.ics", "person-RXR-rad.ics",
      "facilitator-F2.ics", "room-RM3-1.ics",
    ])
  func feed(name: String) throws {
    try Golden.expect(Feeds().bytes(name), matches: name)
  }

  @Test("A feed that names people is these bytes")
  func full() throws {
    var feeds = Feeds()
    feeds.programme.settings.publish = PublishSettings(
      detail: .full, organiserName: "Programme office", organiserEmail: "office@example.org")
    try Golden.expect(feeds.bytes("team-RXR.ics"), matches: "team-RXR.full.ics")
  }

  @Test("A feed that says no more than busy is these bytes")
  func busy() throws {
    var feeds = Feeds()
    feeds.programme.settings.publish.detail = .busy
    try Golden.expect(feeds.bytes("person-RM3-manager.ics"), matches: "person-RM3-manager.busy.ics")
  }
}
