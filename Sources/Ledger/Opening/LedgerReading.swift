import GRDB

/// Whatever questions can be asked of: the ledger itself, a look at one from outside, or a change in the making.
///
/// Each question is answered from one consistent state; errors are `LedgerError`.
public protocol LedgerReading {
  /// The way to the database.
  var connection: LedgerConnection { get }
}

/// The way to a database; opaque outside this room.
public struct LedgerConnection {
  enum Access {
    case reader(any DatabaseReader)
    case open(Database)
  }

  let access: Access
  let path: String
  let hashing: ContentHash
}

extension LedgerReading {
  func query<T>(_ body: (Database) throws -> T) throws -> T {
    let connection = connection
    return try LedgerError.telling(path: connection.path) {
      switch connection.access {
      case .reader(let reader): try reader.read(body)
      case .open(let database): try body(database)
      }
    }
  }
}
