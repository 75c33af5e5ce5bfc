import GRDB

/// A change of the ledger in the making: all that is done through it happens at once or not at all.
///
/// It also answers questions, from the state as changed so far. It ends with the closure it was given to.
public struct LedgerTransaction: LedgerReading {
  /// Who changes.
  public let who: Initiator
  /// When.
  public let at: Timestamp
  let database: Database
  let path: String
  let hashing: ContentHash

  /// The way to the database.
  public var connection: LedgerConnection {
    LedgerConnection(access: .open(database), path: path, hashing: hashing)
  }
}
