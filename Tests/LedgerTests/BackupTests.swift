import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Backing up and restoring")
struct BackupTests {
  let scratch = Scratch()
  private var backup: String { scratch.path + "/backup.sqlite" }

  private func fill(_ ledger: OpenLedger, from first: Int, to last: Int) throws {
    for number in first...last {
      try ledger.change {
        _ = try $0.recordInput(
          file("content \(number)"), changes: [.insert(person("p\(number)", "manager"))])
      }
    }
  }

  private func restore(at moment: Timestamp = second(1)) throws -> Restoring.Outcome {
    try Restoring.restore(
      backup: backup, into: scratch.folder, by: .commandLine, at: moment, hashing: mix)
  }

  @Test("A backup is one file that holds the ledger as of that moment, and can be restored")
  func roundTrip() throws {
    let ledger = try scratch.open()
    try fill(ledger, from: 1, to: 20)
    let then = try ledger.dump()
    try ledger.backup(to: backup)
    try fill(ledger, from: 21, to: 30)
    let now = try ledger.dump()
    #expect(FileCalls.names(in: scratch.path) == ["backup.sqlite", "state"])
    try ledger.close()

    let outcome = try restore()
    let aside = try #require(outcome.aside)
    let restored = try scratch.open(.refuse)
    let audit = try restored.audit()
    #expect(audit.last?.what == .restored)
    #expect(audit.last?.who == .commandLine)
    #expect(
      try restored.dump().filter { !$0.hasPrefix("audit") && !$0.hasPrefix("sqlite_sequence") }
        == then.filter { !$0.hasPrefix("audit") && !$0.hasPrefix("sqlite_sequence") })
    #expect(try restored.check() == [])

