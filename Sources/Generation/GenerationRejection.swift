/// Why a programme or its diaries cannot be drawn.
public enum GenerationRejection: Error, Equatable, CustomStringConvertible {
  /// The number of teams is outside `ProgrammeGenerator.teamCounts`.
  case teams(Int)
  /// The number of teams is outside `BenchProfile.sizes`.
  case benchSize(Int)
  /// The number of facilitators is outside `DiaryGenerator.facilitatorCounts`.
  case facilitators(Int)
  /// The last day for visits lies before the first, more than two years after it, or not after today.
  case dates(ProgrammeDates)
  /// A table lacks a column.
  case column(file: String, name: String)
  /// A cell of a table cannot be used.
  case cell(file: String, line: Int, column: String, value: String)
  /// A team works at a site that sites.csv does not list.
  case site(team: String, site: String)

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .teams(let count):
      "\(count) teams cannot be drawn; ask for "
        + "\(ProgrammeGenerator.teamCounts.lowerBound) to \(ProgrammeGenerator.teamCounts.upperBound)"
    case .benchSize(let count):
      "there is no benchmark of \(count) teams; ask for "
        + "\(BenchProfile.sizes.lowerBound) to \(BenchProfile.sizes.upperBound)"
    case .facilitators(let count):
      "\(count) facilitators cannot be drawn; ask for "
        + "\(DiaryGenerator.facilitatorCounts.lowerBound) to \(DiaryGenerator.facilitatorCounts.upperBound)"
    case .dates(let dates):
      "no visit fits between \(dates.visitsFrom) and \(dates.visitsTo) after \(dates.today); give a last day "
        + "after today, not before the first and at most two years after it"
    case .column(let file, let name): "\(file): no column '\(name)'; add it"
    case .cell(let file, let line, let column, let value):
      "\(file):\(line): '\(value)' is no \(column); correct the cell"
    case .site(let team, let site): "teams.csv: team \(team) works at \(site), which sites.csv lacks; add it"
    }
  }
}
