extension OpenLedger {
  /// Writes a backup into a new file at `path` while work goes on: the ledger as of one moment, checked to the last
  /// page, readable by its owner only.
  ///
  /// Throws `OpeningRefusal`: `exists` where a file is there, `full`, `unwritable`, `damaged` where the ledger is
  /// not sound. The file is then not there.
  public func backup(to path: String) throws {
    try BackupFile.write(from: pool, to: path, hashing: hashing)
  }
}

extension LedgerViewer {
  /// Writes a backup into a new file at `path` while a daemon works; otherwise as `OpenLedger.backup`.
  public func backup(to path: String) throws {
    try BackupFile.write(from: queue, to: path, hashing: hashing)
  }
}
