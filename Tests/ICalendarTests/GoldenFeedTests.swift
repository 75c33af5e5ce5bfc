import Domain
import ICalendar
import Testing

/// Whole calendars, byte by byte, CRLF included.
struct GoldenFeedTests {
  @Test(
    "A feed is these bytes",
    arguments: [
      "programme.ics", "team-RM3.ics", "team-RWA.ics", "person-RM3-manager.ics", "person-RXR-rad.ics",
      "facilitator-F2.ics", "room-RM3-1.ics", "site-EXETER.ics",
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

  @Test(
    "A feed in another zone is these bytes",
    arguments: [
      ("America/New_York", "programme.new-york.ics"), ("Africa/Casablanca", "programme.casablanca.ics"),
      ("UTC", "programme.utc.ics"), ("Asia/Kolkata", "programme.kolkata.ics"),
    ])
  func zone(zone: String, name: String) throws {
    var feeds = Feeds()
    feeds.programme.settings.timeZone = zone
    try Golden.expect(feeds.bytes("programme.ics"), matches: name)
  }

  @Test("A feed full of hostile names is these bytes")
  func hostile() throws {
    var feeds = Feeds()
    let names = HostileTextTests.hostile.filter { $0.contains { !$0.isWhitespace } }
    for at in feeds.programme.teams.indices { feeds.programme.teams[at].name = names[at] }
    for at in feeds.programme.sites.indices { feeds.programme.sites[at].name = names[at + 5] }
    for at in feeds.programme.rooms.indices { feeds.programme.rooms[at].name = names[at + 10] }
    feeds.programme.settings.name = names[12]
    feeds.programme.settings.publish.organiserName = names[5]
    feeds.programme.settings.publish.organiserEmail = "office@example.org"
    try Golden.expect(feeds.bytes("team-RXR.ics"), matches: "team-RXR.hostile.ics")
  }
}
