import GRDB

/// Putting a backup in the place of a ledger.
public enum Restoring {
  /// What was done.
  public struct Outcome: Equatable, Sendable {
    /// Where the ledger went that was there before; `nil` where there was none.
    public let aside: String?
  }

  /// Makes the backup at `backup` the ledger of `folder`, and keeps the one that is there under another name.
  ///
  /// Refused with `OpeningRefusal` while a process holds the folder (`held`), and where the backup is missing, no
  /// ledger, newer than this program or not sound; then nothing was changed. Cut short at any moment, either the old
  /// ledger is there, or the new one, or opening refuses with `interrupted` and restoring again completes it. Writes
  /// a line into the audit of the restored ledger, with `who` and `moment`.
  public static func restore(
    backup: String, into folder: StateFolder, by who: Initiator, at moment: Timestamp,
    hashing: @escaping ContentHash
  ) throws -> Outcome {
    guard FileCalls.exists(backup) else { throw OpeningRefusal.missing(path: backup) }
    try OpeningRefusal.telling(path: folder.path) { try FileCalls.makeFolder(folder.path) }
    let lock = try StateLock(folder)
    defer { lock.release() }
    try BackupFile.examine(backup, hashing: hashing)
    return try OpeningRefusal.telling(path: folder.path) {
      try stage(backup, in: folder, by: who, at: moment, hashing: hashing)
      return try exchange(in: folder, at: moment)
    }
  }

  /// Copies the backup beside the ledger, brings it up to this program's form and writes its line into the audit.
  private static func stage(
    _ backup: String, in folder: StateFolder, by who: Initiator, at moment: Timestamp,
    hashing: @escaping ContentHash
  ) throws {
    let source = try DatabaseQueue(path: backup, configuration: Connections.reading)
    try BackupFile.copy(from: source, to: folder.incoming)
    try source.close()
    let copy = try DatabaseQueue(path: folder.incoming, configuration: Connections.single)
    try Schema.migrator.migrate(copy)
    try copy.write { database in
      let transaction = LedgerTransaction(
        who: who, at: moment, database: database, path: folder.incoming, hashing: hashing)
      try transaction.note(.restored)
    }
    try copy.close()
    try FileCalls.synchronise(folder.incoming)
  }

  /// Moves the old database aside before its log: a log without its database is refused, while a database without
  /// its log would lack the last changes and nobody would notice.
  private static func exchange(in folder: StateFolder, at moment: Timestamp) throws -> Outcome {
    let aside = folder.aside(at: moment)
    var moved = false
    for suffix in ["", "-wal", "-shm"] where FileCalls.exists(folder.database + suffix) {
      try FileCalls.renameIfFree(folder.database + suffix, to: aside + suffix)
      moved = true
    }
    try FileCalls.synchronise(folder.path)
    try FileCalls.rename(folder.incoming, to: folder.database)
    try FileCalls.synchronise(folder.path)
    return Outcome(aside: moved ? aside : nil)
  }
}
