import Domain
import Foundation
import GRDB
import Testing

@testable import Ledger

/// A state folder that goes away with the test.
final class Scratch {
  let path: String
  var folder: StateFolder { StateFolder(path + "/state") }

  init() {
    path = NSTemporaryDirectory() + "/ledger-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A ledger in the folder.
  func open(_ absence: OpenLedger.Absence = .begin) throws -> OpenLedger {
    try OpenLedger(folder, absence: absence, hashing: mix)
  }

  /// The names in the state folder.
  var names: [String] { FileCalls.names(in: folder.path) }
}

/// Stands in for SHA-256, which the room is given: four FNV-1a sums of different beginnings, as 64 digits.
let mix: ContentHash = { bytes in
  let sums = (1...4 as ClosedRange<UInt64>).map { start in
    bytes.reduce(0xcbf2_9ce4_8422_2325 &+ start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
  let text = sums.map { sum in
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }.joined()
  guard let digest = ContentDigest(text) else { preconditionFailure("64 digits are a digest") }
  return digest
}

/// The moment so many seconds after the tests begin.
func second(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: 1_800_000_000_000 + seconds * 1000) }

/// An id that is written well.
func id<Subject>(_ text: String) -> Identifier<Subject> {
  guard let identifier = Identifier<Subject>(text) else { preconditionFailure("'\(text)' is no id") }
  return identifier
}

let ilcop: ProgrammeID = id("ilcop")
let other: ProgrammeID = id("other")

/// An input of `text`, accepted.
func file(
  _ text: String, name: String = "people.csv", of programme: ProgrammeID = ilcop, claim: String? = nil
) -> NewInput {
  let bytes = Array(text.utf8)
  return NewInput(
    programme: programme, name: name, digest: mix(bytes), size: Int64(bytes.count), claim: claim,
    verdict: .accepted(bytes: bytes, receipt: "read \(bytes.count) bytes"))
}

/// An input of `text`, rejected.
func refused(_ text: String, of programme: ProgrammeID = ilcop) -> NewInput {
  let bytes = Array(text.utf8)
  return NewInput(
    programme: programme, name: "people.csv", digest: mix(bytes), size: Int64(bytes.count),
    verdict: .rejected(why: "row 3 has no team"))
}

/// A row of people.
func person(_ key: String, _ role: String, source: String = "") -> LedgerRow {
  LedgerRow(
    id: RowKey(table: "people", key: key, source: source),
    cells: [LedgerCell("person_id", key), LedgerCell("role", role)])
}

/// A digest of any text.
func digest(_ text: String) -> ContentDigest { mix(Array(text.utf8)) }

extension OpenLedger {
  /// A ledger's own change, by the daemon.
  @discardableResult
  func change<T>(at moment: Timestamp = second(0), _ body: (LedgerTransaction) throws -> T) throws -> T {
    try write(by: .daemon, at: moment, body)
  }

  /// A running job of a new kind of work.
  func startedJob(_ kind: JobKind = .publish, of programme: ProgrammeID = ilcop) throws -> JobID {
    try change { change in
      try change.know(programme)
      let id = try change.enqueue(NewJob(programme: programme, kind: kind, priority: .urgent))
      let started = try #require(try change.startNext(limit: 100))
      try #require(started.id == id)
      return id
    }
  }

  /// Publishes a release of one feed and these entries.
  @discardableResult
  func release(
    _ text: String, entries: [CalendarEntry] = [], at moment: Timestamp = second(0),
    restores: Int? = nil, of programme: ProgrammeID = ilcop
  ) throws -> Int {
    let job = try startedJob(of: programme)
    return try change(at: moment) { change in
      let number = try change.prepare(
        NewRelease(
          programme: programme, job: job, plan: Array(text.utf8), restores: restores,
          feeds: [ReleaseFeed(owner: .programme, file: "programme.ics", digest: digest(text))],
          entries: entries))
      try change.publish(number, of: programme, summary: "release \(number)")
      return number
    }
  }
}

extension LedgerReading {
  /// Everything in the database, as text.
  func dump() throws -> [String] {
    try query { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }.sorted()
      }
    }
  }
}
