import GRDB

/// A look at a ledger that a daemon may be working with: reads, never writes, and needs no lock.
public final class LedgerViewer: LedgerReading, Sendable {
  let folder: StateFolder
  let queue: DatabaseQueue
  let hashing: ContentHash

  /// The way to the database.
  public var connection: LedgerConnection {
    LedgerConnection(access: .reader(queue), path: folder.database, hashing: hashing)
  }

  /// Looks at the ledger in `folder`.
  ///
  /// Throws `OpeningRefusal` where there is none, or the file is no ledger or a newer one. Faults inside are not
  /// looked for, so that this is quick: `check()` does.
  public init(_ folder: StateFolder, hashing: @escaping ContentHash) throws {
    guard FileCalls.exists(folder.database) else { throw OpeningRefusal.missing(path: folder.database) }
    guard FileCalls.size(of: folder.database) > 0 else {
      throw OpeningRefusal.damaged(path: folder.database, faults: ["the file is empty"])
    }
    self.folder = folder
    self.hashing = hashing
    queue = try OpeningRefusal.telling(path: folder.database) {
      let queue = try DatabaseQueue(path: folder.database, configuration: Connections.reading)
      try queue.read { database in
        let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard application == Health.applicationID else {
          throw OpeningRefusal.foreign(path: folder.database)
        }
        guard try !Schema.migrator.hasBeenSuperseded(database) else {
          throw OpeningRefusal.newer(path: folder.database)
        }
      }
      return queue
    }
  }
}
