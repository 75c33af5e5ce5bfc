import Domain
import Foundation
import Ledger
import Testing

@testable import Coordinator

/// What becomes of calendars from one release to the next, without a daemon.
@Suite("From one release to the next")
struct ReleaseDraftTests {
  private static let hour: Int64 = 3_600_000
  /// 2027-01-04 12:00 UTC.
  private let first = Timestamp(milliseconds: 1_799_064_000_000)

  private func id<Subject>(_ text: String) throws -> Identifier<Subject> {
    try #require(Identifier<Subject>(text))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  private func programme() throws -> Programme {
    let place = try #require(Coordinates(latitude: 53, longitude: -1))
    let settings = Settings(
      id: try id("p"), name: "Programme", timeZone: "Europe/London", visitsFrom: try day("2027-02-01"),
      visitsTo: try day("2027-06-30"), today: try day("2027-01-04"))
    return Programme(
      settings: settings,
      teams: try ["A", "B"].map { Team(id: try id($0), name: "Team \($0)", site: try id("S\($0)")) },
      sites: try ["A", "B"].map {
        Site(id: try id("S\($0)"), name: "Site \($0)", location: Location(coordinates: place))
      }, people: [], meetings: [])
  }

  private func visit(_ host: String, _ visitor: String, on text: String) throws -> Visit {
    let day = try day(text)
    return Visit(
      host: try id(host), visitors: [try id(visitor)],
      interval: Interval(start: Moment(day, .constant(9, 0)), end: Moment(day, .constant(15, 0))))
  }

  private func plan(_ visits: [Visit]) throws -> Plan {
    Plan(
      programme: try id("p"), today: try day("2027-01-04"), seed: 1, inputDigest: "", pairs: [], unpaired: [],
      visits: visits, unscheduled: [], pairingQuality: Quality(objective: 0, bound: 0, proof: .dual),
      unpairedCost: 0, visitsQuality: Quality(objective: 0, bound: 0, proof: .search), costs: CostSheet(),
      warnings: [])
  }

  /// The draft of `visits` after `before`, whose entries stand.
  private func draft(
    _ visits: [Visit], of people: Programme? = nil, after before: ReleaseDraft?,
    standing: [CalendarEntry]? = nil,
    at moment: Timestamp
  ) throws -> ReleaseDraft {
    try ReleaseDraft(
      plan(visits), of: people ?? programme(), after: before.map { ($0.number, $0.released) },
      open: before?.feeds.map(\.name) ?? [], standing: standing ?? before?.entries ?? [], at: moment
    ) { name in before?.feeds.first { $0.name == name }?.bytes }
  }

