import GRDB

/// How connections to a ledger are set up.
enum Connections {
  /// For the daemon: write-ahead log, every commit on the disk before it counts, references enforced.
  ///
  /// GRDB sets `synchronous` to NORMAL when it turns the log on, so the caller sets FULL afterwards with `harden`.
  static var writing: Configuration {
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.journalMode = .wal
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      // A page that was torn or tampered with is noticed when read, not when it is too late.
      try database.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return configuration
  }

  /// For looking only, beside a daemon that may be writing.
  static var reading: Configuration {
    var configuration = Configuration()
    configuration.label = "ledger, reading"
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return configuration
  }

  /// For a database of one file, which a backup is and a new ledger before its first opening.
  static var single: Configuration {
    var configuration = Configuration()
    configuration.label = "ledger, single file"
    configuration.busyMode = .timeout(5)
    return configuration
  }

  /// Has every commit reach the disk before it counts.
  static func harden(_ pool: DatabasePool) throws {
    try pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
  }
}
