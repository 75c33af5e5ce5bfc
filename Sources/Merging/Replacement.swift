import Intake

/// What a newer file replaces in a table.
enum Replacement {
  /// The row with the same key.
  case row
  /// All rows with the same key: closures of one day and scope, rules of one kind for two teams.
  case rows
  /// All rows that came from a file of the same name: diaries.
  case source

  /// What a newer file of `kind` replaces; kinds that no programme is made of have no rows to replace.
  init(_ kind: TableKind) {
    self =
      switch kind {
      case .availability: .source
      case .closures, .pairRules: .rows
      case .teams, .sites, .people, .indicators, .mdt, .mdtExceptions, .rooms, .roomBookings, .facilitators,
        .travel, .visits, .whatIf, .replies, .pairs, .attendance, .agenda, .unscheduled, .chase, .actions,
        .allocation, .slips, .feedLinks:
        .row
      }
  }
}

extension TableKind {
  /// The tables that a programme is made of.
  static var merged: [TableKind] { allCases.filter(\.isInput) }
}
