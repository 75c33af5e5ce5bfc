import Intake
import Merging
import Testing

/// How files are written, and files that mean no good.
@Suite struct FormTests {
  private static let rooms = "room_id,site_id,room_name,capacity\nR1,S,\"Room, large\",5\nR2,S,Ruheraum ä,7\n"

  @Test func `byte order marks and line ends make no difference`() throws {
    var drops = Drops()
    try drops.take("rooms.csv", Self.rooms, judging: false)
    for text in [
      "\u{FEFF}" + Self.rooms, Self.rooms.replacing("\n", with: "\r\n"),
      "\u{FEFF}" + Self.rooms.replacing("\n", with: "\r\n"), Self.rooms.replacing("R1", with: " R1 "),
      Self.rooms.replacing("room_id", with: "ROOM_ID"), Self.rooms.replacing("\n", with: "\n\n"),
    ] {
      #expect(try drops.take("rooms.csv", text, judging: false).changes == [])
    }
    #expect(drops.text("rooms.csv") == Self.rooms)
  }

  @Test func `another delimiter or encoding makes no difference, and the receipt says which it was`() throws {
    var drops = Drops()
    try drops.take("rooms.csv", Self.rooms, judging: false)
    let semicolons = Self.rooms.replacing(",", with: ";").replacing("Room;", with: "Room,")
    let western = semicolons.unicodeScalars.map { UInt8($0.value) }
    let utf16 = Self.rooms.replacing(",", with: "\t").replacing("Room\t", with: "Room,").utf16
      .flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for (bytes, form) in [
      (Array(semicolons.utf8), "UTF-8 with semicolons"),
      (Array("sep=;\r\n\(semicolons)".utf8), "UTF-8 with semicolons"),
      (western, "Windows-1252 with semicolons"), ([0xFE, 0xFF] + utf16, "UTF-16 with tabs"),
    ] {
      let merge = try drops.take(InputFile(name: "rooms.csv", bytes: bytes), judging: false)
      #expect(merge.changes == [])
      #expect(merge.receipt.notes == ["It was read as \(form)."])
      #expect(merge.receipt.warnings == [])
    }
    #expect(drops.text("rooms.csv") == Self.rooms)
  }

  @Test func `a decimal comma is kept as a point`() throws {
    var drops = Drops()
    try drops.take(
      "indicators.csv", "team_id;indicator;numerator;denominator;value\nR0A;seen;;;0,835\n", judging: false)
    #expect(drops.text("indicators.csv") == "team_id,indicator,value\nR0A,seen,0.835\n")
  }

  @Test(arguments: [
    ("plan.csv", "pair_id,team_a,team_b\nA+B,A,B\n", "a table like pairs.csv is written by counterpart"),
    ("notes.txt", "hello", "nobody can tell by its name what the file is"),
    ("README", "hello", "nobody can tell by its name what the file is"),
    ("other.yaml", "id: x", "only programme.yaml is taken of the kind .yaml"),
    ("book.xlsx", "PK", "the file is no workbook, or only a part of one"),
    ("book.xls", "x", "workbooks of the kind .xls are not read"),
    ("lead.ics", "x", "nobody knows yet of which days"),
    ("what.csv", "a,b\n1,2\n", "no table is known with the columns of this header"),
    ("people.csv", "", "the file is empty"),
    ("people.csv", "person_id,name,role\n", "people.csv lacks the column 'team_id'"),
  ])
  func `a file that is none of a programme's is refused by name`(name: String, text: String, what: String) {
    let found = Drops().refusal(of: name, text)
    #expect(found.contains { $0.contains("error: \(what)") }, "\(found)")
  }

