import Domain
import Intake
import Merging
import Testing

/// programme.yaml, and what it says of how the other files are written.
@Suite struct SettingsMergeTests {
  private static let dated = "team_id,date,status\nRA,04/03/2027,cancelled\n"

  @Test func `a newer programme yaml takes the place of the earlier one`() throws {
    var drops = Drops()
    #expect(try drops.take("programme.yaml", Pilot.settings).receipt.counts.map(\.added) == [1])
    #expect(try drops.take("Programme.YML", "\u{FEFF}" + Pilot.settings).changes == [])
    let changed = Pilot.settings.replacing("Pilot programme", with: "Other")
    #expect(try drops.take("programme.yaml", changed).receipt.counts.map(\.changed) == [1])
    #expect(drops.state.files() == [InputFile(name: "programme.yaml", text: changed)])
    #expect(drops.database.rows == drops.state.rows)
  }

  @Test func `a programme that changes its id is told what that does`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Pilot.settings)
    let merge = try drops.take("programme.yaml", Pilot.settings.replacing("id: pilot", with: "id: other"))
    #expect(merge.receipt.notes.count == 1)
    #expect(merge.receipt.text.contains("The programme was called pilot and is now called other."))
  }

  @Test func `a programme yaml with a fault of its own is refused, and the earlier one stays`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Pilot.settings)
    #expect(
      drops.refusal(of: "programme.yaml", Pilot.settings + "vists: {}\n") == [
        "programme.yaml:9:1: error: programme.yaml knows no 'vists'; write 'visits' if that is meant"
      ])
  }

  @Test func `dates day first are taken before anybody says how dates are written, and kept as they are`()
    throws
  {
    var drops = Drops()
    try drops.take("mdt_exceptions.csv", Self.dated, judging: false)
    #expect(drops.text("mdt_exceptions.csv") == Self.dated)
    // The same date in the other form is the same exception.
    let merge = try drops.take(
      "mdt_exceptions.csv", "team_id,date,status\nRA,2027-03-04,cancelled\n", judging: false)
    #expect(merge.receipt.counts.map(\.changed) == [1])
  }

  @Test func `with dates day first known they are written as ISO dates`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Pilot.settings + "dates: day_first\n", judging: false)
    try drops.take("mdt_exceptions.csv", Self.dated, judging: false)
    #expect(drops.text("mdt_exceptions.csv") == "team_id,date,status\nRA,2027-03-04,cancelled\n")
    #expect(try drops.take("mdt_exceptions.csv", Self.dated, judging: false).changes == [])
    // So they stay right whatever the programme says later.
    try drops.take("programme.yaml", Pilot.settings, judging: false)
    #expect(drops.text("mdt_exceptions.csv") == "team_id,date,status\nRA,2027-03-04,cancelled\n")
  }

  @Test func `with ISO dates known others are refused`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Pilot.settings, judging: false)
    #expect(
      drops.refusal(of: "mdt_exceptions.csv", Self.dated) == [
        "mdt_exceptions.csv:2:4: error: '04/03/2027' is 2027-03-04 read day first and 2027-04-03 read month first; write 2027-03-04 or 2027-04-03, or say 'dates: day_first' in programme.yaml"
      ])
  }

  @Test func `dates that were taken early and are not as the programme says are never guessed`() throws {
    var drops = try Pilot.dropped()
    // As if the exceptions had come first.
    var early = Drops()
    try early.take("mdt_exceptions.csv", Self.dated, judging: false)
    for file in drops.state.files() { try early.take(file, judging: false) }
    let merge = try early.take(drops.state.files()[0])
    guard case .contradictory(let faults, let awaited) = merge.receipt.completeness else {
      Issue.record("\(String(describing: merge.receipt.completeness))")
      return
    }
    #expect(awaited == [])
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("mdt_exceptions.csv, RA, 2027-03-04: '04/03/2027' is 2027-03-04") == true)
    try drops.take("programme.yaml", Pilot.settings + "dates: day_first\n", judging: false)
  }

  private func warnings(_ change: (String, String)...) throws -> [String] {
    var drops = Drops()
    try drops.take("programme.yaml", Pilot.settings, judging: false)
    let changed = change.reduce(Pilot.settings) { $0.replacing($1.0, with: $1.1) }
    return try drops.take("programme.yaml", changed, judging: false).receipt.warnings.map(\.description)
  }

  @Test func `another window says what that means for calendars and diaries that came before`() throws {
    let wider =
      """
      programme.yaml:1:1: warning: the window is another: calendars that came before were read for 2027-01-10 to \
      2027-07-10 alone, and say nothing of the other days of 2027-01-10 to 2027-07-31; send each calendar again that \
      came before (.ics, Outlook's exports)
      """
    #expect(try warnings(("2027-07-09", "2027-07-30")) == [wider])
    let narrower =
      """
      programme.yaml:1:1: warning: the window is another: what diaries say of days outside 2027-02-01 to 2027-07-09 no \
      longer counts, and somebody with no row inside it as if nothing was sent; see in chase.csv of the next plan whom to \
      ask again
      """
    #expect(try warnings(("2027-01-11", "2027-02-01")) == [narrower])
    let moved = try warnings(("2027-01-11", "2027-02-01"), ("2027-07-09", "2027-07-30"))
    #expect(moved.count == 2)
    #expect(try warnings(("Pilot programme", "Other")) == [])
  }

  @Test func `another time zone says that calendars were read in the earlier one`() throws {
    #expect(
      try warnings(("Europe/London", "Europe/Dublin")) == [
        """
        programme.yaml:1:1: warning: calendars that came before were read in Europe/London, and time_zone is Europe/Dublin \
        now; send each calendar again that came before (.ics, Outlook's exports)
        """
      ])
  }
}
