import GRDB

/// A backup: one database file, whole, checked, and no longer connected with the ledger it was made from.
enum BackupFile {
  /// Copies what `reader` sees into a new file at `path`, which appears under its name only when it is checked.
  static func write(from reader: any DatabaseReader, to path: String, hashing: @escaping ContentHash) throws {
    guard !FileCalls.exists(path) else { throw OpeningRefusal.exists(path: path) }
    let partial = path + ".partial"
    do {
      try OpeningRefusal.telling(path: path) {
        try copy(from: reader, to: partial)
        try examine(partial, hashing: hashing)
        try FileCalls.synchronise(partial)
        do {
          try FileCalls.renameIfFree(partial, to: path)
        } catch let failure as FileCalls.Failure where failure.isTaken {
          throw OpeningRefusal.exists(path: path)
        }
        try FileCalls.synchronise(FileCalls.folder(of: path))
      }
    } catch {
      try? FileCalls.remove(partial)
      throw error
    }
  }

  /// Copies a database into a new file of its own; what a copy that was cut short left there goes.
  static func copy(from reader: any DatabaseReader, to path: String) throws {
    for suffix in ["", "-journal", "-wal", "-shm"] { try FileCalls.remove(path + suffix) }
    try FileCalls.makeFile(path)
    let queue = try DatabaseQueue(path: path, configuration: Connections.single)
    try reader.backup(to: queue)
    // The copy says of itself that it has a write-ahead log, which would make two files of it again.
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    try queue.close()
  }

  /// Throws `OpeningRefusal` where the file at `path` is no sound ledger: by SQLite's integrity check and by ours.
  static func examine(_ path: String, hashing: @escaping ContentHash) throws {
    try Health.examine(fileAt: path, depth: .integrity)
    try OpeningRefusal.telling(path: path) {
      let queue = try DatabaseQueue(path: path, configuration: Connections.reading)
      defer { try? queue.close() }
      // A backup from before an upgrade has an older form, which the questions of today cannot be asked of.
      guard try queue.read(Schema.migrator.hasCompletedMigrations) else { return }
      let faults = try queue.read { database in
        try Invariants.violated(in: database, path: path, hashing: hashing)
      }
      guard faults.isEmpty else { throw OpeningRefusal.damaged(path: path, faults: Array(faults.prefix(5))) }
    }
  }
}
