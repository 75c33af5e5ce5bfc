import Domain
import Foundation
import Testing

@testable import Ledger

/// The files of a ledger as they lie on the disk at some moment, as after the power went.
private struct DiskImage {
  let database: Data
  let log: Data

  init(of folder: StateFolder) throws {
    database = try Data(contentsOf: URL(fileURLWithPath: folder.database))
    log = (try? Data(contentsOf: URL(fileURLWithPath: folder.database + "-wal"))) ?? Data()
  }

  /// Opens a ledger from these files, of the log only the first `length` bytes, the rest never having arrived.
  func reopened(logLength length: Int? = nil) throws -> (dump: [String], faults: [String]) {
    let scratch = Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.folder.path, withIntermediateDirectories: true)
    try database.write(to: URL(fileURLWithPath: scratch.folder.database))
    try log.prefix(length ?? log.count).write(
      to: URL(fileURLWithPath: scratch.folder.database + "-wal"))
    let ledger = try scratch.open(.refuse)
    return (try ledger.dump(), try ledger.check())
  }
}

@Suite("A crash at any moment")
struct CrashSweepTests {
  /// Something of everything that a daemon does, a change each.
  private static let story: [@Sendable (LedgerTransaction) throws -> Void] = [
    { try $0.note(.daemonStarted) },
    { _ = try $0.recordInput(file("teams"), changes: [.insert(person("a", "manager"))]) },
    {
      _ = try $0.recordInput(file("people"), changes: [.insert(person("b", "surgeon"))])
      _ = try $0.enqueue(NewJob(programme: ilcop, kind: .plan, basedOn: InputSequence(2)))
    },
    { _ = try $0.recordInput(file("teams")) },
    { _ = try $0.recordInput(refused("nonsense")) },
    { _ = try $0.startNext(limit: 1) },
    { try $0.appendLog(of: JobID(1), "reading\n") },
    { _ = try $0.retry(JobID(1), error: "worker gone") },
    { _ = try $0.enqueue(NewJob(programme: ilcop, kind: .plan, basedOn: InputSequence(2))) },
    { _ = try $0.startNext(limit: 1) },
    {
      _ = try $0.prepare(
        NewRelease(
          programme: ilcop, job: JobID(2), plan: Array(repeating: 7, count: 20_000),
          feeds: [ReleaseFeed(owner: .programme, file: "programme.ics", digest: digest("1"))],
          entries: [CalendarEntry(uid: "v", sequence: 0, lastModified: second(1), digest: digest("v"))]))
    },
    { try $0.publish(1, of: ilcop, summary: "release 1") },
    {
      _ = try $0.recordInput(
        file("reply"), changes: [.remove(person("a", "").id), .replace(person("b", "physician"))],
        replies: [
          VisitReply(visit: .init(host: id("A"), visitors: [id("B")]), team: id("A"), answer: .decline)
        ])
    },
    { _ = try $0.enqueue(NewJob(programme: ilcop, kind: .publish)) },
    { _ = try $0.startNext(limit: 1) },
    {
      _ = try $0.prepare(
        NewRelease(
          programme: ilcop, job: JobID(3), plan: [1], feeds: [],
          entries: [CalendarEntry(uid: "v", sequence: 1, lastModified: second(2), digest: digest("w"))]))
    },
    { try $0.drop(2, of: ilcop) },
    { _ = try $0.cancel(JobID(3)) },
    { _ = try $0.stop(JobID(3)) },
    {
      guard let token = FeedToken(random: Array(1...32)) else { return }
      try $0.issue(token, to: .team(id("A")), of: ilcop)
    },
    { _ = try $0.prune(RetentionRule(logDays: 0, plans: 1, contentDays: 0)) },
    { try $0.note(.daemonStopped) },
  ]

  @Test("After every prefix of a daemon's work the ledger opens sound and holds exactly that prefix")
  func prefixes() throws {
    let scratch = Scratch()
    let ledger = try scratch.open()
    for (number, step) in Self.story.enumerated() {
      try ledger.change(at: second(Int64(number) * 40), step)
      let (dump, faults) = try DiskImage(of: scratch.folder).reopened()
      #expect(faults == [], "after step \(number)")
      let live = try ledger.dump()
      #expect(dump == live, "after step \(number)")
    }
  }

  @Test("A log torn anywhere within a change gives the ledger before it or after it, never between")
  func tornLogs() throws {
    let scratch = Scratch()
    let ledger = try scratch.open()
    var images = 0
    for (number, step) in Self.story.enumerated() {
      let before = try ledger.dump()
      let old = try DiskImage(of: scratch.folder)
      try ledger.change(at: second(Int64(number) * 40), step)
      let after = try ledger.dump()
      let new = try DiskImage(of: scratch.folder)
      try #require(new.database == old.database && new.log.count >= old.log.count)
      // A frame of the log is 24 bytes and a page of 4,096; a tear before each and inside, and just before the end.
      let frames = Array(stride(from: old.log.count, through: new.log.count, by: 4120))
      let cuts = frames.flatMap { [$0, $0 + 2000] } + [new.log.count - 1]
      for cut in cuts where (old.log.count..<new.log.count).contains(cut) {
        let (dump, faults) = try new.reopened(logLength: cut)
        #expect(faults == [])
        #expect(dump == before, "step \(number), torn at \(cut) of \(new.log.count)")
        images += 1
      }
      let (dump, _) = try new.reopened()
      #expect(dump == after)
    }
    #expect(images > 100)
  }

  @Test("A log whose last frames are garbage gives the ledger before the change")
  func garbage() throws {
    let scratch = Scratch()
    let ledger = try scratch.open()
    try ledger.change { _ = try $0.recordInput(file("a")) }
    let before = try ledger.dump()
    let old = try DiskImage(of: scratch.folder)
    try ledger.change { _ = try $0.recordInput(file("b")) }
    let folder = Scratch()
    try FileManager.default.createDirectory(atPath: folder.folder.path, withIntermediateDirectories: true)
    try old.database.write(to: URL(fileURLWithPath: folder.folder.database))
    let new = try DiskImage(of: scratch.folder)
    var log = new.log
    for index in stride(from: old.log.count + 100, to: log.count, by: 50) { log[index] ^= 0xff }
    try log.write(to: URL(fileURLWithPath: folder.folder.database + "-wal"))
    let opened = try folder.open(.refuse)
    #expect(try opened.dump() == before)
    #expect(try opened.check() == [])
  }
}
