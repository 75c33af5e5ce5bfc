import GRDB

/// What must hold of a database file before anything is done with it.
enum Health {
  /// Marks a database as a ledger in its header: the letters CPRT.
  static let applicationID: Int64 = 0x4350_5254

  /// Which of SQLite's own checks.
  enum Depth: String {
    /// Every page, but not whether indexes agree with their tables: for each start.
    case quick = "quick_check"
    /// That too: for backups.
    case integrity = "integrity_check"
  }

  /// Throws an `OpeningRefusal` where the file at `path`, to which `database` is a connection, is no ledger that
  /// this program can work with.
  static func examine(_ database: Database, path: String, depth: Depth) throws {
    let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == applicationID else { throw OpeningRefusal.foreign(path: path) }
    guard try !Schema.migrator.hasBeenSuperseded(database) else { throw OpeningRefusal.newer(path: path) }
    let lines = try String.fetchAll(database, sql: "PRAGMA \(depth.rawValue)(5)")
    guard lines == ["ok"] else { throw OpeningRefusal.damaged(path: path, faults: lines) }
  }

  /// Looks at the file at `path` through a connection that only reads, and closes it again.
  static func examine(fileAt path: String, depth: Depth) throws {
    guard FileCalls.size(of: path) > 0 else {
      throw OpeningRefusal.damaged(path: path, faults: ["the file is empty"])
    }
    try OpeningRefusal.telling(path: path) {
      let queue = try DatabaseQueue(path: path, configuration: Connections.reading)
      defer { try? queue.close() }
      try queue.read { try examine($0, path: path, depth: depth) }
    }
  }
}
