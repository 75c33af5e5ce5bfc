public import Domain
import Tabular

/// Reads a visits.csv or pairs.csv given beside a programme.
public enum ScheduleReader {
  /// The visits of a visits.csv, sorted by id, and warnings.
  ///
  /// Needs host and visitor (or visit_id), date, start and end; every other column may be missing. Throws
  /// every error, unknown teams, rooms and facilitators among them.
  public static func visits(
    in file: InputFile, of programme: Programme, dates: DateStyle = .iso
  ) throws(IntakeRejection) -> (visits: [ScheduledVisit], warnings: [Diagnostic]) {
    let findings = Findings()
    let contents = contents(VisitsTable.self, of: file, dates, findings)
    let links = ScheduleLinks(
      teams: teams(of: programme),
      rooms: KnownIDs(programme.rooms.map(\.id), isPartial: false, noun: "room", table: .rooms),
      facilitators: KnownIDs(
        programme.facilitators.map(\.id), isPartial: false, noun: "facilitator", table: .facilitators),
      findings: findings)
    let visits = links.linked(contents)
    guard !findings.hasErrors else { throw IntakeRejection(diagnostics: findings.sorted()) }
    return (visits, findings.sorted())
  }

  /// The teams of each pair (three in a trio) of a pairs.csv, each and all sorted, and warnings.
  ///
  /// Needs team_a and team_b; every column but those and team_c is passed over. Throws every error: unknown
  /// teams, a team in two pairs.
  public static func pairs(
    in file: InputFile, of programme: Programme
  ) throws(IntakeRejection) -> (pairs: [[TeamID]], warnings: [Diagnostic]) {
    let findings = Findings()
    let contents = contents(PairsTable.self, of: file, .iso, findings)
    let known = teams(of: programme)
    var paired: [TeamID: Entry<PairsTable>] = [:]
    for entry in contents.entries {
      for team in entry.value.teams {
        let place = entry.place(column(of: team, in: entry))
        known.check(team, at: place, findings)
        if let first = paired[team] {
          findings.error(at: place, "the team '\(team)' is in \(first.row.where) too", "keep it in one pair")
        } else {
          paired[team] = entry
        }
      }
    }
    guard !findings.hasErrors else { throw IntakeRejection(diagnostics: findings.sorted()) }
    return (contents.sorted.map(\.teams), findings.sorted())
  }

  private static func contents<Schema: TableSchema>(
    _ schema: Schema.Type, of file: InputFile, _ dates: DateStyle, _ findings: Findings
  ) -> TableContents<Schema> {
    var files = TableFiles()
    files.add(file, as: schema, findings: findings)
    return TableContents(schema, in: files.files, dates: dates, isPartial: false, findings: findings)
  }

  private static func teams(of programme: Programme) -> KnownIDs<Team> {
    KnownIDs(programme.teams.map(\.id), isPartial: false, noun: "team", table: .teams)
  }

  private static func column(of team: TeamID, in entry: Entry<PairsTable>) -> PairsTable.Column {
    [PairsTable.Column.teamA, .teamB, .teamC].first { entry.row[$0]?.trimmedText == team.text } ?? .teamA
  }
}
