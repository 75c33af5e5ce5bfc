import Domain
import Foundation
import Testing

@testable import ICalendar

/// Nothing in a programme's files can add a line, a property or an event to a calendar.
struct HostileTextTests {
  static let hostile = [
    "A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    "A\nATTENDEE:mailto:x@example.org", "A\rX-FORGED:1", "A\u{2028}X-FORGED:1", "A\u{85}X-FORGED:1",
    "A\"; ROLE=CHAIR:mailto:x@example.org", "A;X=1,B:C\\nD\\", "A^nX-FORGED:1",
    "A\u{0}B\u{7}C\u{1B}[2J\u{7F}",
    "\u{202E}evitartsinimda\u{202C}", "=HYPERLINK(\"http://example.org\")", " \t ", "",
    String(repeating: "Ä𝄞é👩‍⚕️ ", count: 60), String(repeating: "漢", count: 300),
  ]

  @Test("A hostile text stays inside its property", arguments: hostile, CalendarDetail.allCases)
  func everyField(text: String, detail: CalendarDetail) throws {
    let found = try Self.structure(Self.poisoned(with: text, detail: detail))
    #expect(try found == Self.sound[detail]?.get())
  }

  @Test("A hostile text is told as it was, on one line")
  func content() throws {
    var feeds = Feeds()
    for at in feeds.programme.teams.indices where feeds.programme.teams[at].id == id("RXR") {
      feeds.programme.teams[at].name = "Black\r\nburn; \"North\", \\ ^n"
    }
    let lines = try feeds.lines("programme.ics")
    #expect(
      lines.contains(
        #"SUMMARY:Peer review visit: Wythenshawe hosts Black burn\; "North"\, \\ ^n"#))
  }

  @Test("An organiser's name cannot leave its parameter")
  func organiserName() throws {
    var feeds = Feeds()
    feeds.programme.settings.publish.organiserEmail = "office@example.org"
    feeds.programme.settings.publish.organiserName = "Office \"^n;CN=x\r\n:y"
    #expect(
      try feeds.lines("programme.ics").contains(
        #"ORGANIZER;CN="Office 'n;CN=x :y":mailto:office@example.org"#))
  }

  @Test(
    "An organiser whose address is none is left out, and METHOD with it",
    arguments: ["", "office", "a@b@c", "a b@example.org", "a@example.org\r\nX:1", "@example.org", "a@"])
  func organiserAddress(address: String) throws {
    var feeds = Feeds()
    feeds.programme.settings.publish.organiserName = "Office"
    feeds.programme.settings.publish.organiserEmail = address
    let lines = try feeds.lines("programme.ics")
    #expect(!lines.contains { $0.hasPrefix("ORGANIZER") || $0.hasPrefix("METHOD") })
  }

  @Test(
    "An address with other than plain characters has them by their bytes (RFC 6068)",
    arguments: [
      ("a&b%c/d=e@example.org", "a%26b%25c%2Fd%3De@example.org"), ("^@example.org", "%5E@example.org"),
      ("a@example.org?cc=x", "a@example.org%3Fcc%3Dx"), ("é@exämple.org", "%C3%A9@ex%C3%A4mple.org"),
    ])
  func organiserWithMarks(address: String, written: String) throws {
    var feeds = Feeds()
    feeds.programme.settings.publish.organiserEmail = address
    #expect(
      try feeds.lines("programme.ics").contains {
        $0.hasPrefix("ORGANIZER") && $0.hasSuffix(":mailto:\(written)")
      })
  }

  /// The structure with a harmless text instead.
  private static let sound = Dictionary(
    uniqueKeysWithValues: CalendarDetail.allCases.map { detail in
      (detail, Result { try structure(poisoned(with: "sound", detail: detail)) })
    })

  /// The name of every content line of every feed, in order; fails where a line is no line.
  private static func structure(_ feeds: Feeds) throws -> [String: [String]] {
    var structure: [String: [String]] = [:]
    for file in try feeds.files() {
      // A character split by folding would not be UTF-8.
      let text = try #require(String(validating: file.bytes, as: UTF8.self))
      let lines = text.components(separatedBy: "\r\n")
      #expect(lines.first { $0.utf8.count > 75 } == nil, "a line is too long")
      #expect(lines.joined().rangeOfCharacter(from: forbidden) == nil, "a control character")
      structure[file.name] = unfolded(file.bytes).map(name)
    }
    return structure
  }

  private static let forbidden = CharacterSet(charactersIn: "\u{0}"..."\u{1F}")
    .union(CharacterSet(charactersIn: "\u{7F}\u{85}\u{2028}\u{2029}\u{202E}"))

  /// The name of a content line; the whole of it where it begins or ends a component.
  private static func name(_ line: String) -> String {
    if line.hasPrefix("BEGIN:") || line.hasPrefix("END:") { return line }
    return String(line.prefix { $0 != ":" && $0 != ";" })
  }

  /// The sample with `text` wherever a file may hold any text.
  static func poisoned(with text: String, detail: CalendarDetail) -> Feeds {
    var feeds = Feeds()
    feeds.programme.settings.name = text
    feeds.programme.settings.publish = PublishSettings(
      detail: detail, organiserName: text, organiserEmail: "office@example.org")
    for at in feeds.programme.settings.visits.milestones.indices {
      feeds.programme.settings.visits.milestones[at].title = text
    }
    for at in feeds.programme.teams.indices { feeds.programme.teams[at].name = text }
    for at in feeds.programme.sites.indices {
      feeds.programme.sites[at].name = text
      feeds.programme.sites[at].postcode = text
    }
    for at in feeds.programme.people.indices {
      feeds.programme.people[at].name = text
      feeds.programme.people[at].email = text
    }
    for at in feeds.programme.rooms.indices { feeds.programme.rooms[at].name = text }
    for at in feeds.programme.facilitators.indices { feeds.programme.facilitators[at].name = text }
    for at in feeds.plan.visits.indices {
      feeds.plan.visits[at].pin = Pin(by: text, reason: text)
      for item in (feeds.plan.visits[at].detail?.agenda ?? []).indices {
        feeds.plan.visits[at].detail?.agenda[item].title = text
      }
    }
    return feeds
  }
}
