import GRDB

/// The daemon's memory: what came in, the tables as of any time, jobs, releases, feed tokens, replies, the audit.
///
/// Reads and writes the database of one state folder, and holds the folder's lock as long as it is open.
/// Survives the end of the process at any moment: a change is there whole, on the disk, or not at all.
/// Changes queue up and go one at a time; questions are answered beside them. May be used from any thread.
public final class OpenLedger: LedgerReading, Sendable {
  let folder: StateFolder
  let pool: DatabasePool
  let hashing: ContentHash
  private let lock: StateLock

  /// What to do where the folder has no ledger.
  public enum Absence: Sendable {
    /// Begin one, unless traces tell that there was one.
    case begin
    /// Throw `OpeningRefusal.missing`.
    case refuse
  }

  /// The way to the database.
  public var connection: LedgerConnection {
    LedgerConnection(access: .reader(pool), path: folder.database, hashing: hashing)
  }

  /// Opens the ledger in `folder`, brought up to this program's form, after SQLite's quick check.
  ///
  /// `hashing` is SHA-256. Throws `OpeningRefusal`: held by another process, missing, no database, damaged, newer,
  /// not writable, full. Nothing is ever deleted or begun anew in place of a ledger that cannot be read.
  public init(_ folder: StateFolder, absence: Absence = .begin, hashing: @escaping ContentHash) throws {
    let path = folder.database
    if absence == .begin {
      try OpeningRefusal.telling(path: folder.path) { try FileCalls.makeFolder(folder.path) }
    } else if !FileCalls.exists(folder.path) {
      throw OpeningRefusal.missing(path: path)
    }
    if let system = Mounts.networkFileSystem(at: folder.path) {
      throw OpeningRefusal.network(path: folder.path, system: system)
    }
    lock = try StateLock(folder)
    if !FileCalls.exists(path) {
      // What was being begun when the process was killed, and SQLite's files beside it, held nothing yet.
      let traces = folder.ledgerFiles.filter { !folder.unfinishedFiles.contains(folder.path + "/" + $0) }
      guard traces.isEmpty else { throw OpeningRefusal.interrupted(folder: folder.path, traces: traces) }
      guard absence == .begin else { throw OpeningRefusal.missing(path: path) }
      try Self.begin(in: folder)
    }
    try Health.examine(fileAt: path, depth: .quick)
    self.folder = folder
    self.hashing = hashing
    pool = try OpeningRefusal.telling(path: path) {
      let pool = try DatabasePool(path: path, configuration: Connections.writing)
      try Connections.harden(pool)
      try Schema.migrator.migrate(pool)
      return pool
    }
  }

  deinit { try? pool.close() }

  /// Ends all work with the ledger and gives the lock back. Throws `LedgerError` while a question is still open.
  public func close() throws {
    // One file is left, where that is possible; where not, the log beside it holds the rest.
    try? pool.writeWithoutTransaction { database in _ = try database.checkpoint(.truncate) }
    try LedgerError.telling(path: folder.database) { try pool.close() }
    lock.release()
  }

  /// Changes the ledger: everything that `body` does is kept together when it returns, and nothing of it when it
  /// throws. Each change writes its own line into the audit, with `who` and `moment`.
  ///
  /// Throws what `body` throws, and `LedgerError` where the disk is full, read-only or failing; then the ledger is
  /// as it was and the same change may be tried again.
  public func write<T>(
    by who: Initiator, at moment: Timestamp, _ body: (LedgerTransaction) throws -> T
  ) throws -> T {
    try LedgerError.telling(path: folder.database) {
      try pool.write { database in
        try body(
          LedgerTransaction(
            who: who, at: moment, database: database, path: folder.database, hashing: hashing))
      }
    }
  }

  /// Makes an empty ledger under another name and gives it its own when it is whole.
  private static func begin(in folder: StateFolder) throws {
    try OpeningRefusal.telling(path: folder.database) {
      for file in folder.unfinishedFiles { try FileCalls.remove(file) }
      try FileCalls.makeFile(folder.unfinished)
      let queue = try DatabaseQueue(path: folder.unfinished, configuration: Connections.single)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA application_id = \(Health.applicationID)")
      }
      try Schema.migrator.migrate(queue)
      try queue.close()
      try FileCalls.synchronise(folder.unfinished)
      try FileCalls.rename(folder.unfinished, to: folder.database)
      try FileCalls.synchronise(folder.path)
    }
  }
}
