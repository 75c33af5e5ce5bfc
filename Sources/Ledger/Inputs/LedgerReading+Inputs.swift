public import Domain
import Foundation
import GRDB

extension LedgerReading {
  /// Every programme ever heard of and since when, by id.
  public func programmes() throws -> [(id: ProgrammeID, knownSince: Timestamp)] {
    try query { database in
      try Row.fetchAll(database, sql: "SELECT id, known_since FROM programmes ORDER BY id").map { row in
        (try connection.identifier(row["id"]), Timestamp(milliseconds: row["known_since"]))
      }
    }
  }

  /// The input of this number; `nil` where there is none.
  public func input(_ sequence: InputSequence) throws -> RecordedInput? {
    try inputs(where: "sequence = ?", [sequence.number]).first
  }

  /// The input that was recorded for a claim; `nil` where none was.
  public func input(claim: String) throws -> RecordedInput? {
    try inputs(where: "claim = ?", [claim]).first
  }

  /// The inputs of a programme after `sequence`, in order, at most `limit`.
  public func inputs(
    of programme: ProgrammeID, after sequence: InputSequence = InputSequence(0), limit: Int = 1000
  ) throws -> [RecordedInput] {
    try inputs(
      where: "programme = ? AND sequence > ? ORDER BY sequence LIMIT ?",
      [programme.text, sequence.number, limit])
  }

  /// The programme's newest accepted input; `nil` where there is none. It names the tables as they are now.
  public func latestInput(of programme: ProgrammeID) throws -> InputSequence? {
    try query { database in
      try Int64.fetchOne(
        database, sql: "SELECT MAX(sequence) FROM inputs WHERE programme = ? AND fate = 'accepted'",
        arguments: [programme.text]
      ).map(InputSequence.init)
    }
  }

  /// The first accepted input of the programme with this content; `nil` where there is none.
  public func acceptedInput(of programme: ProgrammeID, digest: ContentDigest) throws -> InputSequence? {
    try query { database in
      try Int64.fetchOne(
        database,
        sql: "SELECT MIN(sequence) FROM inputs WHERE programme = ? AND sha256 = ? AND fate = 'accepted'",
        arguments: [programme.text, digest.text]
      ).map(InputSequence.init)
    }
  }

  /// The bytes of accepted content; `nil` where they were never kept, or were pruned.
  public func contents(of digest: ContentDigest) throws -> [UInt8]? {
    try query { database in
      try Data.fetchOne(
        database, sql: "SELECT bytes FROM contents WHERE sha256 = ?", arguments: [digest.text]
      ).map(Array.init)
    }
  }

  private func inputs(where condition: String, _ arguments: StatementArguments) throws -> [RecordedInput] {
    try query { database in
      try Row.fetchAll(database, sql: "SELECT * FROM inputs WHERE \(condition)", arguments: arguments)
        .map { try RecordedInput($0, connection) }
    }
  }
}

extension RecordedInput {
  fileprivate init(_ row: Row, _ connection: LedgerConnection) throws {
    let sequence = InputSequence(row["sequence"])
    guard let digest = ContentDigest(row["sha256"]), let fate = InputFate(rawValue: row["fate"]) else {
      throw connection.damaged("\(sequence) cannot be read")
    }
    self.init(
      sequence: sequence, programme: try connection.identifier(row["programme"]), name: row["name"],
      digest: digest, size: row["size"], receivedAt: Timestamp(milliseconds: row["received_at"]),
      fate: fate, receipt: row["receipt"], claim: row["claim"],
      againOf: (row["again_of"] as Int64?).map(InputSequence.init),
      contentPrunedAt: (row["content_pruned_at"] as Int64?).map(Timestamp.init(milliseconds:)))
  }
}
