import Domain
import Intake
import Testing

@Suite struct ProgrammeReaderTests {
  @Test func aCompleteFolderIsTakenWithoutAWarning() throws {
    let admission = try Folder().read()
    #expect(admission.warnings == [])
    let programme = admission.programme
    #expect(programme.teams.map(\.id.text) == ["RA", "RB"])
    #expect(programme.sites.map(\.id.text) == ["SA", "SB"])
    #expect(
      programme.people.map(\.id.text) == [
        "RA-coord", "RA-lead", "RA-nurse", "RB-coord", "RB-lead", "RB-nurse",
      ])
    #expect(programme.results.map(\.value) == [0.9, 0.75])
    #expect(programme.meetings.map(\.frequency) == [.weekly, .fortnightly])
    #expect(programme.rooms.map(\.capacity) == [20, 16])
    #expect(programme.facilitators.map(\.background) == [.clinical, .nonClinical])
  }

  @Test func anEmptyFolderLacksEverything() {
    do {
      _ = try ProgrammeReader.read(files: [], today: Folder.today)
      Issue.record("an empty folder was taken")
    } catch {
      #expect(
        error.diagnostics.filter { $0.severity == .error }.map(\.description) == [
          """
          mdt.csv:1:1: error: the programme has no table like mdt.csv; add one with the columns team_id, \
          weekday, start and end
          """,
          """
          people.csv:1:1: error: the programme has no table like people.csv; add one with the columns \
          person_id, team_id, name and role
          """,
          """
          programme.yaml:1:1: error: the programme has no programme.yaml; add one with at least id, name, \
          time_zone, visits_from and visits_to
          """,
          """
          sites.csv:1:1: error: the programme has no table like sites.csv; add one with the columns \
          site_id and site_name
          """,
          """
          teams.csv:1:1: error: the programme has no table like teams.csv; add one with the columns \
          team_id, team_name and site_id
          """,
        ])
    }
  }

  @Test(arguments: ["teams.csv", "sites.csv", "people.csv", "mdt.csv"])
  func aMissingTableIsReportedOnceAndNotByEveryReferenceToIt(name: String) {
    let found = Folder().with(name, nil).diagnostics
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(name):1:1: error: the programme has no table like \(name);") == true)
  }

  @Test(arguments: ["teams.csv", "sites.csv", "people.csv", "mdt.csv", "rooms.csv", "facilitators.csv"])
  func anUnreadableTableIsReportedOnceAndNotByEveryReferenceToIt(name: String) {
    #expect(
      Folder().with(name, "a;b,c\n1\n").diagnostics == [
        """
        \(name):1:1: error: the header has 2 cells separated by commas, or 2 cells separated by semicolons; put \
        cells that hold one of them in quotes, or begin the file with a line sep=, or sep=;
        """
      ])
  }

  @Test func filesThatAreNoTablesAreNamed() {
    let folder = Folder().with(".DS_Store", "x").with("~$teams.csv", "x").with("README.md", "x")
      .with("calendar.ics", "x").with("old.xls", "x").with("other.yaml", "x: 1\n").with(
        "pairs.csv", "pair_id,team_a,team_b\nRA+RB,RA,RB\n")
    #expect(
      folder.diagnostics == [
        "README.md:1:1: warning: the file is not read; name it .csv if it is a table, or take it away",
        """
        calendar.ics:1:1: error: nobody can tell by the name whose calendar this is; name the file as the \
        person's id, as in R0A-lead, or room- and the room's id
        """,
        "old.xls:1:1: error: workbooks of the kind .xls are not read; save it as .xlsx, or take it away",
        "other.yaml:1:1: warning: the file is not read; name it programme.yaml if it is meant to be",
        """
        pairs.csv:1:1: warning: a table like pairs.csv is no part of a programme; it is not read; move it \
        out of the folder
        """,
      ])
  }

  @Test func aWhatIfBesideTheTablesIsNobodysFault() {
    #expect(Folder().with("whatif.csv", "id,change,value\nRA--RB,cancel,\n").diagnostics == [])
  }

  @Test func aNameThatOnlyBeginsLikeATablesIsNoHint() {
    #expect(
      Folder().with("roomservice.csv", "dish\nsoup\n").diagnostics.map { $0.prefix(24) } == [
        "roomservice.csv:1:1: err"
      ])
    #expect(
      Folder().with("rooms-2.csv", "dish\nsoup\n").diagnostics.first
        == "rooms-2.csv:1:1: error: rooms.csv lacks the column 'capacity'; add the column")
  }

  @Test func thereIsOneProgrammeYaml() {
    let folder = Folder().with("programme.yml", "id: p\n")
    #expect(
      folder.diagnostics == ["programme.yml:1:1: error: programme.yaml is there too; keep one of the two"])
  }

  @Test func errorsOfAllFilesComeAtOnceInOrder() {
    let folder = Folder()
      .with("rooms.csv", "room_id,site_id,room_name,capacity\nSA-1,SA,A,0\nSB-1,SB,B,x\n")
      .with("programme.yaml", "id: p\n")
      .with("mdt.csv", "team_id,weekday,start,end\nRA,Tue,09:00,08:00\nRB,Thu,13:00,15:00\n")
    #expect(
      folder.diagnostics == [
        "mdt.csv:2:14: error: end 08:00 is not after start 09:00; correct one of the two",
        "programme.yaml:1:1: error: programme.yaml has no 'name'; add the line 'name: …'",
        "programme.yaml:1:1: error: programme.yaml has no 'time_zone'; add the line 'time_zone: …'",
        "programme.yaml:1:1: error: programme.yaml has no 'visits_from'; add the line 'visits_from: …'",
        "programme.yaml:1:1: error: programme.yaml has no 'visits_to'; add the line 'visits_to: …'",
        "rooms.csv:2:11: error: capacity is 0, outside 1 to 10000; correct the number",
        "rooms.csv:3:11: error: 'x' is no whole number; write a number from 1 to 10000",
      ])
  }

  @Test func todayComesFromTheArgumentUnlessTheFileSetsIt() throws {
    let files = Folder().inputFiles
    let later = try #require(Day(iso: "2027-02-01"))
    #expect(try ProgrammeReader.read(files: files, today: later).programme.settings.today == Folder.today)
    let open = Folder().with(
      "programme.yaml",
      "id: p\nname: P\ntime_zone: UTC\nvisits_from: 2027-01-11\nvisits_to: 2027-07-09\ntoday: null\n")
    let admission = try ProgrammeReader.read(files: open.inputFiles, today: later)
    #expect(admission.programme.settings.today == later)
    #expect(!admission.conventions.setsToday)
  }

  @Test func bankHolidaysReachAWeekBeyondTheWindow() throws {
    let days = try Folder().with(
      "programme.yaml",
      SettingsReaderTests.head.replacing("2027-01-11", with: "2027-04-01").replacing(
        "2027-07-09", with: "2027-04-27")
    ).read().programme.bankHolidays
    #expect(
      days.map { "\($0.day) \($0.name)" } == [
        "2027-03-26 Good Friday", "2027-03-29 Easter Monday", "2027-05-03 May Day",
      ])
  }

  @Test func aWindowBeyondTheKnownHolidaysIsOdd() {
    expect(
      "programme.yaml",
      """
      ①id: p
      name: P
      time_zone: UTC
      visits_from: 2030-06-01
      visits_to: 2031-02-01
      pairing: {indicators: [{id: seen}]}

      """,
      [
        """
        ①:warning: bank holidays are known for 2010 to 2030, and the window lies partly outside; add the \
        missing ones to closures.csv
        """
      ])
  }
}
