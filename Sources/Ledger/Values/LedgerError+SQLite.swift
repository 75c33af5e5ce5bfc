import GRDB

extension LedgerError {
  /// What an error of SQLite means for somebody who looks after the file at `path`.
  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "code \(error.extendedResultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .readOnly(path: path)
      case .SQLITE_IOERR: .diskFailed(path: path, reason: reason)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: .damaged(path: path, reason: reason)
      default: .storage(path: path, reason: reason)
      }
  }

  /// Runs `body` and says errors of SQLite in our words; others pass.
  static func telling<T>(path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw LedgerError(error, path: path)
    }
  }
}
