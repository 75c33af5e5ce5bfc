/// How large a programme may be, because exact answers take too long, or sets no longer fit into a machine word,
/// beyond.
public enum Limits {
  /// Sessions of an agenda, the meeting included. Days are packed over sets of sessions, 3ⁿ of them.
  public static let sessions = 9
  /// People of one team. Those of two teams that meet are a set of 64 bits.
  public static let people = 32
  /// Ways to fill a team's required roles: a visit looks at all of them.
  public static let ways = 4096
  /// Days from `visits_from` to `visits_to`: two years.
  public static let windowDays = 731
  /// A learning event may be so many days before or after the window of visits.
  public static let eventDays = 366
}
