public import Domain

/// Reads a visits.csv or pairs.csv given beside a programme.
public enum ScheduleReader {
  /// The visits of a visits.csv, sorted by id, and warnings.
  ///
  /// Needs host and visitor (or visit_id), date, start and end; every other column may be missing. Throws
  /// every error, unknown teams, rooms and facilitators among them.
  public static func visits(
    in file: InputFile, of programme: Programme, dates: DateStyle = .iso
  ) throws(IntakeRejection) -> (visits: [ScheduledVisit], warnings: [Diagnostic]) {
    throw IntakeRejection(diagnostics: [])
  }

  /// The teams of each pair (three in a trio) of a pairs.csv, each and all sorted, and warnings.
  ///
  /// Needs team_a and team_b; every column but those and team_c is passed over. Throws every error: unknown
  /// teams, a team in two pairs.
  public static func pairs(
    in file: InputFile, of programme: Programme
  ) throws(IntakeRejection) -> (pairs: [[TeamID]], warnings: [Diagnostic]) {
    throw IntakeRejection(diagnostics: [])
  }
}