  @Test func `a table that a plan writes is told by its header, and refused`() {
    #expect(
      Drops().refusal(of: "x.csv", "visit_id,session_id,title\nA--B,s,T\n") == [
        "x.csv:1:1: error: a table like agenda.csv is written by counterpart and no part of a programme; send the tables of docs/formats.md; of those that a plan writes, visits.csv alone is taken back"
      ])
  }

  /// What nobody sends by mistake, of one megabyte or ten.
  private static let hostile: [(name: String, make: @Sendable () -> [UInt8])] = [
    ("noise.csv", { (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) } }),
    ("people.csv", { Array(repeating: UInt8(ascii: "x"), count: 10_000_000) }),
    (
      "people.csv",
      {
        Array("person_id,team_id,name,role\n".utf8) + Array(repeating: UInt8(ascii: "\""), count: 1_000_001)
      }
    ),
    (
      "people.csv",
      {
        Array("person_id,team_id,name,role\n".utf8) + Array(repeating: UInt8(ascii: ","), count: 1_000_000)
          + [0x21]
      }
    ),
    (
      "people.csv",
      {
        Array("person_id,team_id,name,role\n".utf8)
          + Array(Array(repeating: Array("!,?\n".utf8), count: 100_000).joined())
      }
    ),
    ("programme.yaml", { Array(repeating: UInt8(ascii: "["), count: 10_000_000) }),
    ("programme.yaml", { Array("a: ".utf8) + Array(repeating: UInt8(ascii: "["), count: 1_000_000) }),
    ("big.job", { Array(repeating: UInt8(ascii: "-"), count: 10_000_000) }),
    ("deep.job", { Array("job: ".utf8) + Array(repeating: UInt8(ascii: "{"), count: 1_000_000) }),
    ("aliases.job", { Array("job: &a [x]\nvisits: [\(String(repeating: "*a, ", count: 1000))]\n".utf8) }),
  ]

  @Test(arguments: hostile.indices)
  func `a hostile file of megabytes is refused within limits`(index: Int) {
    let (name, make) = Self.hostile[index]
    let found: [Diagnostic]
    do {
      _ = try Merging.take(
        InputFile(name: name, bytes: make()), into: MergeState(), today: Drops.today)
      found = []
    } catch {
      found = error.diagnostics
      let lines = error.text(for: name).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 61 && lines.allSatisfy { $0.count <= 100 })
    }
    #expect((1...1002).contains(found.count))
    #expect(found.allSatisfy { $0.description.utf8.count < 600 })
  }

  @Test func `stored rows of a table that nobody knows are refused`() {
    #expect(throws: UnknownTable(name: "later.csv")) {
      try MergeState(rows: [StoredRow(table: "later.csv", key: "x", source: "y", cells: [])])
    }
  }

  /// Cells are kept by position: a column may only be added at the end.
  @Test(arguments: [
    ("teams", "team_id team_name site_id organisation network approved arm coordinator_email"),
    ("sites", "site_id site_name postcode latitude longitude"),
    ("people", "person_id team_id name role email attendance deputy_for notice_days max_days"),
    ("indicators", "team_id indicator period numerator denominator value cases"),
    ("mdt", "team_id weekday start end frequency first_date room_id"),
    ("mdt_exceptions", "team_id date status new_date start end"),
    ("availability", "person_id date start end status note"),
    ("rooms", "room_id site_id room_name capacity equipment"),
    ("room_bookings", "room_id date start end status reference calendar"),
    (
      "facilitators",
      "facilitator_id name base background organisation network max_visits_per_week max_visits notice_days"
    ),
    ("travel", "from_site to_site minutes mode both_ways"),
    ("pair_rules", "team_a team_b rule reason"),
    ("closures", "date_from date_to scope reason"),
    (
      "visits",
      "visit_id pair_id leg host visitor date start end room_id facilitator_id status pinned pinned_by pinned_reason reserve_date release sequence"
    ),
  ])
  func `a table's columns stay in the order in which databases have their cells`(
    table: String, columns: String
  ) throws {
    let kind = try #require(TableKind(rawValue: table))
    #expect(
      Array(LoneTable.columns(of: kind).prefix(columns.split(separator: " ").count))
        == columns.split(separator: " ").map(String.init))
    // A row of before there was a further column reads as if it were blank.
    #expect(LoneTable.columns(of: kind).count == columns.split(separator: " ").count)
  }
}
