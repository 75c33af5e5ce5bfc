import Domain
import Fixtures
import Intake
import Merging
import Testing

/// Calendars, grids and workbooks that come one at a time.
@Suite struct SentFormTests {
  private static let settings = """
    id: pilot
    name: Pilot
    time_zone: Europe/London
    visits_from: 2027-01-11
    visits_to: 2027-01-29

    """
  private static let header = "Subject,Start Date,Start Time,End Date,End Time,All day event,Show time as\n"

  private func entry(_ day: Int, shown: String = "2") -> String {
    "Private matter,2027-01-\(day),9:00 AM,2027-01-\(day),10:00 AM,False,\(shown)\n"
  }

  @Test func `a calendar sent again replaces all that it said, and itself is not to be kept`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Self.settings, judging: false)
    let first = try drops.take("R0A-lead.csv", Self.header + entry(12) + entry(13), judging: false)
    #expect(!first.keepsContent)
    #expect(first.receipt.counts.map(\.table) == ["availability.csv"])
    #expect(
      first.receipt.notes == [
        """
        It was read as Outlook's export of 2 entries, for 2027-01-10 to 2027-01-30; busy and out of office as unavailable, \
        tentative as if needed, nothing else kept.
        """
      ])
    try drops.take("R0A-lead.csv", Self.header + entry(14), judging: false)
    #expect(
      drops.text("availability.csv")
        == "person_id,date,start,end,status\nR0A-lead,2027-01-14,09:00,10:00,unavailable\n")
    #expect(drops.state.rows.allSatisfy { !$0.cells.joined().contains("Private") })
  }

  @Test func `a room's calendar sent again loses what it no longer says, and leaves what other files say`()
    throws
  {
    var drops = Drops()
    try drops.take("programme.yaml", Self.settings, judging: false)
    try drops.take("rooms.csv", "room_id,site_id,room_name,capacity\nR0A-1,S,Room,9\n", judging: false)
    try drops.take("bookings.csv", "room_id,date,start,end\nR0A-1,2027-01-20,09:00,10:00\n", judging: false)
    try drops.take("R0A-1.csv", Self.header + entry(12) + entry(13, shown: "Tentative"), judging: false)
    #expect(
      drops.text("room_bookings.csv")
        == "room_id,date,start,end,status,calendar\nR0A-1,2027-01-12,09:00,10:00,booked,r0a-1\n"
        + "R0A-1,2027-01-13,09:00,10:00,held,r0a-1\nR0A-1,2027-01-20,09:00,10:00,,\n")
    let again = try drops.take("R0A-1.csv", Self.header + entry(13), judging: false)
    #expect(again.receipt.counts.map { [$0.added, $0.changed, $0.unchanged, $0.removed] } == [[0, 1, 0, 1]])
    #expect(again.receipt.kept == [])
    #expect(
      drops.text("room_bookings.csv")
        == "room_id,date,start,end,status,calendar\nR0A-1,2027-01-13,09:00,10:00,booked,r0a-1\n"
        + "R0A-1,2027-01-20,09:00,10:00,,\n")
  }

  @Test func `several calendars of a room stand side by side, and each is replaced by itself`() throws {
    var drops = Drops()
    for (name, text) in Pilot.files { try drops.take(name, text, judging: false) }
    let header = "Start Date,Start Time,End Date,End Time\n"
    let long = "2027-02-01,09:00,2027-02-01,12:00\n"
    let short = "2027-02-01,09:00,2027-02-01,10:00\n"
    func bookings() throws -> [String] {
      try ProgrammeReader.read(files: drops.state.files(), today: Drops.today).programme.roomBookings.map {
        "\($0.interval.start) +\($0.interval.duration.count)"
      }
    }
    try drops.take(
      "room_bookings.csv", "room_id,date,start,end\nSA-1,2027-02-01,09:00,09:30\n", judging: false)
    try drops.take("SA-1.csv", header + long, judging: false)
    let second = try drops.take("room-SA-1.csv", header + short)
    guard case .complete = second.receipt.completeness else {
      Issue.record("\(second.receipt.text)")
      return
    }
    #expect(second.receipt.counts.map { [$0.added, $0.changed, $0.removed] } == [[1, 0, 0]])
    #expect(try bookings() == ["2027-02-01 09:00 +180"])
    // The first gives its entry back; the second's and the list's are still there.
    try drops.take("SA-1 (1).csv", header + "2027-02-03,09:00,2027-02-03,10:00\n", judging: false)
    #expect(try bookings() == ["2027-02-01 09:00 +60", "2027-02-03 09:00 +60"])
    try drops.take("room-SA-1.csv", header + "2027-02-04,09:00,2027-02-04,10:00\n", judging: false)
    #expect(
      try bookings() == ["2027-02-01 09:00 +30", "2027-02-03 09:00 +60", "2027-02-04 09:00 +60"])
    #expect(drops.database.rows.count == drops.state.rows.count)
  }

  @Test func `a calendar that was taken for a person's is a room's once the room is known`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Self.settings, judging: false)
    try drops.take("R0A-1.csv", Self.header + entry(12), judging: false)
    #expect(drops.text("availability.csv").contains("R0A-1,2027-01-12"))
    try drops.take("rooms.csv", "room_id,site_id,room_name,capacity\nR0A-1,S,Room,9\n", judging: false)
    let again = try drops.take("R0A-1.csv", Self.header + entry(13), judging: false)
    #expect(
      again.receipt.counts.map { "\($0.table) +\($0.added) -\($0.removed)" } == [
        "room_bookings.csv +1 -0", "availability.csv +0 -1",
      ])
    #expect(drops.text("availability.csv") == "" && drops.text("room_bookings.csv").contains("2027-01-13"))
    #expect(drops.database.rows.count == drops.state.rows.count)
  }

  @Test func `rooms and calendars that are called by numbers are not mixed up`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Self.settings, judging: false)
    try drops.take("rooms.csv", "room_id,site_id,room_name,capacity\n2,S,Room,9\n", judging: false)
    let byHand = "room_id,date,start,end\n2,2027-01-12,09:00,09:30\n"
    try drops.take("room_bookings.csv", byHand, judging: false)
    try drops.take("2.csv", Self.header + entry(12), judging: false)
    let before = drops.text("room_bookings.csv")
    let again = try drops.take("room_bookings.csv", byHand, judging: false)
    #expect(again.receipt.counts.map(\.removed) == [0] && again.receipt.kept == [])
    #expect(drops.text("room_bookings.csv") == before)
    try drops.take(
      "gone.csv", "room_id,date,start,_remove\n2,2027-01-12,09:00,yes\n", judging: false)
    #expect(drops.text("room_bookings.csv").contains("2,2027-01-12,09:00,10:00"))
    #expect(!drops.text("room_bookings.csv").contains("09:30"))
  }

  @Test func `a sheet of bookings kept by hand keeps its rows beside a sheet that is a calendar`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Self.settings, judging: false)
    try drops.take("rooms.csv", "room_id,site_id,room_name,capacity\nR0A-1,S,Room,9\n", judging: false)
    func book(_ rows: [[String]]) -> InputFile {
      let calendar = [
        ["Start Date", "Start Time", "End Date", "End Time"], ["2027-01-12", "09:00", "2027-01-12", "10:00"],
      ]
      let sheets = [
        BookWriter.Sheet("bookings", texts: [["room_id", "date", "start", "end"]] + rows),
        BookWriter.Sheet("R0A-1", texts: calendar),
      ]
      return InputFile(name: "rooms.xlsx", bytes: BookWriter(sheets).bytes)
    }
    let (one, two) = (["R0A-1", "2027-01-20", "09:00", "10:00"], ["R0A-1", "2027-01-21", "09:00", "10:00"])
    try drops.take(book([one, two]), judging: false)
    let again = try drops.take(book([one]), judging: false)
    #expect(again.receipt.kept == ["R0A-1, 2027-01-21, 09:00"])
    #expect(again.receipt.counts.map(\.removed) == [0])
    #expect(drops.text("room_bookings.csv").contains("2027-01-21"))
  }

  @Test func `whoever leaves one table and stays in the other keeps the diary`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Self.settings, judging: false)
    try drops.take(
      "facilitators.csv", "facilitator_id,name,base,background\nF1,Facilitator,S,clinical\n", judging: false)
    try drops.take("F1.csv", "person_id,date,status\nF1,2027-01-12,unavailable\n", judging: false)
    let merge = try drops.take("leavers.csv", "person_id,_remove\nF1,yes\n", judging: false)
    #expect(merge.receipt.notRemoved == ["F1"])
    #expect(drops.text("availability.csv").contains("F1,2027-01-12"))
    try drops.take("gone.csv", "facilitator_id,_remove\nF1,yes\n", judging: false)
    #expect(drops.text("availability.csv") == "")
  }

  @Test func `half the hours of a row to be removed take nothing away`() throws {
    var drops = Drops()
    try drops.take(
      "availability.csv", "person_id,date,start,end,status\nR0A-lead,2027-01-12,,,unavailable\n",
      judging: false)
    for column in ["start", "end"] {
      let text = "person_id,date,\(column),status,_remove\nR0A-lead,2027-01-12,09:00,unavailable,yes\n"
      #expect(drops.refusal(of: "wrong.csv", text).first?.contains("fill in both, or neither") == true)
    }
  }

  @Test func `replies that say when the visits are remain replies`() throws {
    let header = "visit_id,date,start,end,team_id,reply\n"
    let row = "R0A--RJ1,2027-03-02,09:00,15:00,RJ1,decline\n"
    for name in ["replies.csv", "answers.csv"] {
      let file = InputFile(name: name, text: header + row)
      guard case .replies(let replies, _) = try Merging.take(file, into: MergeState(), today: Drops.today)
      else {
        Issue.record("\(name) is not taken as replies")
        continue
      }
      #expect(replies.map(\.answer) == [.decline])
    }
  }

  @Test func `a room's calendar may come before its room, by its name`() throws {
    var drops = Drops()
    try drops.take("room-R0A-1.csv", Self.header + entry(12), judging: false)
    #expect(drops.text("room_bookings.csv").contains("R0A-1,2027-01-12,09:00,10:00"))
  }

  @Test func `a tentative entry waits for the programme's window`() throws {
    var drops = Drops()
    let text = Self.header + entry(12, shown: "1")
    #expect(
      drops.refusal(of: "R0A-lead.csv", text).filter { $0.contains(": error: ") } == [
        """
        R0A-lead.csv:2:16: error: the entry is tentative, and nobody knows yet on which days its owner is free elsewhere; \
        send programme.yaml first, then this file again
        """
      ])
    try drops.take("programme.yaml", Self.settings, judging: false)
    try drops.take("R0A-lead.csv", text, judging: false)
    // From the day before the window to the day after it.
    #expect(drops.state.rows.count { $0.key.hasSuffix("available") } == 21)
  }

  @Test func `a grid is kept as rows, with its dates as written until it is known how`() throws {
    var drops = Drops()
    let grid = "person_id (blank=nothing),12/01/2027,2027-01-13\nR0A-lead,Y,\nR0A-nurse,AM,N\n"
    let merge = try drops.take("grid.csv", grid, judging: false)
    #expect(merge.keepsContent && merge.receipt.counts[0].added == 3)
    #expect(
      drops.text("availability.csv")
        == "person_id,date,start,end,status\nR0A-lead,12/01/2027,,,available\nR0A-nurse,12/01/2027,00:00,12:00,available\n"
        + "R0A-nurse,2027-01-13,,,unavailable\n")
  }

  @Test func `a workbook brings its tables at once, sheets of one kind united`() throws {
    var drops = Drops()
    try drops.take("programme.yaml", Self.settings, judging: false)
    let book = BookWriter([
      BookWriter.Sheet("R0A", texts: [["person_id", "2027-01-12"], ["R0A-lead", "N"]]),
      BookWriter.Sheet("RJ1", texts: [["person_id", "2027-01-12"], ["RJ1-lead", "Y"]]),
      BookWriter.Sheet(
        "people",
        texts: [["person_id", "team_id", "name", "role"], ["R0A-lead", "R0A", "Lead", "clinical_lead"]]),
    ])
    let merge = try drops.take(InputFile(name: "Team (1).xlsx", bytes: book.bytes), judging: false)
    #expect(merge.receipt.counts.map { "\($0.table) \($0.added)" } == ["people.csv 1", "availability.csv 2"])
    #expect(
      merge.receipt.notes.map { $0.prefix(34) }
        == ["The sheet R0A was read as a grid of", "The sheet RJ1 was read as a grid of"].map {
          $0.prefix(34)
        })
    #expect(Set(drops.state.rows.map(\.source)) == ["programme.yaml", "team"])
    // It may hold comments and hidden sheets, which nobody has read.
    #expect(!merge.keepsContent)
    let one = BookWriter([BookWriter.Sheet("R0A", texts: [["person_id", "2027-01-12"], ["R0A-lead", "N"]])])
    let again = try drops.take(InputFile(name: "team.xlsx", bytes: one.bytes), judging: false)
    #expect(again.receipt.counts.map { [$0.unchanged, $0.removed] } == [[1, 1]])
    #expect(again.receipt.leftOut == ["RJ1-lead"])
    let lines = merge.receipt.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 61 && lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `two sheets that say different things of one person are refused, both named`() {
    let header = ["person_id", "team_id", "name", "role"]
    let book = BookWriter([
      BookWriter.Sheet("A", texts: [header, ["R0A-lead", "R0A", "Lead", "clinical_lead"]]),
      BookWriter.Sheet("B", texts: [header, ["R0A-lead", "R0A", "Lead", "manager"]]),
    ])
    #expect(
      Drops().refusal(of: InputFile(name: "book.xlsx", bytes: book.bytes)) == [
        """
        book.xlsx[B]:2:1: error: A2: person_id R0A-lead stands in line 2 of book.xlsx[A] too, with different values; keep \
        one of the two rows
        """
      ])
  }

  @Test func `replies and questions are not taken in a workbook`() {
    let book = BookWriter([
      BookWriter.Sheet("S", texts: [["visit_id", "team_id", "reply"], ["A--B", "A", "accept"]])
    ])
    #expect(
      Drops().refusal(of: InputFile(name: "book.xlsx", bytes: book.bytes)) == [
        """
        book.xlsx[S]:1:1: error: a table like replies.csv is not taken in a workbook; send it as CSV by itself if it is \
        replies.csv or whatif.csv, or take the sheet away
        """
      ])
  }

  @Test func `a diary with notes is not to be kept, nor one with columns that nobody reads`() throws {
    var drops = Drops()
    let header = "person_id,date,status"
    let row = "R0A-lead,2027-01-12,clinic"
    for (columns, cells, isKept) in [
      (",note", ",Private matter", false), (",note", ",\u{A0}", true), (",subject", ",Private matter", false),
      (",start,end", ",09:00,10:00", true), ("", "", true), (",_remove", ",yes", true),
    ] {
      let merge = try drops.take("availability.csv", "\(header)\(columns)\n\(row)\(cells)\n", judging: false)
      #expect(merge.keepsContent == isKept, "\(columns)")
      #expect(drops.state.rows.allSatisfy { !$0.cells.joined().contains("Private") })
    }
  }
}
