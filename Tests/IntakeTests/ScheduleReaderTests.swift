import Domain
import Intake
import Testing

@Suite struct ScheduleReaderTests {
  private let header =
    """
    visit_id,pair_id,leg,host,visitor,date,start,end,room_id,facilitator_id,status,pinned,pinned_by,pinned_reason,reserve_date,release,sequence\n
    """

  private func visits(
    _ marked: String, in folder: Folder = Folder(), dates: DateStyle = .iso, _ expected: [String]
  ) throws {
    let source = Marked(marked)
    let wanted = expected.map { message in
      guard let mark = message.first, let place = source.places[mark] else { return message }
      return "v.csv:\(place.line):\(place.column): " + message.dropFirst(2)
    }
    let programme = try folder.read().programme
    let file = InputFile(name: "v.csv", text: source.text)
    var found: [String]
    do {
      found = try ScheduleReader.visits(in: file, of: programme, dates: dates).warnings.map(\.description)
    } catch {
      found = error.diagnostics.map(\.description)
    }
    #expect(found == wanted)
  }

  @Test func aScheduleInTheFolderIsPartOfTheProgramme() throws {
    let text =
      header
        + """
        RB--RA,RA+RB,2,RB,RA,2027-03-04,10:00,16:00,SB-1,F1,confirmed,yes,Manager,Chair is \
        there,2027-03-18,3,2\nRA--RB,RA+RB,1,RA,RB,,,,,,,,,,,,\n
        """
    let schedule = try Folder().with("visits.csv", text).read().programme.schedule
    let a = try #require(TeamID("RA"))
    let b = try #require(TeamID("RB"))
    #expect(schedule[0] == ScheduledVisit(id: VisitID(host: a, visitors: [b]), host: a, visitors: [b]))
    let day = try #require(Day(iso: "2027-03-04"))
    #expect(
      schedule[1]
        == ScheduledVisit(
          id: VisitID(host: b, visitors: [a]), host: b, visitors: [a],
          interval: Interval(start: Moment(day, .constant(10, 0)), end: Moment(day, .constant(16, 0))),
          room: RoomID("SB-1"), facilitator: FacilitatorID("F1"), status: .confirmed,
          pin: Pin(by: "Manager", reason: "Chair is there"), reserveDate: Day(iso: "2027-03-18"), release: 3,
          sequence: 2))
  }

  @Test func onlyTheVisitAndItsTimeMustBeThere() throws {
    let programme = try Folder().read().programme
    let byTeams = InputFile(name: "v.csv", text: "host,visitor,date,start,end\nRA,RB,02/03/2027,9:00,16:30\n")
    let byID = InputFile(name: "v.csv", text: "visit_id,date,start,end\nRA--RB,2027-03-02,09:00,16:30\n")
    let first = try ScheduleReader.visits(in: byTeams, of: programme, dates: .dayFirst)
    #expect(first.visits == (try ScheduleReader.visits(in: byID, of: programme).visits))
    #expect(first.visits.map(\.id.text) == ["RA--RB"])
    #expect(first.warnings == [])
  }

  @Test func namesWithHyphensAndTriosAreFound() throws {
    let folder = Folder().with(
      "teams.csv",
      "team_id,team_name,site_id,approved\nRA,A,SA,\nRB,B,SB,\nR--A,C,SA,no\nRA--R,D,SA,no\n")
    let programme = try folder.read().programme
    let text =
      "visit_id,date,start,end\nR--A--RB+RA,2027-03-02,09:00,16:00\nRB--RA--R,2027-03-03,09:00,16:00\n"
    let visits = try ScheduleReader.visits(in: InputFile(name: "v.csv", text: text), of: programme).visits
    #expect(visits.map(\.host.text) == ["R--A", "RB"])
    #expect(visits.map { $0.visitors.map(\.text) } == [["RA", "RB"], ["RA--R"]])
  }

  @Test func cellsAreChecked() throws {
    try visits(
      header
        + """
        ①RA--RX,,,,,2027-03-02,09:00,16:00,,,,,,,,,
        ②RB--RA,,,RA,RB,2027-03-02,09:00,16:00,③SA-9,④F9,⑤sure,⑥x,,,⑦soon,⑧-1,⑨x

        """,
      [
        """
        ①:error: 'RA--RX' names no visit between teams of teams.csv; write it as HOST--VISITOR, or fill in \
        host and visitor
        """,
        """
        ②:error: visit_id is 'RB--RA' and host and visitor make 'RA--RB'; correct one of them, or leave \
        visit_id blank
        """,
        "③:error: no room 'SA-9' is in rooms.csv; write 'SA-1' if that is meant, or add the room",
        """
        ④:error: no facilitator 'F9' is in facilitators.csv; write 'F1' if that is meant, or add the \
        facilitator
        """,
        "⑤:error: 'sure' is no status; write draft, tentative, confirmed, cancelled or held",
        "⑥:error: 'x' is neither yes nor no; write yes or no",
        "⑦:error: 'soon' is no date; write it as YYYY-MM-DD",
        "⑧:error: release is -1, outside 0 to 1000000; correct the number",
        "⑨:error: 'x' is no whole number; write a number from 0 to 1000000",
      ])
  }

  @Test func aVisitHasTwoSidesAndBothTimesOrNone() throws {
    try visits(
      """
      host,visitor,date,start,end
      ①,RA,2027-03-02,09:00,16:00
      RA,②RA,2027-03-02,09:00,16:00
      RA,③RB;RB,2027-03-02,09:00,16:00
      RA,④RX,2027-03-02,09:00,16:00
      RB,RA,2027-03-02,⑤,16:00
      RA,RB,⑥,09:00,16:00

      """,
      [
        "①:error: the row names no visit; fill in host and visitor, or visit_id",
        "②:error: the team 'RA' visits itself; correct host or visitor",
        "③:error: the visitors are 'RB;RB'; name one team, or two different ones in a trio",
        "④:error: no team 'RX' is in teams.csv; write 'RA' if that is meant, or add the team",
        "⑤:error: the visit has a date and no start; fill in the time, as HH:MM",
        "⑥:error: the visit has a time and no date; fill in the date, or take the time away",
      ])
  }

  @Test func aVisitStandsInOneRow() throws {
    try visits(
      """
      visit_id,host,visitor,date,start,end
      ,RA,RB,2027-03-02,09:00,16:00
      ①,RA,RB,2027-03-03,09:00,16:00
      ②RA--RB,,,2027-03-09,09:00,16:00

      """,
      [
        """
        ①:error: host RA, visitor RB stands in line 2 of v.csv too, with different values; keep one of the \
        two rows
        """,
        """
        ②:error: visit_id RA--RB stands in line 2 of v.csv too, with different values; keep one of the two \
        rows
        """,
      ])
  }

  @Test func columnsThatAreMissingAreNamed() throws {
    try visits(
      "①host,②visitors,date,begin,end\nRA,RB,2027-03-02,09:00,16:00\n",
      [
        "①:error: the table looks like visits.csv and lacks the column 'start'; add the column",
        """
        ②:error: the table looks like visits.csv and lacks the column 'visitor'; rename 'visitors' if that \
        is meant, or add the column
        """,
      ])
  }

  @Test func pairsAreReadAsAPlanWritesThem() throws {
    let folder = Folder().with(
      "teams.csv",
      "team_id,team_name,site_id,approved\nRA,A,SA,\nRB,B,SB,\nRC,C,SA,no\nRD,D,SA,no\nRE,E,SA,no\n")
    let programme = try folder.read().programme
    let text =
      "pair_id,team_a,team_b,team_c,score,level_gap\nRC+RD,RD,RC,,0.1,0.2\nRA+RB+RE,RB,RA,RE,0.1,0.2\n"
    let result = try ScheduleReader.pairs(in: InputFile(name: "pairs.csv", text: text), of: programme)
    #expect(result.pairs.map { $0.map(\.text) } == [["RA", "RB", "RE"], ["RC", "RD"]])
    #expect(result.warnings == [])
    let short = InputFile(name: "pairs.csv", text: "team_a,team_b\nRA,RB\n")
    #expect(
      try ScheduleReader.pairs(in: short, of: programme).pairs.map { $0.map(\.text) } == [["RA", "RB"]])
  }

  @Test func pairsAreChecked() throws {
    let programme = try Folder().read().programme
    let text = "team_a,team_b,team_c\nRA,RA,\nRA,RX,\nRB,RA,\n,RB,\n"
    #expect(throws: IntakeRejection.self) {
      try ScheduleReader.pairs(in: InputFile(name: "p.csv", text: text), of: programme)
    }
    do {
      _ = try ScheduleReader.pairs(in: InputFile(name: "p.csv", text: text), of: programme)
    } catch {
      #expect(
        error.diagnostics.map(\.description) == [
          "p.csv:2:4: error: the pair names one team twice; name two teams, or three in a trio",
          "p.csv:3:4: error: no team 'RX' is in teams.csv; write 'RA' if that is meant, or add the team",
          "p.csv:4:4: error: the team 'RA' is in line 3 of p.csv too; keep it in one pair",
          "p.csv:5:1: error: team_a is blank; fill it in, or take the row away",
        ])
    }
  }
}
