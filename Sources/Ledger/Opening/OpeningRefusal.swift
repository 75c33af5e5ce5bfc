import GRDB

/// Why a ledger was not opened, backed up or restored. Nothing was deleted or made anew.
public enum OpeningRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// Somebody holds the lock; the process id is what the lock file says, if it says any.
  case held(folder: String, process: Int32?)
  /// There is no ledger, and none was to be made.
  case missing(path: String)
  /// The database is gone and traces of it are there: a restore was cut short, or somebody took it away.
  case interrupted(folder: String, traces: [String])
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is a database of another program.
  case foreign(path: String)
  /// A newer counterpart has changed the database's form.
  case newer(path: String)
  /// SQLite's check, or ours, found faults; the first of them are named.
  case damaged(path: String, faults: [String])
  /// The folder or file cannot be written.
  case unwritable(path: String, reason: String)
  /// No space is left.
  case full(path: String)
  /// The folder lies on a network share, whose locks a database cannot rely on.
  case network(path: String, system: String)
  /// A file is where the backup was to be written.
  case exists(path: String)
  /// SQLite failed in some other way.
  case failed(path: String, reason: String)

  /// What is wrong and what to do, in a sentence or two.
  public var description: String {
    switch self {
    case .held(let folder, let process):
      "'\(folder)' is in use by \(process.map { "process \($0)" } ?? "another process"); "
        + "stop that daemon first, or give this one another folder"
    case .missing(let path):
      "there is no ledger at '\(path)'; start the daemon once, or look whether the folder is the right one"
    case .interrupted(let folder, let traces):
      "the ledger in '\(folder)' is gone, but \(traces.joined(separator: ", ")) is there: "
        + "a restore was cut short, or the file was taken away; run 'counterpart restore' with a backup"
    case .notADatabase(let path):
      "'\(path)' is not a database; move it away and restore a backup with 'counterpart restore'"
    case .foreign(let path):
      "'\(path)' is a database of another program; move it away and restore a backup with 'counterpart restore'"
    case .newer(let path):
      "'\(path)' was written by a newer counterpart; install that one, "
        + "or restore a backup from before the upgrade with 'counterpart restore'"
    case .damaged(let path, let faults):
      "'\(path)' is damaged (\(faults.joined(separator: "; "))); "
        + "copy it to a safe place and restore a backup with 'counterpart restore'"
    case .unwritable(let path, let reason):
      "'\(path)' cannot be written (\(reason)); see who owns it and whether its disk is mounted read-only"
    case .full(let path):
      "no space is left for '\(path)'; free some and start again"
    case .network(let path, let system):
      "'\(path)' lies on a network share (\(system)), where a database can be torn; "
        + "put the state folder on a disk of this machine"
    case .exists(let path):
      "'\(path)' is there already; give the backup another name"
    case .failed(let path, let reason):
      "the database at '\(path)' could not be opened (\(reason)); "
        + "if it happens again, restore a backup with 'counterpart restore'"
    }
  }
}

extension OpeningRefusal {
  /// What an error of SQLite means for whoever opens the file at `path`.
  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "code \(error.extendedResultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notADatabase(path: path)
      case .SQLITE_CORRUPT, .SQLITE_FORMAT: .damaged(path: path, faults: [reason])
      case .SQLITE_FULL: .full(path: path)
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .unwritable(path: path, reason: reason)
      default: .failed(path: path, reason: reason)
      }
  }

  init(_ failure: FileCalls.Failure, path: String) {
    self = failure.isFull ? .full(path: path) : .unwritable(path: path, reason: failure.reason)
  }

  /// Runs `body` and says errors of SQLite and of the system in our words; others pass.
  static func telling<T>(path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw OpeningRefusal(error, path: path)
    } catch let failure as FileCalls.Failure {
      throw OpeningRefusal(failure, path: path)
    }
  }
}
