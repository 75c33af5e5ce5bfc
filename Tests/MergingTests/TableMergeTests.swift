import Domain
import Intake
import Merging
import Testing

/// Tables that are keyed by row: what a newer file adds, changes, keeps and takes away.
@Suite struct TableMergeTests {
  private static let head = "person_id,team_id,name,role\n"

  @Test func `a newer row replaces, a new one is added, the rest stays`() throws {
    var drops = Drops()
    let first = try drops.take(
      "people.csv", Self.head + "P1,RA,One,manager\nP2,RA,Two,manager\n", judging: false)
    #expect(first.receipt.counts == [count("people.csv", added: 2)])
    let second = try drops.take(
      "people.csv", Self.head + "P3,RA,Three,manager\nP2,RA,Two,surgeon\nP1,RA,One,manager\n", judging: false)
    #expect(second.receipt.counts == [count("people.csv", added: 1, changed: 1, unchanged: 1)])
    #expect(second.receipt.kept == [])
    #expect(
      drops.text("people.csv") == Self.head + "P1,RA,One,manager\nP2,RA,Two,surgeon\nP3,RA,Three,manager\n")
  }

  @Test func `a row missing from a table that is sent again is kept and told`() throws {
    var drops = Drops()
    try drops.take("people.csv", Self.head + "P1,RA,One,manager\nP2,RA,Two,manager\n", judging: false)
    let merge = try drops.take("people.csv", Self.head + "P1,RA,One,manager\n", judging: false)
    #expect(merge.receipt.kept == ["P2"])
    #expect(merge.changes == [])
    #expect(merge.receipt.text.contains("  P2 was in people.csv before and is not in this file: kept\n"))
  }

  @Test func `a table split over several files is no table sent again`() throws {
    var drops = Drops()
    try drops.take("people-RA.csv", Self.head + "P1,RA,One,manager\n", judging: false)
    let other = try drops.take("people-RB.csv", Self.head + "P2,RB,Two,manager\n", judging: false)
    #expect(other.receipt.kept == [])
    let again = try drops.take("people-RA.csv", Self.head + "P3,RA,Three,manager\n", judging: false)
    #expect(again.receipt.kept == ["P1"])
  }

  @Test func `a file of another name that holds at least half of the rows is the table sent again`() throws {
    var drops = Drops()
    let rows = (1...4).map { "P\($0),RA,Name \($0),manager\n" }
    try drops.take("people.csv", Self.head + rows.joined(), judging: false)
    let one = try drops.take("correction.csv", Self.head + rows[0], judging: false)
    #expect(one.receipt.kept == [])
    let half = try drops.take("people final.csv", Self.head + rows[0] + rows[1], judging: false)
    #expect(half.receipt.kept == ["P3", "P4"])
  }

  @Test func `a row with _remove takes away what it names, and needs no more than that`() throws {
    var drops = Drops()
    try drops.take("people.csv", Self.head + "P1,RA,One,manager\nP2,RA,Two,manager\n", judging: false)
    let merge = try drops.take(
      "leavers.csv", "person_id,team_id,name,role,_remove\nP2,,,,Yes\nP9,,,,yes\n", judging: false)
    #expect(merge.receipt.counts == [count("people.csv", removed: 1)])
    #expect(merge.receipt.removed == ["P2"])
    #expect(merge.receipt.notRemoved == ["P9"])
    #expect(merge.receipt.kept == [])
    #expect(drops.text("people.csv") == Self.head + "P1,RA,One,manager\n")
  }

  @Test func `whoever is removed takes their diary with them`() throws {
    var drops = try Pilot.dropped()
    let merge = try drops.take(
      "people.csv", "person_id,team_id,name,role,_remove\nRA-lead,,,,yes\nRA-boss,RA,Boss,clinical_lead,\n")
    #expect(
      merge.receipt.counts == [
        count("people.csv", added: 1, removed: 1), count("availability.csv", removed: 1),
      ])
    #expect(
      drops.text("availability.csv")
        == "person_id,date,start,end,status\nF1,2027-02-03,09:00,17:00,available\n")
    guard case .complete = merge.receipt.completeness else {
      Issue.record("\(String(describing: merge.receipt.completeness))")
      return
    }
  }

  @Test func `two rows of one key with different values in one file are an error that names both`() {
    #expect(
      Drops().refusal(of: "people.csv", Self.head + "P1,RA,One,manager\nP1,RA,One,surgeon\nP1,RA,One,other\n")
        == [
          "people.csv:3:1: error: person_id P1 stands in line 2 of people.csv too, with different values; keep one of the two rows",
          "people.csv:4:1: error: person_id P1 stands in line 2 of people.csv too, with different values; keep one of the two rows",
        ])
  }

  @Test func `two rows that say the same are a warning`() throws {
    var drops = Drops()
    let merge = try drops.take(
      "people.csv", Self.head + "P1,RA,One,manager\nP1,RA,One,manager\n", judging: false)
    #expect(merge.receipt.counts == [count("people.csv", added: 1)])
    #expect(
      merge.receipt.warnings.map(\.description) == [
        "people.csv:3:1: warning: the row repeats line 2 of people.csv; take one of the two away"
      ])
  }

  @Test func `a file cannot give and remove one thing`() {
    let header = "person_id,team_id,name,role,_remove\n"
    #expect(
      Drops().refusal(of: "people.csv", header + "P1,RA,One,manager,\nP1,,,,yes\n") == [
        "people.csv:3:1: error: 'P1' is given and removed, here and in line 2 of people.csv; keep one of the two rows"
      ])
    #expect(
      Drops().refusal(of: "people.csv", header + "P1,,,,yes\nP1,RA,One,manager,\n").count == 1)
  }

  @Test func `a word that is neither yes nor no removes nothing`() {
    #expect(
      Drops().refusal(of: "people.csv", "person_id,team_id,name,role,_remove\nP1,RA,One,manager,maybe\n") == [
        "people.csv:2:19: error: 'maybe' in _remove is neither yes nor no; write yes to remove what the row names, or leave the cell blank"
      ])
  }

  @Test func `a row that is to be removed must say which`() {
    #expect(
      Drops().refusal(
        of: "mdt.csv", "team_id,weekday,start,end,_remove\nRA,Tue,,,yes\nRA,Someday,09:00,nonsense,yes\n")
        == [
          "mdt.csv:2:8: error: start is blank; fill it in, or take the row away",
          "mdt.csv:3:4: error: 'Someday' is no weekday; write Monday, Tuesday, Wednesday, Thursday, Friday, Saturday or Sunday",
        ])
  }

  @Test func `everything wrong with a file is said at once, and nothing is taken`() {
    let found = Drops().refusal(
      of: "people.csv", "person_id,team_id,name,role,emial\nP 1,RA,One,manager,\nP2,RA,,nobody,\n")
    #expect(found.count == 4, "\(found)")
    #expect(found.filter { $0.contains(": error: ") }.count == 3)
  }

  /// A table, two rows of one key though written differently, and the key.
  private static let keys: [(name: String, header: String, old: String, new: String, key: String)] = [
    ("teams", "team_id,team_name,site_id", "RA,Old,S", "RA,New,S", "RA"),
    ("sites", "site_id,site_name,postcode", "S,Old,M23 9LT", "S,New,M23 9LT", "S"),
    ("people", "person_id,team_id,name,role", "P,RA,Old,manager", "P,RA,New,manager", "P"),
    ("rooms", "room_id,site_id,room_name,capacity", "R,S,Old,5", "R,S,New,5", "R"),
    ("facilitators", "facilitator_id,name,base,background", "F,Old,S,clinical", "F,New,S,clinical", "F"),
    (
      "mdt", "team_id,weekday,start,end", "RA,Tue,9:00,10:00", "RA,tuesday,09:00:00,11:00", "RA|Tuesday|09:00"
    ),
    (
      "mdt_exceptions", "team_id,date,status", "RA,2027-03-04,cancelled", "RA,04/03/2027,inquorate",
      "RA|2027-03-04"
    ),
    ("indicators", "team_id,indicator,period,value", "RA,seen,2023,0.5", "RA,seen,2023,0.6", "RA|seen|2023"),
    (
      "room_bookings", "room_id,date,start,end", "R,2027-03-04,9:00,10:00", "R,04/03/2027,09:00,12:00",
      "R|2027-03-04|09:00"
    ),
    ("travel", "from_site,to_site,minutes", "S,T,50", "S,T,60", "S|T"),
    ("pair_rules", "team_a,team_b,rule,reason", "RB,RA,forbid,old", "RA,RB,Forbid,new", "RA|RB|forbid"),
    (
      "closures", "date_from,date_to,scope,reason", "2027-03-04,,All,old", "04/03/2027,2027-03-05,,new",
      "2027-03-04|all"
    ),
    ("visits", "host,visitor,date,start,end", "RA,RC;RB,,,", "RA,RB;RC,2027-03-04,09:00,12:00", "RA--RB+RC"),
  ]

  @Test(arguments: keys.indices)
  func `a table's rows are told by their key, however it is written`(index: Int) throws {
    let (name, header, old, new, key) = Self.keys[index]
    var drops = Drops()
    try drops.take("\(name).csv", "\(header)\n\(old)\n", judging: false)
    let merge = try drops.take("\(name).csv", "\(header)\n\(new)\n", judging: false)
    #expect(merge.receipt.counts == [count("\(name).csv", changed: 1)])
    #expect(drops.state.rows.map(\.key) == [key])
    #expect(drops.database.rows == drops.state.rows)
  }

  @Test func `closures of one day and scope, and rules of one kind for two teams, are replaced together`()
    throws
  {
    var drops = Drops()
    let header = "date_from,date_to,scope,reason\n"
    try drops.take(
      "closures.csv", header + "2027-03-04,,all,b\n2027-03-04,2027-03-05,all,a\n2027-03-09,,RA,c\n",
      judging: false)
    #expect(drops.state.rows.map(\.key) == ["2027-03-04|all", "2027-03-04|all|2", "2027-03-09|RA"])
    let merge = try drops.take(
      "closures.csv", header + "2027-03-04,2027-03-06,all,d\n", judging: false)
    #expect(merge.receipt.counts == [count("closures.csv", changed: 1, removed: 1)])
    #expect(merge.receipt.kept == ["2027-03-09, RA"])
    #expect(
      drops.text("closures.csv") == header + "2027-03-04,2027-03-06,all,d\n2027-03-09,,RA,c\n")
    try drops.take("c.csv", "date_from,_remove\n2027-03-04,yes\n", judging: false)
    #expect(drops.text("closures.csv") == "date_from,scope,reason\n2027-03-09,RA,c\n")
  }

  @Test func `columns of teams that nobody knows are kept`() throws {
    var drops = Drops()
    try drops.take("teams.csv", "team_id,Region,team_name,site_id\nRA,North,A,S\nRB,,B,S\n", judging: false)
    try drops.take("more.csv", "team_id,team_name,site_id,band\nRC,C,S,1\n", judging: false)
    #expect(
      drops.text("teams.csv")
        == "team_id,team_name,site_id,band,region\nRA,A,S,,North\nRB,B,S,,\nRC,C,S,1,\n")
    let row = try #require(drops.state.rows.first)
    #expect(
      row.namedCells.map { "\($0.name)=\($0.text)" }
        == ["team_id=RA", "team_name=A", "site_id=S", "region=North"])
    #expect(
      try StoredRow(table: row.table, key: row.key, source: row.source, named: row.namedCells) == row)
  }

  private func count(
    _ table: String, added: Int = 0, changed: Int = 0, unchanged: Int = 0, removed: Int = 0
  ) -> TableCount {
    var count = TableCount(table: table)
    (count.added, count.changed, count.unchanged, count.removed) = (added, changed, unchanged, removed)
    return count
  }

  @Test(arguments: [
    ("leavers.csv", "person_id,_remove\nP2,yes\n", "people.csv"),
    ("gone.csv", "team_id,_remove\nRA,yes\n", "teams.csv"),
    ("gone.csv", "site_id,_remove\nSA,y\n", "sites.csv"),
    ("gone.csv", "room_id,_remove\nR1,yes\n", "rooms.csv"),
    ("gone.csv", "facilitator_id,_remove\nF1,yes\n", "facilitators.csv"),
    ("gone.csv", "team_id,weekday,start,_remove\nRA,Tue,09:00,yes\n", "mdt.csv"),
    ("gone.csv", "team_id,date,_remove\nRA,2027-03-02,yes\n", "mdt_exceptions.csv"),
    ("gone.csv", "from_site,to_site,_remove\nSA,SB,yes\n", "travel.csv"),
    ("gone.csv", "visit_id,_remove\nRA--RB,yes\n", "visits.csv"),
    ("gone.csv", "_remove,host,visitor\nyes,RA,RB\n", "visits.csv"),
  ])
  func `where every row is to be removed, the columns that name them are enough`(
    file: String, text: String, table: String
  ) throws {
    guard
      case .table(let read) = try LoneFile.read(
        InputFile(name: file, text: text), dates: .iso, keepApart: [], today: Day(number: 0))
    else {
      Issue.record("\(text) is no table")
      return
    }
    #expect(read.kind.file == table)
    #expect(read.rows.map(\.isRemoval) == [true])
  }

  /// Whoever names a person and a day wants a day taken away, and not the person.
  @Test(arguments: [
    ("leave.csv", "person_id,date,_remove\nP1,2027-02-01,yes\n"),
    ("availability.csv", "person_id,_remove\nP1,yes\n"),
    ("leavers.csv", "person_id,_remove\nP1,yes\nP2,\n"),
  ])
  func `nothing is taken away that is named by half`(file: String, text: String) {
    #expect(throws: IntakeRejection.self) {
      try LoneFile.read(InputFile(name: file, text: text), dates: .iso, keepApart: [], today: Day(number: 0))
    }
  }
}