    let kept = Scratch()
    try FileManager.default.createDirectory(atPath: kept.folder.path, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: aside, toPath: kept.folder.database)
    #expect(try kept.open(.refuse).dump() == now)
  }

  @Test("A look from outside makes a backup beside the daemon, readable by its owner only")
  func beside() throws {
    let ledger = try scratch.open()
    try fill(ledger, from: 1, to: 3)
    try LedgerViewer(scratch.folder, hashing: mix).backup(to: backup)
    let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    try fill(ledger, from: 4, to: 5)
    #expect(try ledger.check() == [])
  }

  @Test("A backup never takes the place of a file, and one that was cut short is begun again")
  func names() throws {
    let ledger = try scratch.open()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: backup))
    #expect(throws: OpeningRefusal.exists(path: backup)) { try ledger.backup(to: backup) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: backup)) == Data("mine".utf8))
    try FileManager.default.removeItem(atPath: backup)
    try Data("half".utf8).write(to: URL(fileURLWithPath: backup + ".partial"))
    try ledger.backup(to: backup)
    #expect(FileCalls.names(in: scratch.path) == ["backup.sqlite", "state"])
    #expect(throws: OpeningRefusal.self) { try ledger.backup(to: scratch.path + "/no/such/folder/b") }
  }

  @Test("Restoring is refused while a daemon holds the folder")
  func held() throws {
    let ledger = try scratch.open()
    try ledger.backup(to: backup)
    #expect(throws: OpeningRefusal.held(folder: scratch.folder.path, process: getpid())) { try restore() }
    #expect(try ledger.check() == [])
  }

  @Test("A backup that is missing, torn, foreign or against an invariant is refused, and the ledger stays")
  func unsound() throws {
    let ledger = try scratch.open()
    try fill(ledger, from: 1, to: 50)
    let before = try ledger.dump()
    try ledger.backup(to: backup)
    try ledger.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: backup))

    #expect(throws: OpeningRefusal.missing(path: scratch.path + "/nothing")) {
      try Restoring.restore(
        backup: scratch.path + "/nothing", into: scratch.folder, by: .commandLine, at: second(1), hashing: mix
      )
    }
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: backup))
    #expect(throws: OpeningRefusal.self) { try restore() }
    try Data(repeating: 0x20, count: 5000).write(to: URL(fileURLWithPath: backup))
    #expect(throws: OpeningRefusal.notADatabase(path: backup)) { try restore() }

    try whole.write(to: URL(fileURLWithPath: backup))
    let queue = try DatabaseQueue(path: backup)
    try queue.write { try $0.execute(sql: "UPDATE contents SET bytes = x'00' WHERE rowid = 1") }
    try queue.close()
    guard case .damaged = #expect(throws: OpeningRefusal.self, performing: { try restore() }) else {
      Issue.record("a backup whose contents are not those of their digest was taken")
      return
    }
    let again = try scratch.open(.refuse)
    #expect(try again.dump() == before)
    #expect(scratch.names.filter { $0.hasPrefix("ledger.") && !$0.hasPrefix("ledger.sqlite") } == [])
  }

  @Test("Restoring takes the place of a ledger that cannot be opened, and of none at all")
  func replacesDamaged() throws {
    let ledger = try scratch.open()
    try fill(ledger, from: 1, to: 3)
    try ledger.backup(to: backup)
    try ledger.close()
    try Data("ruined".utf8).write(to: URL(fileURLWithPath: scratch.folder.database))
    let outcome = try restore()
    #expect(try Data(contentsOf: URL(fileURLWithPath: try #require(outcome.aside))) == Data("ruined".utf8))
    #expect(try scratch.open(.refuse).inputs(of: ilcop).count == 3)

    let empty = Scratch()
    let first = try Restoring.restore(
      backup: backup, into: empty.folder, by: .commandLine, at: second(1), hashing: mix)
    #expect(first.aside == nil)
    #expect(try empty.open(.refuse).inputs(of: ilcop).count == 3)
  }

  @Test("A ledger that a crash left with its log goes aside with it, and nothing in it is lost")
  func logGoesAside() throws {
    let ledger = try scratch.open()
    try fill(ledger, from: 1, to: 3)
    try ledger.backup(to: backup)
    try fill(ledger, from: 4, to: 5)
    let now = try ledger.dump()
    let crashed = Scratch()
    try FileManager.default.createDirectory(atPath: crashed.folder.path, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: scratch.folder.database + suffix, toPath: crashed.folder.database + suffix)
    }
    let outcome = try Restoring.restore(
      backup: backup, into: crashed.folder, by: .commandLine, at: second(1), hashing: mix)
    #expect(try crashed.open(.refuse).inputs(of: ilcop).count == 3)
    let aside = try #require(outcome.aside)
    let kept = Scratch()
    try FileManager.default.createDirectory(atPath: kept.folder.path, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: aside + suffix, toPath: kept.folder.database + suffix)
    }
    #expect(try kept.open(.refuse).dump() == now)
  }

  @Test("A restore that was cut short while names changed is refused at opening, and completed by another")
  func cutShort() throws {
    let ledger = try scratch.open()
    try fill(ledger, from: 1, to: 3)
    try ledger.backup(to: backup)
    try ledger.close()
    try FileManager.default.moveItem(
      atPath: scratch.folder.database, toPath: scratch.folder.aside(at: second(0)))
    try FileManager.default.copyItem(atPath: backup, toPath: scratch.folder.incoming)
    #expect(throws: OpeningRefusal.self) { _ = try scratch.open() }
    #expect(throws: OpeningRefusal.missing(path: scratch.folder.database)) {
      _ = try LedgerViewer(scratch.folder, hashing: mix)
    }
    _ = try restore()
    #expect(try scratch.open(.refuse).inputs(of: ilcop).count == 3)
  }

  private func counts(in path: String) throws -> [Int?] {
    let queue = try DatabaseQueue(path: path, configuration: Connections.reading)
    return try queue.read { database in
      try ["inputs", "contents", "rows"].map {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)")
      }
    }
  }

  @Test("Backups made while somebody writes are each sound and as of one moment")
  func whileWriting() async throws {
    let ledger = try scratch.open()
    let writing = Task.detached { [ledger] in
      for number in 1...100 {
        try ledger.change {
          _ = try $0.recordInput(
            file("content \(number)"), changes: [.insert(person("p\(number)", "manager"))])
        }
      }
    }
    for number in 1...5 { try ledger.backup(to: backup + "\(number)") }
    try await writing.value
    for number in 1...5 {
      let counts = try counts(in: backup + "\(number)")
      #expect(Set(counts).count == 1, "\(counts)")
    }
  }
}
