public import Domain

/// What a programme lacks so far: something that another file can still bring.
///
/// An error that carries one is no fault of the file in which it stands, so whoever gets a programme's files one at a
/// time waits instead of refusing.
public enum Awaited: Sendable, Hashable {
  /// programme.yaml.
  case settings
  /// A table without which there is no programme, or its first row.
  case table(TableKind)
  /// A row that is named by this id and not there, in one of these tables.
  case row(id: String, of: [TableKind])
  /// The teams of a visit that is named so.
  case visit(String)
  /// A row of this table about a team that cannot do without.
  case rows(ofTeam: TeamID, in: TableKind)
  /// Somebody in each of these roles, in people.csv, of a team that cannot do without.
  case roles([Role], ofTeam: TeamID)
}
