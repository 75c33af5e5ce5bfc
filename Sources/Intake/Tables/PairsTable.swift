import Domain

/// pairs.csv: who is paired with whom, as a plan writes it or as somebody wishes it.
enum PairsTable: TableSchema {
  enum Column: String, TableColumn {
    case pair = "pair_id"
    case teamA = "team_a"
    case teamB = "team_b"
    case teamC = "team_c"
    case score
    case gainA = "gain_a"
    case gainB = "gain_b"
    case gainC = "gain_c"
    case levelGap = "level_gap"
    case travelMinutes = "travel_minutes"
    case commonDates = "common_dates"
    case reliability
  }

  /// Two teams, or three in a trio, as written.
  struct Record: Equatable {
    var teams: [TeamID]
  }

  static let kind = TableKind.pairs
  static let required: [Column] = [.teamA, .teamB]
  static let keyColumns: [Column] = [.teamA, .teamB, .teamC]

  static func key(of record: Record) -> PairID { PairID(record.teams) }

  static func precedes(_ a: Record, _ b: Record) -> Bool { PairID(a.teams) < PairID(b.teams) }

  static func record(from row: RowReader<Column>) -> Record? {
    let a: TeamID? = row.id(.teamA, "team")
    let b: TeamID? = row.id(.teamB, "team")
    let c: TeamID? = row.optionalID(.teamC, "team")
    guard let a, let b else { return nil }
    let teams = [a, b] + (c.map { [$0] } ?? [])
    guard Set(teams).count == teams.count else {
      row.error(
        b == a ? .teamB : .teamC, "the pair names one team twice", "name two teams, or three in a trio")
      return nil
    }
    return Record(teams: teams.sorted())
  }
}
