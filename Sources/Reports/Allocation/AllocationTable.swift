import Allocation
import Domain

/// allocation.csv: the arm of every team that was allocated.
struct AllocationTable {
  /// The file.
  let file: ReportFile

  private static let header = ["pair_id", "team_id", "team_name", "stratum", "arm", "draw_order"]

  /// A row for each team, sorted by pair and team.
  init(programme: Programme, answer: AllocationAnswer) {
    let rows = answer.allocated.flatMap { allocated -> [[String?]] in
      allocated.unit.teams.map { team in
        [
          allocated.unit.id.text, team.text, programme.team(team)?.name, allocated.unit.stratum.name,
          allocated.arm.rawValue, String(allocated.drawOrder),
        ]
      }
    }
    file = ReportFile(table: "allocation.csv", header: Self.header, rows: rows)
  }
}
