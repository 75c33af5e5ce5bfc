import Domain
import Testing

@testable import Pairing

/// A small programme written down as a table, with matrices that allow every pair.
struct TestProgramme {
  var teams: [Team] = []
  var results: [IndicatorResult] = []
  var rules: [PairRule] = []
  var schedule: [ScheduledVisit] = []
  var pairing = PairingSettings()
  /// Minutes between two teams, by position; 60 unless set.
  var drives: [[Int]] = []
  var dates: [[Int]] = []

  /// Teams of the given ids, results of the given indicators; no rule but those that the test sets.
  ///
  /// Figures have no number of cases, so that standings are those of the raw proportions.
  init(_ figures: [(String, [Double?])], lower: Set<Int> = []) throws {
    let count = figures.map(\.1.count).max() ?? 0
    var indicators: [Indicator] = []
    for k in 0..<count {
      let id = try #require(IndicatorID("k\(k)"))
      indicators.append(Indicator(id: id, label: "k\(k)", direction: lower.contains(k) ? .lower : .higher))
    }
    let site = try #require(SiteID("S"))
    for (name, values) in figures {
      let id = try #require(TeamID(name))
      teams.append(Team(id: id, name: name, site: site))
      for (k, value) in values.enumerated() {
        guard let value else { continue }
        results.append(IndicatorResult(team: id, indicator: indicators[k].id, value: value))
      }
    }
    pairing = PairingSettings(
      indicators: indicators, maxTravel: nil, keepApart: [], levelWeight: 0.5, travelWeightPerHour: 0,
      maxLevelGap: nil, minGain: nil, minCommonDates: 0, oddTeam: .leaveOut)
    drives = Array(repeating: Array(repeating: 60, count: figures.count), count: figures.count)
    dates = Array(repeating: Array(repeating: 5, count: figures.count), count: figures.count)
  }

  mutating func rule(_ kind: PairRuleKind, _ a: String, _ b: String) throws {
    rules.append(PairRule(teamA: try #require(TeamID(a)), teamB: try #require(TeamID(b)), kind: kind))
  }

  /// A visit on the tenth day of the window, two weeks and more after today.
  mutating func visit(
    _ host: String, _ visitor: String, _ status: VisitStatus, pin: Pin? = nil, release: Int? = nil
  ) throws {
    let teams = (try #require(TeamID(host)), try #require(TeamID(visitor)))
    let start = Moment(Day(number: 20_010), .constant(9, 0))
    schedule.append(
      ScheduledVisit(
        id: VisitID(host: teams.0, visitors: [teams.1]), host: teams.0, visitors: [teams.1],
        interval: Interval(start: start, end: start + Minutes(400)), status: status, pin: pin,
        release: release))
    schedule.sort { $0.id < $1.id }
  }

  mutating func column(_ name: String, _ cells: [String?]) {
    for (position, cell) in cells.enumerated() { teams[position].columns[name] = cell }
  }

  /// The programme as Pairing takes it, its teams in the order of `order`.
  func problem(order: [Int]? = nil) throws -> PairingProblem {
    let order = order ?? Array(teams.indices)
    let settings = Settings(
      id: try #require(ProgrammeID("p")), name: "p", timeZone: "Europe/London",
      visitsFrom: Day(number: 20_000),
      visitsTo: Day(number: 20_100), today: Day(number: 19_990), pairing: pairing)
    let programme = Programme(
      settings: settings, teams: order.map { teams[$0] }, sites: [], people: [], meetings: [],
      results: results, pairRules: rules, schedule: schedule)
    return try PairingProblem(
      programme: programme, drives: order.flatMap { a in order.map { drives[a][$0] } },
      drivesEstimated: order.flatMap { a in order.map { a > $0 } },
      commonDates: order.flatMap { a in order.map { dates[a][$0] } })
  }

  func answer() throws -> PairingAnswer { try problem().solve() }

  /// Four teams on two indicators: A and B, and C and D, are each other's opposites.
  static func four() throws -> TestProgramme {
    try TestProgramme([("A", [0.2, 0.8]), ("B", [0.8, 0.2]), ("C", [0.4, 0.6]), ("D", [0.6, 0.4])])
  }
}
