import Domain
import Fixtures
import Intake
import Testing

/// Rooms with more than one calendar: everything that any of them says is taken.
@Suite struct RoomCalendarTests {
  private static func outlook(_ entries: String...) -> String {
    "Start Date,Start Time,End Date,End Time,Show time as\n"
      + entries.map { $0 + "\n" }.joined()
  }

  private static func calendar(_ start: String, _ end: String) -> String {
    """
    BEGIN:VCALENDAR
    VERSION:2.0
    BEGIN:VEVENT
    DTSTART:20270201T\(start)00
    DTEND:20270201T\(end)00
    END:VEVENT
    END:VCALENDAR

    """
  }

  private func bookings(_ folder: Folder) throws -> [String] {
    let programme = try folder.read().programme
    return programme.roomBookings.map {
      "\($0.room) \($0.interval.start) +\($0.interval.duration.count) \($0.status) \($0.reference ?? "-")"
    }
  }

  private let short = "2027-02-01,09:00,2027-02-01,10:00,2"
  private let long = Self.outlook(
    "2027-02-01,09:00,2027-02-01,12:00,1", "2027-02-02,09:00,2027-02-02,10:00,1")

  @Test(arguments: ["room-SA-1.csv", "SA-1 (1).csv", "sa-1.tsv"])
  func `two exports of one room are united, the longer entry and the firmer word`(other: String) throws {
    #expect(
      try bookings(Folder().with("SA-1.csv", Self.outlook(short)).with(other, long)) == [
        "SA-1 2027-02-01 09:00 +180 booked -", "SA-1 2027-02-02 09:00 +60 held -",
      ])
  }

  @Test func `an export, an iCalendar file and the list kept by hand are united`() throws {
    let folder = Folder().with("SA-1.csv", Self.outlook(short)).with(
      "SA-1.ics", Self.calendar("0900", "1100")
    )
    .with(
      "room_bookings.csv",
      "room_id,date,start,end,status,reference\nSA-1,2027-02-01,09:00,09:30,held,Surgery\n"
        + "SA-1,2027-02-01,,,held,Painters\n")
    #expect(
      try bookings(folder) == [
        "SA-1 2027-02-01 00:00 +1440 held Painters", "SA-1 2027-02-01 09:00 +120 booked Surgery",
      ])
    #expect(folder.diagnostics.allSatisfy { !$0.contains("stands in") && !$0.contains("repeats") })
  }

  @Test func `two sheets of one workbook are united`() throws {
    let header = ["room_id", "Start Date", "Start Time", "End Date", "End Time"]
    let book = BookWriter([
      BookWriter.Sheet("A", texts: [header, ["SA-1", "2027-02-01", "09:00", "2027-02-01", "10:00"]]),
      BookWriter.Sheet("B", texts: [header, ["SA-1", "2027-02-01", "09:00", "2027-02-01", "11:00"]]),
    ])
    let programme = try ProgrammeReader.read(
      files: Folder().inputFiles + [InputFile(name: "rooms 2027.xlsx", bytes: book.bytes)],
      today: Folder.today
    ).programme
    #expect(programme.roomBookings.map(\.interval.duration.count) == [120])
  }

  @Test func `rows of the list kept by hand still contradict each other`() {
    expect(
      "room_bookings.csv",
      "room_id,date,start,end\nSA-1,2027-02-01,09:00,10:00\n①SA-1,2027-02-01,09:00,11:00\n",
      [
        """
        ① error: room_id SA-1, date 2027-02-01, start 09:00 stands in line 2 of room_bookings.csv too, with different \
        values; keep one of the two rows
        """
      ])
  }
}
