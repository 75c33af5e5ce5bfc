import Domain
import Intake
import Testing

@Suite struct DiaryTests {
  private let header = "person_id,date,start,end,status,note\n"

  private func diary(_ marked: String, _ expected: [String]) {
    expect("availability.csv", header + marked, expected)
  }

  @Test func rowsAreReadForPeopleAndFacilitators() throws {
    let text =
      header
        + """
        F1,2027-02-01,,,Unavailable,leave
        RA-lead,2027-02-02,13:00,17:00,clinic,
        RA-lead,2027-02-02,09:00,12:00,if_needed,

        """
    let rows = try Folder().with("availability.csv", text).read().programme.availability
    #expect(
      rows.map { "\($0.owner) \($0.interval.start) to \($0.interval.end) \($0.status.word)" } == [
        "RA-lead 2027-02-02 09:00 to 2027-02-02 12:00 if_needed",
        "RA-lead 2027-02-02 13:00 to 2027-02-02 17:00 clinic",
        "F1 2027-02-01 00:00 to 2027-02-02 00:00 unavailable",
      ])
    #expect(rows.last?.owner == FacilitatorID("F1").map(DiaryOwner.facilitator))
  }

  @Test func cellsAreChecked() {
    diary(
      """
      ①RA-laed,2027-02-01,,,clinic,
      ②Z,2027-02-01,,,clinic,
      RA-lead,2027-02-01,09:00,③,clinic,
      RA-lead,2027-02-01,12:00,④09:00,clinic,
      RA-lead,2027-02-01,,,⑤availible,
      RA-lead,2027-02-01,,,⑥,
      RA-lead,⑦,,,clinic,

      """,
      [
        """
        ①:error: nobody in people.csv or facilitators.csv has the id 'RA-laed'; write 'RA-lead' if that is \
        meant, or add the person
        """,
        """
        ②:error: nobody in people.csv or facilitators.csv has the id 'Z'; add the person, or take the row \
        away
        """,
        "③:error: end is blank and start is not; fill in both, or neither",
        "④:error: end 09:00 is not after start 12:00; correct one of the two",
        """
        ⑤:error: 'availible' is no status; write 'available' if that is meant, or unavailable, clinic, \
        if_needed, available or preferred
        """,
        "⑥:error: status is blank; fill it in, or take the row away",
        "⑦:error: date is blank; fill it in, or take the row away",
      ])
  }

  @Test func rowsMayOverlapButNotRepeatEachOtherInOneFile() throws {
    diary(
      """
      RA-lead,2027-02-01,09:00,12:00,clinic,
      RA-lead,2027-02-01,09:00,12:00,unavailable,
      ①RA-lead,2027-02-01,9:00,12:00,clinic,again

      """,
      ["①:warning: the row repeats line 2 of availability.csv; take one of the two away"])
    let row = "RA-lead,2027-02-01,09:00,12:00,clinic,\n"
    let folder = Folder().with("availability.csv", header + row).with("availability-2.csv", header + row)
    #expect(folder.diagnostics == [])
    #expect(try folder.read().programme.availability.count == 1)
  }

  @Test func theReceiptSaysHowEachDiaryWasRead() throws {
    let text = """
      person_id,date,status
      RA-lead,2027-01-11,preferred
      RA-lead,2027-02-02,unavailable
      RA-nurse,2027-07-09,clinic
      RA-coord,2027-01-10,available
      RB-lead,2027-07-10,unavailable
      RB-nurse,2027-03-01,if_needed
      F2,2027-03-01,available

      """
    let readings = try Folder().with("availability.csv", text).read().readings
    #expect(
      readings.map { "\($0.owner): \($0.rule.rawValue)" } == [
        "RA-coord: sent nothing", "RA-lead: free only in stated rows", "RA-nurse: free unless stated",
        "RB-coord: sent nothing", "RB-lead: sent nothing", "RB-nurse: free only in stated rows",
        "F1: sent nothing", "F2: free only in stated rows",
      ])
  }

  @Test func roomsAreBookedInFullOrInPart() throws {
    let text =
      """
      room_id,date,start,end,status,reference
      SB-1,2027-02-01,,,HELD,
      SA-1,2027-02-01,09:00,12:00,,Clinic 4

      """
    let bookings = try Folder().with("room_bookings.csv", text).read().programme.roomBookings
    #expect(
      bookings.map {
        "\($0.room) \($0.interval.start) to \($0.interval.end) \($0.status) \($0.reference ?? "-")"
      } == [
        "SA-1 2027-02-01 09:00 to 2027-02-01 12:00 booked Clinic 4",
        "SB-1 2027-02-01 00:00 to 2027-02-02 00:00 held -",
      ])
  }

  @Test func bookingsAreChecked() {
    expect(
      "room_bookings.csv",
      """
      room_id,date,start,end,status
      ①SA-9,2027-02-01,,,
      SA-1,2027-02-01,,,②free
      ③SA-1,2027-02-01,,,held

      """,
      [
        "①:error: no room 'SA-9' is in rooms.csv; write 'SA-1' if that is meant, or add the room",
        "②:error: 'free' is no status; write booked or held",
        """
        ③:error: room_id SA-1, date 2027-02-01 stands in line 3 of room_bookings.csv too, with different \
        values; keep one of the two rows
        """,
      ])
  }

  @Test func spacesOfExcelAndOfTheWebAreSpacesInHeadingsCellsDatesAndTimes() throws {
    let text =
      "\u{A0}person_id,date\u{202F},start,end,\u{200B}status\n"
      + "RA-lead\u{A0},\u{200E}2027\u{200E}-02-01,\u{2007}09:00,10:00\u{202F},\u{A0}unavailable\u{2009}\n"
      + "\u{A0},\u{A0},,\u{202F},\u{2003}\n" + "RA-nurse,2027-02-02,\u{A0},\u{202F},clinic\n"
    let rows = try Folder().with("availability.csv", text).read().programme.availability
    #expect(
      rows.map { "\($0.owner) \($0.interval.start) +\($0.interval.duration.count) \($0.status.word)" } == [
        "RA-lead 2027-02-01 09:00 +60 unavailable", "RA-nurse 2027-02-02 00:00 +1440 clinic",
      ])
  }

  /// Such a row was lost without a word.
  @Test func aCellOfNothingButOtherSpacesIsBlankWhereOneIsNeeded() {
    diary(
      "①\u{A0},2027-02-01,,,clinic,\nRA-lead,②\u{202F},,,clinic,\nRA-lead,2027-02-01,,,③\u{2007},\n",
      [
        "① error: person_id is blank; fill it in, or take the row away",
        "② error: date is blank; fill it in, or take the row away",
        "③ error: status is blank; fill it in, or take the row away",
      ])
  }

  @Test func aDateMayGoOnWithMidnight() throws {
    let text =
      "person_id,date,status\nRA-lead,2027-02-01 00:00:00,clinic\nRA-lead,2027-02-02T00:00:00,clinic\n"
    let rows = try Folder().with("availability.csv", text).read().programme.availability
    #expect(rows.map(\.interval.start.description) == ["2027-02-01 00:00", "2027-02-02 00:00"])
    expect(
      "availability.csv", "person_id,date,status\nRA-lead,①2027-02-01 09:00,clinic\n",
      ["① error: '2027-02-01 09:00' is no date; write it as YYYY-MM-DD"])
  }

  @Test(arguments: [
    "①person_id,date,status", "①person_id (blank=N),2027-02-01", "①Start Date,Start Time,End Date,End Time",
  ])
  func titlesAboveTheHeaderAreToldByTheHeadersLine(header: String) {
    for name in ["availability.csv", "people we asked.csv"] {
      expect(
        name, "Availability of the pilot\n\n\(header)\nRA-lead,2027-02-01,clinic,\n",
        [
          "① error: the table's header is here, and something stands above it; take the rows above it away, so that the "
            + "header comes first"
        ])
    }
  }
}
