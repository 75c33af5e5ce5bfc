extension LedgerReading {
  /// Every invariant of the ledger that does not hold, a sentence each; empty where all hold.
  ///
  /// Reads the whole ledger, the bytes of inputs too, and works out their digests.
  public func check() throws -> [String] {
    try query { database in
      try Invariants.violated(in: database, path: connection.path, hashing: connection.hashing)
    }
  }
}
