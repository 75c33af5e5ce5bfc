public import Domain

/// A programme whose teams are to be paired, with what pairing needs to know of travel and dates.
public struct PairingProblem: Sendable {
  /// The programme as given.
  let programme: Programme
  /// Its teams by byte order of their ids; all positions below are in this order.
  let teams: [Team]
  /// The row of each team in the matrices.
  private let rows: [Int]
  private let drives: [Int]
  private let drivesEstimated: [Bool]
  private let commonDates: [Int]
  private let trioDates: TrioDates?

  /// A problem from flat matrices of teams × teams entries, row by row, in the order of `programme.teams`.
  ///
  /// `drives` are minutes one way from the row's team to the column's; `drivesEstimated` says which of them are
  /// estimates; `commonDates` are the feasible dates of the visit that the row's team hosts and the column's makes.
  /// The diagonals are not read. Without `trioDates` two teams can visit a third together as often as the one of them
  /// that can visit it less often.
  public init(
    programme: Programme, drives: [Int], drivesEstimated: [Bool], commonDates: [Int],
    trioDates: TrioDates? = nil
  ) throws(PairingRefusal) {
    let count = programme.teams.count
    for (name, size) in [
      ("drives", drives.count), ("drivesEstimated", drivesEstimated.count),
      ("commonDates", commonDates.count),
    ] where size != count * count {
      throw .matrixSize(name: name, expected: count * count, actual: size)
    }
    let rows = programme.teams.indices.sorted { programme.teams[$0].id < programme.teams[$1].id }
    let teams = rows.map { programme.teams[$0] }
    for (team, next) in zip(teams, teams.dropFirst()) where team.id == next.id {
      throw .duplicateTeam(team.id)
    }
    for a in 0..<count {
      for b in 0..<count where a != b {
        let pair = { PairID([programme.teams[a].id, programme.teams[b].id]) }
        if drives[a * count + b] < 0 { throw .negativeEntry(name: "drives", pair()) }
        if commonDates[a * count + b] < 0 { throw .negativeEntry(name: "commonDates", pair()) }
      }
    }
    self.programme = programme
    self.teams = teams
    self.rows = rows
    self.drives = drives
    self.drivesEstimated = drivesEstimated
    self.commonDates = commonDates
    self.trioDates = trioDates
  }

  var settings: PairingSettings { programme.settings.pairing }

  private func entry(_ row: Int, _ column: Int) -> Int { rows[row] * rows.count + rows[column] }

  /// The longer direction of the drive between two teams, and whether it is an estimate.
  func drive(_ a: Int, _ b: Int) -> (minutes: Minutes, isEstimated: Bool) {
    let there = entry(a, b)
    let back = entry(b, a)
    let longer = drives[back] > drives[there] ? back : there
    return (Minutes(drives[longer]), drivesEstimated[longer])
  }

  /// Two teams, the first with the smaller id, and the figures that rules and the score ask about.
  func figures(_ a: Int, _ b: Int, _ gains: Gains) -> PairFigures {
    let gain = gains.between(a, b)
    return PairFigures(
      a: a, b: b, gainOfA: gain.ofA, gainOfB: gain.ofB, levelGap: gain.levelGap,
      commonIndicators: gain.common,
      travel: drive(a, b).minutes, datesAtA: commonDates[entry(a, b)], datesAtB: commonDates[entry(b, a)])
  }

  /// On how many days each team of a trio can receive the other two, in the order given; at most so many, and
  /// quickly, unless `exactly`.
  func dates(ofTrio trio: [Int], exactly: Bool) -> [Int] {
    trio.map { host in
      let visitors = trio.filter { $0 != host }
      guard let trioDates else { return visitors.map { commonDates[entry(host, $0)] }.min() ?? 0 }
      let (row, columns) = (rows[host], visitors.map { rows[$0] })
      return exactly ? trioDates.exactly(row, columns) : trioDates.atMost(row, columns)
    }
  }

  /// A score, refused where weights make it so large that sums could leave the range of exact arithmetic.
  func score(_ figures: PairFigures) throws(PairingRefusal) -> Score {
    guard let score = figures.score(settings), abs(score.units) <= Self.largestScore else {
      throw .scoreOutOfRange(PairID([teams[figures.a].id, teams[figures.b].id]))
    }
    return score
  }

  /// 10,000 SD in units of 10⁻⁴ SD.
  private static let largestScore = 100_000_000
}
