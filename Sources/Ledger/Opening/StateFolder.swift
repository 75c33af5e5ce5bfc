/// Where the ledger lies: the daemon's private folder, `ROOT/state`.
public struct StateFolder: Hashable, Sendable {
  /// The folder itself.
  public let path: String

  /// The folder at `path`; nothing is looked at or made yet.
  public init(_ path: String) {
    self.path = path
  }

  /// The database; SQLite keeps `…-wal` and `…-shm` beside it.
  public var database: String { path + "/ledger.sqlite" }

  /// The file whose lock says that somebody works here.
  public var lock: String { path + "/lock" }

  /// A database in the making, which nothing was ever kept in.
  var unfinished: String { path + "/ledger.new" }

  /// That database and what SQLite keeps beside it.
  var unfinishedFiles: [String] { ["", "-journal", "-wal", "-shm"].map { unfinished + $0 } }

  /// A backup being read in.
  var incoming: String { path + "/ledger.restoring" }

  /// Where the database goes when a backup takes its place.
  func aside(at moment: Timestamp) -> String { path + "/ledger.before-restore-\(moment.milliseconds).sqlite" }

  /// The names of everything in the folder that begins as our files do, in byte order.
  var ledgerFiles: [String] { FileCalls.names(in: path).filter { $0.hasPrefix("ledger.") } }
}