  private func text(_ name: String, of draft: ReleaseDraft) throws -> String {
    String(decoding: try #require(draft.feeds.first { $0.name == name }).bytes, as: UTF8.self)
      .replacing("\r\n ", with: "")
  }

  private func later(_ days: Int64) -> Timestamp {
    Timestamp(milliseconds: first.milliseconds + days * 24 * Self.hour)
  }

  @Test func `every text says of which release it is, and what else it says keeps its stamp`() throws {
    let both = [try visit("A", "B", on: "2027-03-01"), try visit("B", "A", on: "2027-04-01")]
    let one = try draft(both, after: nil, at: first)
    #expect(try text("team-A.ics", of: one).contains("DESCRIPTION:Plan 1\\, issued Mon 4 Jan 2027.\r\n"))
    let two = try draft([both[0], try visit("B", "A", on: "2027-04-08")], after: one, at: later(3))
    #expect(two.isChange && two.number == 2)
    let texts = try text("team-A.ics", of: two).components(separatedBy: "\r\n")
    let descriptions = texts.filter { $0.hasPrefix("DESCRIPTION:") }
    #expect(descriptions.count > 2)
    #expect(descriptions.allSatisfy { $0.hasSuffix("Plan 2\\, issued Thu 7 Jan 2027.") })
    let stamps = texts.filter { $0.hasPrefix("LAST-MODIFIED:") }
    #expect(Set(stamps) == ["LAST-MODIFIED:20270104T120000Z", "LAST-MODIFIED:20270107T120000Z"])
    let same = one.entries.first { $0.uid == "p~A--B@counterpart" }
    #expect(two.entries.first { $0.uid == "p~A--B@counterpart" } == same)
  }

  @Test func `the same plan on another day is no change`() throws {
    let both = [try visit("A", "B", on: "2027-03-01"), try visit("B", "A", on: "2027-04-01")]
    let one = try draft(both, after: nil, at: first)
    #expect(one.isChange)
    #expect(try !draft(both, after: one, at: later(5)).isChange)
  }

  @Test func `names whose letters a fold may cut from their marks are no change either`() throws {
    var thai = try programme()
    // Long and without a space: lines are cut before vowels that are written above or below a letter.
    thai.teams[0].name = "โรงพยาบาลเจริญกรุงประชารักษ์"
    thai.sites[0].name = thai.teams[0].name
    let both = [try visit("A", "B", on: "2027-03-01"), try visit("B", "A", on: "2027-04-01")]
    let one = try draft(both, of: thai, after: nil, at: first)
    #expect(try !draft(both, of: thai, after: one, at: later(5)).isChange)
  }

  @Test func `that somebody has no calendar any more is a change`() throws {
    var larger = try programme()
    larger.teams.append(Team(id: try id("C"), name: "Team C", site: try id("SA")))
    let both = [try visit("A", "B", on: "2027-03-01"), try visit("B", "A", on: "2027-04-01")]
    let one = try draft(both, of: larger, after: nil, at: first)
    let two = try draft(both, after: one, at: later(1))
    #expect(two.isChange && !two.feeds.contains { $0.name == "team-C.ics" })
    #expect(one.feeds.contains { $0.name == "team-C.ics" })
  }

  @Test func `what is over stays in the calendars when a team leaves, what is to come is cancelled`() throws {
    let both = [try visit("A", "B", on: "2027-02-01"), try visit("B", "A", on: "2027-04-01")]
    let one = try draft(both, after: nil, at: first)
    var left = try programme()
    left.settings.today = try day("2027-02-02")
    left.teams.removeLast()
    let two = try draft([], of: left, after: one, at: later(29))
    let lines = try text("team-A.ics", of: two).components(separatedBy: "\r\n")
    #expect(lines.filter { $0.hasPrefix("STATUS:") } == ["STATUS:TENTATIVE", "STATUS:CANCELLED"])
    #expect(two.invitations.map(\.name) == ["B--A.ics"])
    let words = ChangesText(left, from: one.released, to: two.released, reasons: [:])
    #expect(words.count == 1)
    // And so it does in the releases to come.
    let three = try draft([], of: left, after: two, at: later(120))
    #expect(three.released.cancelled.map(\.status) == [.tentative])
    // Also when the team comes back and its partner has another.
    var back = try programme()
    back.settings.today = try day("2027-02-10")
    back.teams.append(Team(id: try id("C"), name: "Team C", site: try id("SA")))
    let four = try draft([try visit("A", "C", on: "2027-05-01")], of: back, after: two, at: later(37))
    let stayed = try #require(four.released.cancelled.first { $0.id.text == "A--B" })
    #expect(stayed.status == .tentative && stayed.sequence == 0)
  }

  @Test func `visits that change are files to be mailed, with their number`() throws {
    let both = [try visit("A", "B", on: "2027-03-01"), try visit("B", "A", on: "2027-04-01")]
    let one = try draft(both, after: nil, at: first)
    #expect(one.invitations.map(\.name) == ["A--B.ics", "B--A.ics"])
    let two = try draft([both[0]], after: one, at: later(1))
    #expect(two.invitations.map(\.name) == ["B--A.ics"])
    let lines = String(decoding: two.invitations[0].bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 1)
    #expect(lines.contains("STATUS:CANCELLED") && lines.contains("SEQUENCE:1"))
  }

  @Test func `what is cancelled stays for sixty days, and goes with the next release`() throws {
    let both = [try visit("A", "B", on: "2027-03-01"), try visit("B", "A", on: "2027-04-01")]
    let one = try draft(both, after: nil, at: first)
    let two = try draft([both[0]], after: one, at: later(1))
    #expect(try text("team-A.ics", of: two).contains("STATUS:CANCELLED"))
    let moved = try visit("A", "B", on: "2027-03-08")
    let soon = try draft([moved], after: two, at: later(61))
    #expect(try text("team-A.ics", of: soon).contains("STATUS:CANCELLED"))
    #expect(soon.released.cancelled.map(\.id.text) == ["B--A"])
    // It is no reason for a release by itself.
    #expect(try !draft([both[0]], after: two, at: later(62)).isChange)
    let late = try draft([moved], after: two, at: later(62))
    #expect(late.isChange && late.released.cancelled.isEmpty)
    #expect(try !text("team-A.ics", of: late).contains("B--A"))
    // Should it come back, its number goes on from where it was: the ledger remembers.
    let again = try draft([moved, both[1]], after: late, standing: two.entries, at: later(70))
    #expect(again.entries.first { $0.uid == "p~B--A@counterpart" }?.sequence == 2)
  }
}
