import Domain
import Intake

/// Says what a programme waits for, each thing once.
enum AwaitedList {
  /// A sentence for each thing that the errors wait for, without its full stop: programme.yaml and missing tables
  /// first, then by name.
  static func sentences(_ errors: [Diagnostic]) -> [String] {
    var namers: [Awaited: Set<String>] = [:]
    for error in errors { if let awaited = error.awaits { namers[awaited, default: []].insert(error.file) } }
    return namers.map { awaited, files in
      (
        rank: rank(awaited),
        text: sentence(awaited, files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      )
    }.sorted { a, b in
      a.rank != b.rank ? a.rank < b.rank : a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }.map(\.text)
  }

  private static func sentence(_ awaited: Awaited, _ files: [String]) -> String {
    switch awaited {
    case .settings: "programme.yaml has not come yet"
    case .table(let kind): "\(kind.file) has not come yet, or has no row"
    case .row(let id, let tables):
      """
      \(naming(files)) \(list(tables.map(noun), "or")) \(id.onOneLine), which no \
      \(list(tables.map(\.file), "or")) has given yet
      """
    case .visit(let visit):
      "\(naming(files)) visit \(visit.onOneLine), whose teams no teams.csv has given yet"
    case .rows(let team, let table):
      "team \(team) needs its \(noun(table)), which no \(table.file) has given yet"
    case .roles(let roles, let team):
      "team \(team) needs its \(list(roles.map(\.rawValue), "and")), whom no people.csv has given yet"
    }
  }

  private static func naming(_ files: [String]) -> String {
    "\(list(files, "and")) \(files.count == 1 ? "names" : "name")"
  }

  /// What a row of a table is about.
  private static func noun(_ kind: TableKind) -> String {
    switch kind {
    case .teams: "team"
    case .sites: "site"
    case .people: "person"
    case .rooms: "room"
    case .facilitators: "facilitator"
    case .mdt: "meeting"
    case .indicators: "results"
    case .mdtExceptions, .availability, .roomBookings, .travel, .pairRules, .closures, .visits, .whatIf,
      .replies, .pairs, .attendance, .agenda, .unscheduled, .chase, .actions, .allocation, .slips,
      .feedLinks:
      "row"
    }
  }

  private static func rank(_ awaited: Awaited) -> Int {
    switch awaited {
    case .settings: 0
    case .table(let kind): 1 + (TableKind.allCases.firstIndex(of: kind) ?? 0)
    case .row, .visit: 100
    case .rows, .roles: 101
    }
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String], _ last: String) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
  }
}
