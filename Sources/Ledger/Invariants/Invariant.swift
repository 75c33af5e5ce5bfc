import GRDB

/// Something that holds of every sound ledger, as a query for what breaks it.
struct Invariant {
  /// Gives one text column: a sentence for each thing that breaks the invariant.
  let sql: String

  init(_ sql: String) {
    self.sql = sql
  }
}

/// All that holds of a sound ledger.
enum Invariants {
  static let all = inputs + rows + jobs + releases + audit

  /// A sentence for everything in the database that breaks an invariant.
  static func violated(in database: Database, path: String, hashing: ContentHash) throws -> [String] {
    var sentences = try references(in: database)
    for invariant in all { sentences += try String.fetchAll(database, sql: invariant.sql) }
    sentences += try contents(in: database, hashing: hashing)
    return sentences
  }

  private static func references(in database: Database) throws -> [String] {
    try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
      "a row of \(row["table"] as String) names something in \(row["parent"] as String) that is not there"
    }
  }
}
