import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Opening a ledger")
struct OpeningTests {
  let scratch = Scratch()

  private func refusal(_ body: () throws -> Void) -> OpeningRefusal? {
    do {
      try body()
      return nil
    } catch {
      return error as? OpeningRefusal
    }
  }

  @Test("A new ledger is empty, sound, and readable by its owner only")
  func begins() throws {
    let ledger = try scratch.open()
    #expect(try ledger.programmes().isEmpty)
    #expect(try ledger.check() == [])
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.folder.database)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(!scratch.names.contains("ledger.new"))
  }

  @Test("The log is written ahead, each commit reaches the disk, and references are enforced")
  func settings() throws {
    let ledger = try scratch.open()
    let found = try ledger.pool.writeWithoutTransaction { database in
      try ["journal_mode", "synchronous", "foreign_keys"].map { pragma in
        try String.fetchOne(database, sql: "SELECT CAST(\(pragma) AS TEXT) FROM pragma_\(pragma)")
      }
    }
    #expect(found == ["wal", "2", "1"])
  }

  @Test("What was written is there after closing and opening again")
  func reopens() throws {
    let ledger = try scratch.open()
    try ledger.change { _ = try $0.recordInput(file("a"), changes: [.insert(person("R0A-lead", "manager"))]) }
    let before = try ledger.dump()
    try ledger.close()
    let again = try scratch.open(.refuse)
    #expect(try again.dump() == before)
  }

  @Test("A missing ledger is not begun when none is to be")
  func missing() {
    #expect(refusal { _ = try scratch.open(.refuse) } == .missing(path: scratch.folder.database))
    #expect(!FileManager.default.fileExists(atPath: scratch.folder.path))
  }

  @Test("A ledger that was taken away while traces of it stayed is not begun anew")
  func traces() throws {
    try scratch.open().close()
    try FileManager.default.moveItem(
      atPath: scratch.folder.database, toPath: scratch.folder.path + "/ledger.before-restore-1.sqlite")
    let found = refusal { _ = try scratch.open() }
    #expect(
      found == .interrupted(folder: scratch.folder.path, traces: ["ledger.before-restore-1.sqlite"]))
    #expect(found?.description.contains("counterpart restore") == true)
    #expect(!FileManager.default.fileExists(atPath: scratch.folder.database))
  }

  @Test("A ledger in the making, left over from a crash, is begun again")
  func unfinished() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.folder.path, withIntermediateDirectories: true)
    for suffix in ["", "-journal", "-wal", "-shm"] {
      try Data("half a database".utf8).write(to: URL(fileURLWithPath: scratch.folder.unfinished + suffix))
    }
    let ledger = try scratch.open()
    #expect(try ledger.check() == [])
    #expect(!scratch.names.contains { $0.hasPrefix("ledger.new") })
  }

  @Test(
    "A file that is no database is refused and stays as it is",
    arguments: [
      "not a database, but long enough to have been one: " + String(repeating: "x", count: 2000), "",
    ])
  func noDatabase(text: String) throws {
    try FileManager.default.createDirectory(
      atPath: scratch.folder.path, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: scratch.folder.database))
    let path = scratch.folder.database
    let expected: OpeningRefusal =
      text.isEmpty ? .damaged(path: path, faults: ["the file is empty"]) : .notADatabase(path: path)
    #expect(refusal { _ = try scratch.open() } == expected)
    #expect(refusal { _ = try LedgerViewer(scratch.folder, hashing: mix) } == expected)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(text.utf8))
  }

  @Test("A database of another program is refused and stays as it is")
  func foreign() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.folder.path, withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: scratch.folder.database)
    try queue.write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
    try queue.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.folder.database))
    #expect(refusal { _ = try scratch.open() } == .foreign(path: scratch.folder.database))
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.folder.database)) == bytes)
  }

  @Test("A ledger that a newer program has changed is refused")
  func newer() throws {
    let ledger = try scratch.open()
    try ledger.pool.write { database in
      try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999 of the future')")
    }
    try ledger.close()
    #expect(refusal { _ = try scratch.open() } == .newer(path: scratch.folder.database))
  }

  @Test("A damaged page is found by the quick check")
  func damaged() throws {
    let ledger = try scratch.open()
    for number in 0..<200 {
      try ledger.change { _ = try $0.recordInput(file("content \(number)")) }
    }
    try ledger.close()
    let handle = try #require(FileHandle(forUpdatingAtPath: scratch.folder.database))
    let size = try handle.seekToEnd()
    for page in stride(from: 4096 * 2, to: Int(size), by: 4096) {
      try handle.seek(toOffset: UInt64(page))
      try handle.write(contentsOf: Data(repeating: 0xA5, count: 512))
    }
    try handle.close()
    let found = refusal { _ = try scratch.open() }
    guard case .damaged(let path, let faults) = found else {
      Issue.record("opening gave \(String(describing: found))")
      return
    }
    #expect(path == scratch.folder.database)
    #expect(!faults.isEmpty)
    #expect(found?.description.contains("restore a backup with 'counterpart restore'") == true)
  }

  @Test("A folder that cannot be written is refused with the reason")
  func unwritable() {
    let found = refusal { _ = try OpenLedger(StateFolder("/proc"), hashing: mix) }
    guard case .unwritable = found else {
      Issue.record("opening gave \(String(describing: found))")
      return
    }
  }

  @Test(
    "A full disk refuses the change, changes nothing, and the same change goes through when there is room")
  func full() throws {
    let ledger = try scratch.open()
    let pages = try ledger.pool.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
      return pages
    }
    #expect(pages > 0)
    let before = try ledger.dump()
    let big = file(String(repeating: "x", count: 100_000))
    #expect(throws: LedgerError.diskFull(path: scratch.folder.database)) {
      try ledger.change { _ = try $0.recordInput(big) }
    }
    #expect(try ledger.dump() == before)
    try ledger.pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    #expect(try ledger.change { try $0.recordInput(big) } == .recorded(InputSequence(1)))
    #expect(try ledger.check() == [])
  }

  @Test(
    "Each fault of SQLite is said in words that name what to do",
    arguments: [
      (ResultCode.SQLITE_FULL, "free some"), (.SQLITE_READONLY, "mounted read-only"),
      (.SQLITE_CANTOPEN, "who owns it"), (.SQLITE_NOTADB, "restore a backup"),
      (.SQLITE_CORRUPT, "restore a backup"), (.SQLITE_IOERR, "restore a backup"),
    ])
  func words(code: ResultCode, words: String) {
    let error = DatabaseError(resultCode: code, message: "as SQLite says")
    #expect(OpeningRefusal(error, path: "/srv/state/ledger.sqlite").description.contains(words))
    #expect(LedgerError(error, path: "/srv/state/ledger.sqlite").description.contains("/srv/state"))
  }
}
