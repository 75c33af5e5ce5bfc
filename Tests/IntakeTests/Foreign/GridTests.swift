import Domain
import Intake
import Testing

/// Availability as a grid of people and days.
@Suite struct GridTests {
  private static let note =
    "①:warning: read as a grid of people and days: "
  private static let advice = "; send rows like those of availability.csv if another reading is meant"

  private func rows(_ grid: String, dates: String = "") throws -> [String] {
    let folder = Folder().with("grid.csv", grid).adding("programme.yaml", dates)
    return try folder.read().programme.availability.map {
      "\($0.owner) \($0.interval.start) \($0.interval.end.minute - $0.interval.start.day.number * 1440) \($0.status.word)"
    }
  }

  @Test func `each word says something of a day, in capitals or not`() throws {
    #expect(
      try rows(
        """
        Person_ID,2027-02-01,2027-02-02,2027-02-03,2027-02-04,2027-02-05,2027-02-08,2027-02-09
        F1,y,P,?,n,am,PM,✓

        """) == [
          "F1 2027-02-01 00:00 1440 available", "F1 2027-02-02 00:00 1440 preferred",
          "F1 2027-02-03 00:00 1440 if_needed", "F1 2027-02-04 00:00 1440 unavailable",
          "F1 2027-02-05 00:00 720 available", "F1 2027-02-08 12:00 1440 available",
          "F1 2027-02-09 00:00 1440 available",
        ])
  }

  @Test(arguments: [
    ("person_id (blank=N)", ["unavailable"]), ("PERSON_ID(BLANK = y)", ["available"]),
    ("person_id (blank=nothing)", []),
  ])
  func `the first cell of the header says what blank means`(first: String, expected: [String]) throws {
    #expect(
      try rows("\(first);2027-02-01;2027-02-02\nF1;Y;\n;;\n").map { String($0.split(separator: " ")[4]) }
        == ["available"] + expected)
  }

  @Test func `what is read is said, with what the words mean`() {
    expect(
      "grid.csv", "①person_id (blank=N),2027-02-01,2027-02-02\nF1,AM,\nRA-lead,?,Y\n",
      [Self.note + "Y as available, ? as if needed, AM as available until 12:00, blank as N" + Self.advice])
  }

  @Test func `a blank cell is refused where nobody says what it means`() {
    expect(
      "grid.csv", "①person_id,2027-02-01,2027-02-02\nF1,Y,②\nRA-lead,,Y\n",
      [
        Self.note + "Y as available" + Self.advice,
        """
        ②:error: the cell is blank (and 1 more), and the header does not say what that means; write person_id (blank=N) \
        as the first cell of the header, or another of Y, P, ?, N, AM or PM instead of N, or nothing
        """,
      ])
    expect(
      "grid.csv", "①person_id (blank=maybe),2027-02-01\nF1,Y\n",
      [
        """
        ①:error: 'person_id (blank=maybe)' does not say what a blank cell means; write person_id (blank=N), or another of \
        Y, P, ?, N, AM or PM instead of N, or nothing
        """,
        Self.note + "Y as available, blank as nothing said" + Self.advice,
      ])
  }

  @Test func `cells, people and dates that cannot be read are told by cell, each once`() {
    expect(
      "grid.csv",
      """
      ①person_id (blank=nothing),2027-02-01,②12/01,③05/02/2027,④31/02/2027,⑤2027-02-01,
      F1,⑥x,Y,Y,Y,Y,⑦Y
      ⑧F1,Y,,,,,
      ,Y,,,,,
      two words,N,,,,,
      nobody,N,,,,,
      F2,⑨maybe,,,,,

      """,
      [
        Self.note + "N as unavailable, blank as nothing said" + Self.advice,
        "②:error: '12/01' has no year, and is 12 January or 1 December; write the date as YYYY-MM-DD",
        """
        ③:error: '05/02/2027' is 2027-02-05 read day first and 2027-05-02 read month first; write 2027-02-05 or \
        2027-05-02, or say 'dates: day_first' in programme.yaml
        """,
        "④:error: '31/02/2027' is no date; write it as YYYY-MM-DD",
        "⑤:error: 2027-02-01 stands in column 2 too; keep one of the two columns",
        "⑥:error: 'x' may mean free or not free; write Y or N",
        "⑦:error: column 7 has cells and no date in the header; write the date there, or take the cells away",
        "⑧:error: 'F1' stands in line 2 too; keep one of the two rows",
        "grid.csv:4:1: error: person_id is blank; fill it in, or take the row away",
        "grid.csv:5:1: error: 'two words' is no person id; use 1 to 40 of the letters A-Z and a-z, digits, '.', '_' and '-'",
        """
        grid.csv:6:1: error: nobody in people.csv or facilitators.csv has the id 'nobody'; add the person, or take the row \
        away
        """,
        "⑨:error: 'maybe' says nothing of a day; write Y, P, ?, N, AM or PM",
      ])
  }

  @Test func `dates are written as everywhere in the programme`() throws {
    #expect(
      try rows("person_id,05/02/2027,2027-02-06\nF1,Y,N\n", dates: "dates: day_first\n") == [
        "F1 2027-02-05 00:00 1440 available", "F1 2027-02-06 00:00 1440 unavailable",
      ])
  }

  @Test func `a table of people whose header names no date is none`() {
    #expect(
      Folder().with("list.csv", "person_id,colour\nF1,red\n").diagnostics.first?.contains("no table is known")
        == true)
  }

  @Test func `yes and no may be written out, and dates go on with midnight`() throws {
    #expect(
      try rows("person_id,2027-02-01 00:00:00,2027-02-02 00:00:00\nF1,Yes,NO\n") == [
        "F1 2027-02-01 00:00 1440 available", "F1 2027-02-02 00:00 1440 unavailable",
      ])
  }
}
