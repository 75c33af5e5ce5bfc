import Algebra
import Domain

extension PairingReference {
  /// The data of models/pairing.mod, as MathProg text.
  public var data: String {
    var data = MathProgData()
    data.comment("pairing of \(problem.programme.settings.id.text): data of models/pairing.mod")
    addTeams(to: &data)
    addCandidates(to: &data)
    addTrios(to: &data)
    addSettings(to: &data)
    return data.text
  }

  private func id(_ team: Int) -> MathProgSymbol { .text(problem.teams[team].id.text) }

  private func pair(_ figures: PairFigures) -> [MathProgSymbol] { [id(figures.a), id(figures.b)] }

  private func addTeams(to data: inout MathProgData) {
    data.table(
      "TEAMS", ["approved", "visiting"],
      problem.teams.indices.map {
        [
          id($0), .whole(problem.teams[$0].isApproved ? 1 : 0),
          .whole(problem.teams[$0].arm == .visit ? 1 : 0),
        ]
      })
    let columns = problem.settings.keepApart
    for (number, column) in columns.enumerated() { data.comment("column \(number + 1) is \(column)") }
    data.set("KEEP_APART", columns.indices.map { [.whole($0 + 1)] })
    var cells: [[MathProgSymbol]] = []
    for (number, column) in columns.enumerated() {
      var known: [String: Int] = [:]
      for team in problem.teams.indices {
        guard let cell = problem.teams[team].value(of: column) else { continue }
        let place = known[cell] ?? known.count + 1
        known[cell] = place
        cells.append([id(team), .whole(number + 1), .whole(place)])
      }
    }
    data.table(nil, ["cell"], cells)
  }

  private func addCandidates(to data: inout MathProgData) {
    data.table(
      "CANDIDATES", ["gain_a", "gain_b", "level_gap", "drive", "shared", "dates_a", "dates_b"],
      candidates.map { candidate in
        let figures = candidate.figures
        return pair(figures) + [
          .whole(figures.gainOfA.units), .whole(figures.gainOfB.units), .whole(figures.levelGap.units),
          .whole(figures.travel.count),
          .whole(figures.commonIndicators), .whole(figures.datesAtA), .whole(figures.datesAtB),
        ]
      })
    data.set("FORCED", candidates.filter(\.isForced).map { pair($0.figures) })
    let forbidden = ForbiddenPair(problem.programme.pairRules, teams: problem.teams)
    data.set(
      "FORBIDDEN",
      candidates.filter { forbidden?.admits($0.figures) == false }.map { pair($0.figures) })
  }

  private func addTrios(to data: inout MathProgData) {
    func members(_ trio: TrioCandidate) -> [MathProgSymbol] { trio.figures.teams.map(id) }
    data.set("FORCED_TRIO", trios.filter(\.isForced).map(members))
    let minimum = problem.settings.minCommonDates
    data.table(
      nil, ["trio_dates"],
      trios.filter { !$0.isForced && $0.dates < minimum }.map { members($0) + [.whole($0.dates)] })
  }

  private func addSettings(to data: inout MathProgData) {
    let settings = problem.settings
    data.parameter("level_weight", .real(settings.levelWeight))
    data.parameter("travel_weight_per_hour", .real(settings.travelWeightPerHour))
    if let limit = settings.maxTravel { data.parameter("max_travel_minutes", .whole(limit.count)) }
    if let budget { data.parameter("travel_budget", .whole(budget.allowed)) }
    if let limit = settings.maxLevelGap {
      data.parameter("max_level_gap", .whole(Score(deviations: limit).units))
    }
    if let minimum = settings.minGain {
      data.parameter("min_gain", .whole(Score(deviations: minimum).units))
    }
    switch settings.oddTeam {
    case .trio: data.parameter("odd_team_trio", .whole(1))
    case .leaveOut: data.parameter("odd_team_trio", .whole(0))
    }
    data.parameter("min_common_indicators", .whole(settings.commonIndicatorsNeeded))
    data.parameter("min_common_dates", .whole(settings.minCommonDates))
    data.parameter("unpaired_price", .whole(unpairedPrice))
    if let leastScore { data.parameter("least_score", .whole(leastScore.units)) }
  }
}
