import Domain
import Intake
import Merging
import Testing

/// Files dropped into a programme one after the other.
struct Drops {
  /// The day on which every test takes place.
  static let today = Day(iso: "2026-12-01") ?? Day(number: 0)

  private(set) var state = MergeState()
  /// What a database holds that took every step so far.
  private(set) var database = Database()

  /// Drops a file that is taken as data.
  @discardableResult
  mutating func take(_ name: String, _ text: String, judging: Bool = true) throws -> Merge {
    try take(InputFile(name: name, text: text), judging: judging)
  }

  /// Drops a file that is taken as data.
  @discardableResult
  mutating func take(_ file: InputFile, judging: Bool = true) throws -> Merge {
    let taken = try Merging.take(file, into: state, today: Drops.today, judging: judging)
    guard case .data(let merge) = taken else { throw NoData() }
    state = merge.state
    try database.apply(merge.changes)
    return merge
  }

  /// Everything that is said of a file that is refused; empty where it is taken.
  func refusal(of name: String, _ text: String) -> [String] {
    refusal(of: InputFile(name: name, text: text))
  }

  /// Everything that is said of a file that is refused; empty where it is taken.
  func refusal(of file: InputFile) -> [String] {
    do {
      _ = try Merging.take(file, into: state, today: Drops.today)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  /// The text of one of the merged files; empty where it is not there.
  func text(_ name: String) -> String {
    state.files().first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  struct NoData: Error {}
}

/// A database of rows that does what it is told and complains where that cannot be.
struct Database {
  private(set) var rows: [StoredRow] = []

  mutating func apply(_ changes: [RowChange]) throws {
    var touched: Set<[String]> = []
    for change in changes {
      // No file changes a row twice.
      let row = Self.row(change)
      try #require(touched.insert([row.table, row.key, row.source]).inserted, "\(row) changes twice")
      switch change {
      case .insert(let row):
        try #require(!rows.contains { Self.isSame($0, row) }, "\(row) is there already")
        rows.append(row)
      case .replace(let row):
        let index = try #require(rows.firstIndex { Self.isSame($0, row) }, "\(row) is not there")
        try #require(rows[index] != row, "\(row) does not change")
        rows[index] = row
      case .remove(let row):
        let index = try #require(rows.firstIndex(of: row), "\(row) is not there")
        rows.remove(at: index)
      }
    }
  }

  private static func row(_ change: RowChange) -> StoredRow {
    switch change {
    case .insert(let row), .replace(let row), .remove(let row): row
    }
  }

  private static func isSame(_ a: StoredRow, _ b: StoredRow) -> Bool {
    a.table == b.table && a.key == b.key && a.source == b.source
  }
}

/// A small programme, complete and without a warning.
enum Pilot {
  static let settings = """
    id: pilot
    name: Pilot programme
    time_zone: Europe/London
    visits_from: 2027-01-11
    visits_to: 2027-07-09
    today: 2026-12-01
    pairing:
      indicators: [{id: seen, label: Seen by a nurse specialist, direction: higher, weight: 1}]

    """

  static let files: [(name: String, text: String)] = [
    ("programme.yaml", settings),
    (
      "teams.csv",
      """
      team_id,team_name,site_id,network,approved,arm
      RA,Ashford team,SA,North,yes,visit
      RB,Burley team,SB,South,yes,visit

      """
    ),
    (
      "sites.csv",
      """
      site_id,site_name,postcode,latitude,longitude
      SA,Ashford Hospital,M23 9LT,,
      SB,Burley Hospital,,53.8,-1.55

      """
    ),
    (
      "people.csv",
      """
      person_id,team_id,name,role
      RA-lead,RA,Clinical lead RA,clinical_lead
      RA-nurse,RA,Nurse specialist RA,nurse_specialist
      RA-coord,RA,Coordinator RA,mdt_coordinator
      RB-lead,RB,Clinical lead RB,clinical_lead
      RB-nurse,RB,Nurse specialist RB,nurse_specialist
      RB-coord,RB,Coordinator RB,mdt_coordinator

      """
    ),
    (
      "indicators.csv",
      "team_id,indicator,period,numerator,denominator\nRA,seen,2023,180,200\nRB,seen,2023,150,200\n"
    ),
    ("mdt.csv", "team_id,weekday,start,end\nRA,Tuesday,09:00,11:00\nRB,Thursday,13:00,15:00\n"),
    (
      "rooms.csv",
      "room_id,site_id,room_name,capacity\nSA-1,SA,Seminar room A,20\nSB-1,SB,Seminar room B,16\n"
    ),
    ("facilitators.csv", "facilitator_id,name,base,background\nF1,Facilitator 1,SA,clinical\n"),
    (
      "availability.csv",
      """
      person_id,date,start,end,status
      RA-lead,2027-02-02,,,unavailable
      F1,2027-02-03,09:00,17:00,available

      """
    ),
  ]

  /// The whole programme, dropped in the order above.
  static func dropped() throws -> Drops {
    var drops = Drops()
    for (name, text) in files { try drops.take(name, text, judging: false) }
    return drops
  }
}

/// Numbers from a seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
