import Domain
import Intake
import Testing

@Suite struct DateAndTimeTests {
  private func closure(_ date: String, in folder: Folder = Folder(), _ expected: [String]) {
    expect("closures.csv", "date_from,reason\n①\(date),training\n", in: folder, expected)
  }

  private var dayFirst: Folder {
    Folder().with(
      "programme.yaml",
      "id: p\nname: P\ntime_zone: UTC\nvisits_from: 11/01/2027\nvisits_to: 2027-07-09\ndates: day_first\n"
        + "pairing: {indicators: [{id: seen}]}\n")
  }

  @Test func slashesAreRefusedWithBothReadings() {
    closure(
      "05/03/2027",
      [
        """
        ①:error: '05/03/2027' is 2027-03-05 read day first and 2027-05-03 read month first; write \
        2027-03-05 or 2027-05-03, or say 'dates: day_first' in programme.yaml
        """
      ])
    closure(
      "25/03/2027",
      [
        """
        ①:error: '25/03/2027' is not written as YYYY-MM-DD; write 2027-03-25, or say 'dates: day_first' in \
        programme.yaml
        """
      ])
    closure(
      "03/25/2027",
      [
        """
        ①:error: '03/25/2027' is no date read day first and 2027-03-25 read month first; write 2027-03-25 \
        if that is meant
        """
      ])
    closure("31/31/2027", ["①:error: '31/31/2027' is no date; write it as YYYY-MM-DD"])
    closure("5/3/27", ["①:error: the year of '5/3/27' has not four digits; write the date as YYYY-MM-DD"])
  }

  @Test func dayFirstReadsSlashesAndISODates() throws {
    for (text, iso) in [
      ("05/03/2027", "2027-03-05"), ("5/3/2027", "2027-03-05"), ("2027-03-05", "2027-03-05"),
    ] {
      let folder = dayFirst.with("closures.csv", "date_from\n\(text)\n")
      let admission = try folder.read()
      #expect(admission.programme.closures.map(\.from.iso) == [iso])
      #expect(admission.conventions.dates == .dayFirst)
      #expect(admission.programme.settings.visitsFrom.iso == "2027-01-11")
    }
  }

  @Test func dayFirstStillKnowsTheCalendar() {
    closure(
      "30/02/2027", in: dayFirst,
      ["①:error: '30/02/2027', read day first, is no day of the calendar; correct the date"])
    closure(
      "03/25/2027", in: dayFirst,
      ["①:error: '03/25/2027', read day first, is no day of the calendar; correct the date"])
  }

  @Test(arguments: ["2027-02-29", "2027-13-01", "2027-04-31", "0000-01-01"])
  func impossibleDatesAreRefused(text: String) {
    closure(text, ["①:error: '\(text)' is no day of the calendar; correct the date"])
  }

  @Test(arguments: [
    "11 Jan 2027", "2027-1-11", "20270111", "2027-01-11 00:00", "46033", "tomorrow", "1-1-2027",
  ])
  func anythingElseIsNoDate(text: String) {
    closure(text, ["①:error: '\(text)' is no date; write it as YYYY-MM-DD"])
  }

  @Test(arguments: ["1999-12-31", "2101-01-01", "0207-01-11"])
  func yearsOutsideTheCenturyAreRefused(text: String) {
    closure(text, ["①:error: '\(text)' lies outside the years 2000 to 2100; correct the year"])
  }

  @Test(arguments: [("9:00", "09:00"), ("09:00", "09:00"), ("09:00:00", "09:00"), ("00:00", "00:00")])
  func timesAreReadAsSpreadsheetsWriteThem(text: String, time: String) throws {
    let folder = Folder().with(
      "mdt.csv", "team_id,weekday,start,end\nRA,Tue,\(text),12:00\nRB,Thu,09:00,24:00\n")
    let meetings = try folder.read().programme.meetings
    #expect(meetings[0].start.description == time)
    #expect(meetings[1].end.description == "24:00")
  }

  @Test(arguments: ["25:00", "9", "0900", "9.00", "9am", "09:60", "24:01", "09:00:30"])
  func anythingElseIsNoTime(text: String) {
    expect(
      "mdt.csv", "team_id,weekday,start,end\nRA,Tue,①\(text),12:00\nRB,Thu,09:00,12:00\n",
      ["①:error: '\(text)' is no time of day; write it as HH:MM, from 00:00 to 24:00"])
  }
}
