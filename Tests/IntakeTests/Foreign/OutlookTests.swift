import Domain
import Intake
import Testing

/// Calendars as Outlook exports them.
@Suite struct OutlookTests {
  private static let header =
    #""Subject","Start Date","Start Time","End Date","End Time","All day event","Description","Show time as""#
  private static let secret = "Secret clinic"

  private static func entry(_ cells: String, shown: String = "2") -> String {
    "\"\(secret)\",\(cells),\"\(secret)\r\n\u{B}\",\(shown)\r\n"
  }

  private func folder(_ entries: [String], name: String = "RA-lead.csv", yaml: String = "") -> Folder {
    Folder().with(name, Self.header + "\r\n" + entries.joined()).adding("programme.yaml", yaml)
  }

  private func rows(_ folder: Folder) throws -> [String] {
    let programme = try folder.read().programme
    return programme.availability.map {
      "\($0.owner) \($0.interval.start) +\($0.interval.duration.count) \($0.status.word)"
    }
      + programme.roomBookings.map {
        "\($0.room) \($0.interval.start) +\($0.interval.duration.count) \($0.status)"
      }
  }

  private func errors(_ folder: Folder) -> [String] { folder.diagnostics.filter { $0.contains(": error: ") } }

  @Test func `entries are taken as they are shown, by the hour, all day, and over several days`() throws {
    #expect(
      try rows(
        folder([
          Self.entry("2027-02-01,9:00:00 AM,2027-02-01,12:30 PM,False"),
          Self.entry("2027-02-02,12:00:00 AM,2027-02-03,12:00:00 AM,True"),
          Self.entry("2027-02-03,,2027-02-04,,TRUE"),
          Self.entry("2027-02-08,22:00,2027-02-10,06:00:30,", shown: "Out of Office"),
          Self.entry("2027-02-11,09:00,2027-02-11,10:00,False", shown: "Free"),
          Self.entry("2027-02-11,09:00,2027-02-11,10:00,False", shown: "0"),
          Self.entry("2027-02-12,09:00,2027-02-12,09:00,False"),
          Self.entry("2026-05-11,09:00,2026-05-11,10:00,False"),
          Self.entry("2027-02-01,9:00:00 AM,2027-02-01,12:30 PM,False"),
        ])) == [
          "RA-lead 2027-02-01 09:00 +210 unavailable", "RA-lead 2027-02-02 00:00 +1440 unavailable",
          "RA-lead 2027-02-03 00:00 +1440 unavailable", "RA-lead 2027-02-04 00:00 +1440 unavailable",
          "RA-lead 2027-02-08 22:00 +120 unavailable", "RA-lead 2027-02-09 00:00 +1440 unavailable",
          "RA-lead 2027-02-10 00:00 +361 unavailable",
        ])
  }

  @Test func `a day after the twelfth settles the order of day and month for the whole file`() throws {
    let first = Self.entry("1/2/2027,09:00,1/2/2027,10:00,False")
    #expect(
      try rows(folder([first, Self.entry("25/2/2027,09:00,25/2/2027,10:00,False")])) == [
        "RA-lead 2027-02-01 09:00 +60 unavailable", "RA-lead 2027-02-25 09:00 +60 unavailable",
      ])
    let month = folder([
      Self.entry("2/1/2027,09:00,2/1/2027,10:00,False"), Self.entry("2/25/2027,09:00,2/25/2027,10:00,False"),
    ])
    #expect(
      try rows(month) == [
        "RA-lead 2027-02-01 09:00 +60 unavailable", "RA-lead 2027-02-25 09:00 +60 unavailable",
      ])
    #expect(
      month.diagnostics == [
        """
        RA-lead.csv:1:1: warning: read as Outlook's export of 2 entries, for 2027-01-10 to 2027-07-10, the month first in \
        dates since '2/25/2027' can be nothing else; busy and out of office as unavailable, tentative as if needed, nothing else kept; send it again if \
        the programme's window changes
        """
      ])
    #expect(
      try rows(folder([first], yaml: "dates: day_first\n")) == ["RA-lead 2027-02-01 09:00 +60 unavailable"])
    #expect(try rows(folder([Self.entry("2/2/2027,09:00,2/2/2027,10:00,False")])).count == 1)
    #expect(
      try rows(folder([Self.entry("1.2.2027,09:00,1.2.2027,10:00,False")])) == [
        "RA-lead 2027-02-01 09:00 +60 unavailable"
      ])
  }

  @Test func `where both readings are as likely, both are told, and where they clash too`() {
    let first = Self.entry("1/2/2027,09:00,1/2/2027,10:00,False")
    #expect(
      errors(folder([first])) == [
        """
        RA-lead.csv:2:17: error: '1/2/2027' is 2027-02-01 with the day first and 2027-01-02 with the month first; say \
        'dates: day_first' in programme.yaml if the day comes first, or export a longer time, in which a day after the \
        twelfth settles it
        """
      ])
    let clash = folder([
      Self.entry("25/2/2027,09:00,25/2/2027,10:00,False"),
      Self.entry("2/26/2027,09:00,2/26/2027,10:00,False"),
    ])
    #expect(
      errors(clash) == [
        """
        RA-lead.csv:4:17: error: '2/26/2027' is a date only with the month first, and '25/2/2027' in line 2 only with the \
        day first; export the calendar again, or write all dates as YYYY-MM-DD
        """
      ])
    #expect(
      errors(folder([Self.entry("2/26/2027,09:00,2/26/2027,10:00,False")], yaml: "dates: day_first\n")).first
        == """
        RA-lead.csv:2:17: error: '2/26/2027', read day first as programme.yaml says, is no day of the calendar; correct the \
        date, or write all dates as YYYY-MM-DD
        """)
  }

  @Test func `somebody with tentative entries is free if needed then, and free elsewhere`() throws {
    let rows = try rows(
      folder([
        Self.entry("2027-02-01,09:00,2027-02-01,10:00,False", shown: "Tentative"),
        Self.entry("2027-02-02,09:00,2027-02-02,10:00,False"),
      ]))
    #expect(rows.contains("RA-lead 2027-02-01 09:00 +60 if_needed"))
    #expect(rows.contains("RA-lead 2027-02-02 09:00 +60 unavailable"))
    // The window of 180 days, and one on either side.
    #expect(rows.count { $0.hasSuffix("+1440 available") } == 182)
  }

  @Test func `3 and 4 are busy unless a 0 shows whose numbers they are`() throws {
    let three = Self.entry("2027-02-01,09:00,2027-02-01,10:00,False", shown: "3")
    let four = Self.entry("2027-02-02,09:00,2027-02-02,10:00,False", shown: "4")
    let free = Self.entry("2027-02-03,09:00,2027-02-03,10:00,False", shown: "0")
    #expect(try rows(folder([three, four])).count == 2)
    #expect(
      folder([three, four]).diagnostics.last == """
        RA-lead.csv:3:4: warning: 2 entries shown as 3 or 4, which is out of office or working elsewhere by Outlook's own \
        numbers and free or out of office by another count, read as busy; write Free, Out of Office or Working Elsewhere \
        instead
        """)
    #expect(try rows(folder([three, four, free])) == ["RA-lead 2027-02-01 09:00 +60 unavailable"])
  }

  @Test func `the file's name says whose calendar it is, a person's, a facilitator's or a room's`() throws {
    let entry = [Self.entry("2027-02-01,09:00,2027-02-01,10:00,False")]
    for (name, owner) in [
      ("ra-lead.csv", "RA-lead"), ("RA-lead (2).csv", "RA-lead"), ("F1.csv", "F1"),
    ] {
      #expect(try rows(folder(entry, name: name)) == ["\(owner) 2027-02-01 09:00 +60 unavailable"])
    }
    for name in ["SA-1.csv", "room-SA-1.csv"] {
      #expect(try rows(folder(entry, name: name)) == ["SA-1 2027-02-01 09:00 +60 booked"])
    }
    #expect(
      errors(folder(entry, name: "my calendar.csv")) == [
        """
        my calendar.csv:1:1: error: nobody can tell by the name whose calendar this is; name the file as the person's id, \
        as in R0A-lead, or room- and the room's id
        """
      ])
    #expect(
      errors(folder(entry + entry, name: "RZ-lead.csv")) == [
        """
        RZ-lead.csv:1:1: error: nobody in people.csv or facilitators.csv has the id 'RZ-lead'; write 'RA-lead' if that is \
        meant, or add the person
        """
      ])
  }

  @Test func `entries of a room that overlap are one booking, held where all are tentative`() throws {
    #expect(
      try rows(
        folder(
          [
            Self.entry("2027-02-01,09:00,2027-02-01,10:00,False"),
            Self.entry("2027-02-01,09:30,2027-02-01,11:00,False", shown: "1"),
            Self.entry("2027-02-01,11:00,2027-02-01,12:00,False", shown: "1"),
          ], name: "SA-1.csv")) == ["SA-1 2027-02-01 09:00 +120 booked", "SA-1 2027-02-01 11:00 +60 held"])
  }

  @Test func `a column may say whose entry each is`() throws {
    let text =
      "person_id;subject;start date;start time;end date;end time\n"
      + "RA-lead;x;2027-02-01;09:00;2027-02-01;10:00\nF1;x;2027-02-02;09:00;2027-02-02;10:00\n"
    #expect(
      try rows(Folder().with("all.csv", text)) == [
        "RA-lead 2027-02-01 09:00 +60 unavailable", "F1 2027-02-02 09:00 +60 unavailable",
      ])
    #expect(
      try rows(
        Folder().with(
          "all.csv",
          text.replacing("person", with: "room").replacing("RA-lead", with: "SA-1").replacing(
            "F1;", with: "SB-1;"))
      )
      .count == 2)
  }

  @Test func `what cannot be read is told by cell, and nothing of what people wrote`() {
    let found = folder([
      Self.entry("2027-02-30,09:00,2027-02-01,25:00,perhaps", shown: "9"), Self.entry(",,,,False"),
      Self.entry("2027-02-02,10:00,2027-02-01,09:00,False"),
      Self.entry("2027-02-02,0:00 PM,2027-02-03,13:00 PM,False"),
    ]).diagnostics
    #expect(
      errors(
        folder([
          Self.entry("2027-02-30,09:00,2027-02-01,25:00,perhaps", shown: "9"), Self.entry(",,,,False"),
          Self.entry("2027-02-02,10:00,2027-02-01,09:00,False"),
          Self.entry("2027-02-02,0:00 PM,2027-02-03,13:00 PM,False"),
        ])
      ).map { $0.replacing("RA-lead.csv:", with: "") } == [
        "2:17: error: '2027-02-30' is no day of the calendar; correct the date",
        "2:45: error: the cell is no time of day; write it as HH:MM, or with AM or PM",
        "2:51: error: nobody can tell whether the entry lasts all day; write True or False",
        "3:4: error: the cell is no way to show time; write Free, Tentative, Busy, Out of Office or Working Elsewhere",
        "4:17: error: the entry has no date; fill it in, or take the row away",
        "4:18: error: the entry has no time; write it as HH:MM, or with AM or PM",
        "4:20: error: the entry has no time; write it as HH:MM, or with AM or PM",
        "6:34: error: the entry ends before it begins; correct one of the two",
        "8:28: error: the cell is no time of day; write it as HH:MM, or with AM or PM",
        "8:47: error: the cell is no time of day; write it as HH:MM, or with AM or PM",
      ])
    #expect(found.allSatisfy { !$0.contains("Secret") })
  }

  @Test func `lines that end as on old Macintoshes are refused, for they are one`() {
    let text = (Self.header + "\r\n" + Self.entry("2027-02-01,09:00,2027-02-01,10:00,False"))
      .replacing("\"", with: "").replacing("\r\n\u{B}", with: "").replacing("\r\n", with: "\r")
    let found = errors(Folder().with("RA-lead.csv", text))
    #expect(found.count == 1 && found[0].hasPrefix("RA-lead.csv:1:"), "\(found)")
  }

  @Test func `an entry of another century is outside the window, as any other`() throws {
    #expect(
      try rows(
        folder([
          Self.entry("31/12/1999,09:00,31/12/1999,10:00,False"),
          Self.entry("1899-12-30,09:00,1899-12-30,10:00,False"),
          Self.entry("25.02.1998,09:00,25.02.1998,10:00,False"),
          Self.entry("25/02/2027,09:00,25/02/2027,10:00,False"),
          Self.entry("14/02/2027,09:00,01/01/4501,10:00,False", shown: "Free"),
        ])) == ["RA-lead 2027-02-25 09:00 +60 unavailable"])
  }

  private static let wholeWindow = "for 2027-01-10 to 2027-07-10"

  @Test func `the receipt says of which days it was read and what was left out`() {
    let entries = [
      Self.entry("2027-02-01,09:00,2027-02-01,10:00,False"),
      Self.entry("2027-02-01,09:00,2027-02-01,10:00,False", shown: "0"),
      Self.entry("2026-05-11,09:00,2026-05-11,10:00,False"),
      Self.entry("2027-02-12,09:00,2027-02-12,09:00,False"),
    ]
    #expect(
      folder(entries).diagnostics == [
        """
        RA-lead.csv:1:1: warning: read as Outlook's export of 4 entries, \(Self.wholeWindow); busy and out of office as \
        unavailable, tentative as if needed, nothing else kept; 1 shown as free left out; 1 outside these days left out; \
        send it again if the programme's window changes
        """
      ])
    #expect(
      folder([entries[0]], name: "SA-1.csv").diagnostics == [
        """
        SA-1.csv:1:1: warning: read as Outlook's export of 1 entry, \(Self.wholeWindow); busy and out of office as booked, \
        tentative as held, nothing else kept; send it again if the programme's window changes
        """
      ])
  }

  @Test func `an export in which nothing takes time counts as not sent, and says so`() {
    let free = Self.entry("2027-02-01,09:00,2027-02-01,10:00,False", shown: "Free")
    func warning(_ folder: Folder) -> String? { folder.diagnostics.first { $0.contains("takes time") } }
    #expect(
      warning(folder([free])) == """
        RA-lead.csv:1:1: warning: nothing in this calendar takes time between 2027-01-10 and 2027-07-10, so it counts as not \
        sent; see that it is the right calendar, exported for these dates
        """)
    #expect(warning(folder([], name: "SA-1.csv"))?.contains("so it leaves the room free;") == true)
    #expect(warning(folder([free, Self.entry("2027-02-01,09:00,2027-02-01,10:00,False")])) == nil)
  }

  @Test func `subjects may be taken away, with their column, before it is sent`() throws {
    let text = "Start Date,Start Time,End Date,End Time\n2027-02-01,09:00,2027-02-01,10:00\n"
    #expect(try rows(Folder().with("RA-lead.csv", text)) == ["RA-lead 2027-02-01 09:00 +60 unavailable"])
  }

  @Test func `all day is whole days whatever the times say`() throws {
    #expect(
      try rows(
        folder([
          Self.entry("2027-02-01,09:00,2027-02-01,17:00,True"),
          Self.entry("2027-02-03,00:00,2027-02-04,23:59,True"),
        ])) == [
          "RA-lead 2027-02-01 00:00 +1440 unavailable", "RA-lead 2027-02-03 00:00 +1440 unavailable",
          "RA-lead 2027-02-04 00:00 +1440 unavailable",
        ])
  }

  @Test func `spaces that do not break are spaces in headings, words, dates and times`() throws {
    let text =
      "Subject,Start\u{A0}Date,Start Time,End Date,End\u{202F}Time,Show time\u{A0}as\n"
      + "x,\u{200E}2/\u{200E}25/\u{200E}2027,9:00\u{202F}AM,2/25/2027,\u{A0}10:00\u{2009}AM,Out\u{A0}of Office\n"
    #expect(try rows(Folder().with("RA-lead.csv", text)) == ["RA-lead 2027-02-25 09:00 +60 unavailable"])
  }
}
