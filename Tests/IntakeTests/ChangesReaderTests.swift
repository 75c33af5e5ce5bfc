import Domain
import Intake
import Testing

@Suite struct ChangesReaderTests {
  private static let schedule =
    """
    host,visitor,date,start,end,status,pinned,release
    RA,RB,2027-03-02,09:00,16:30,tentative,,1
    RB,RA,2027-03-25,09:00,16:30,held,,1

    """

  private func read(_ text: String, schedule: String = schedule) throws -> [Change] {
    let programme = try Folder().with("visits.csv", schedule).read().programme
    return try ChangesReader.changes(in: InputFile(name: "w.csv", text: text), of: programme).changes
  }

  private func expect(_ marked: String, schedule: String = schedule, _ expected: [String]) throws {
    let source = Marked(marked)
    let wanted = expected.map { message in
      guard let mark = message.first, let place = source.places[mark] else { return message }
      return "w.csv:\(place.line):\(place.column): " + message.dropFirst(2)
    }
    let programme = try Folder().with("visits.csv", schedule).read().programme
    var found: [String]
    do {
      let file = InputFile(name: "w.csv", text: source.text)
      found = try ChangesReader.changes(in: file, of: programme).warnings.map(\.description)
    } catch {
      found = error.diagnostics.map(\.description)
    }
    #expect(found == wanted)
  }

  @Test func everyKindOfChangeIsRead() throws {
    let visit = VisitID(host: try #require(TeamID("RA")), visitors: [try #require(TeamID("RB"))])
    let first = try #require(Day(iso: "2027-03-01"))
    let last = try #require(Day(iso: "2027-03-05"))
    let changes = try read(
      """
      id,change,value,until,reason
      RA--RB,not_before,2027-03-01,,the lead is ill
      RA--RB,Not_On,2027-03-01,2027-03-05,
      RA--RB,not_on,2027-03-05,,
      RA--RB,move_to,2027-03-05,,
      RA-lead,away,2027-03-01,,
      F1,away,2027-03-01,2027-03-05,leave
      SA-1,away,2027-03-05,,
      RB,withdraw,,,

      """)
    #expect(
      changes == [
        Change(.notBefore(visit, first), reason: "the lead is ill"),
        Change(.notOn(visit, first, until: last)),
        Change(.notOn(visit, last, until: last)),
        Change(.moveTo(visit, last)),
        Change(.away(.person(try #require(PersonID("RA-lead"))), first, until: first)),
        Change(.away(.facilitator(try #require(FacilitatorID("F1"))), first, until: last), reason: "leave"),
        Change(.away(.room(try #require(RoomID("SA-1"))), last, until: last)),
        Change(.withdraw(try #require(TeamID("RB")))),
      ])
  }

  @Test func aVisitWithoutARowOfItsOwnIsOneOfItsPair() throws {
    let only = "host,visitor,date,start,end\nRA,RB,2027-03-02,09:00,16:30\n"
    #expect(try read("id,change,value\nRB--RA,cancel,\n", schedule: only).count == 1)
  }

  @Test func cellsAreChecked() throws {
    try expect(
      """
      id,change,value,until
      RA--RB,①move,2027-03-01,
      RA--RB,not_before,②,
      RA--RB,not_on,2027-03-05,③2027-03-01
      RB,withdraw,④2027-03-01,
      RA--RB,not_before,2027-03-01,⑤2027-03-05

      """,
      [
        "①:error: 'move' is no change; write not_before, not_on, move_to, cancel, away, withdraw or join",
        "②:error: value is blank; fill it in, or take the row away",
        "③:error: until 2027-03-01 is before value 2027-03-05; correct one of the two",
        "④:warning: withdraw takes no value; leave it blank; it is not read",
        "⑤:warning: not_before does not last until a day; leave it blank; it is not read",
      ])
  }

  @Test func whateverIsNamedExists() throws {
    try expect(
      """
      id,change,value
      ①RA--RX,cancel,
      ②RA-leed,away,2027-03-01
      ③RZ,withdraw,
      ④F9,join,

      """,
      [
        "①:error: no visit 'RA--RX' is in the schedule; write 'RA--RB' if that is meant",
        """
        ②:error: no person, facilitator or room 'RA-leed' is in people.csv, facilitators.csv or rooms.csv; write \
        'RA-lead' if that is meant
        """,
        "③:error: no team 'RZ' is in teams.csv; write 'RA' if that is meant",
        """
        ④:error: no facilitator 'F9' is described; put a facilitators.csv with the facilitator's row beside this \
        file
        """,
      ])
  }

  @Test func whatStaysOrIsOverIsNotAskedAbout() throws {
    let schedule =
      """
      host,visitor,date,start,end,status,pinned,facilitator_id
      RA,RB,2026-11-24,09:00,16:30,confirmed,,F1
      RB,RA,2027-03-25,09:00,16:30,draft,yes,

      """
    try expect(
      """
      id,change,value
      ①RA--RB,cancel,
      ②RB--RA,move_to,2027-03-25
      ③F1,join,

      """, schedule: schedule,
      [
        "①:error: the visit 'RA--RB' has taken place, on 2026-11-24; take the row away",
        """
        ②:error: the visit 'RB--RA' is pinned and never moves; take its pin away in visits.csv to ask, or take the \
        row away
        """,
        "③:error: the facilitator 'F1' leads the visit 'RA--RB' already; name somebody new, or take the row away",
      ])
    try expect(
      "id,change,value\n①RB--RA,cancel,\n",
      ["①:error: the visit 'RB--RA' is held and never moves; take the row away"])
    try expect(
      "id,change,value\nRA--RB,move_to,①2026-12-01\n",
      ["①:error: 2026-12-01 is not after today, 2026-12-01; give a day to come"])
  }

  @Test func rowsThatCannotAllHappenAreRefused() throws {
    try expect(
      """
      id,change,value
      RA--RB,move_to,2027-03-01
      RA--RB,move_to,①2027-03-02

      """,
      [
        """
        ①:error: line 2 of w.csv moves the visit 'RA--RB' to another day; keep one of the two rows, or write the \
        other into a file of its own
        """
      ])
    try expect(
      """
      id,change,value
      ①RA--RB,not_before,2027-03-01
      RA--RB,cancel,

      """,
      ["①:error: the visit 'RA--RB' is cancelled in another row; keep one of the two rows"])
    try expect("id,change,value\n", ["w.csv:1:1: error: no row says what might happen; write at least one"])
  }
}
