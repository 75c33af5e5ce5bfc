import Domain
import GRDB
import Testing

@testable import Ledger

@Suite("The audit")
struct AuditTests {
  let ledger: OpenLedger
  private let scratch = Scratch()

  init() throws {
    ledger = try scratch.open()
  }

  @Test("Every change leaves a line that says who, when and what")
  func lines() throws {
    try ledger.write(by: .folder, at: second(1)) { change in
      _ = try change.recordInput(file("a"))
      _ = try change.enqueue(NewJob(programme: ilcop, kind: .plan, basedOn: InputSequence(1)))
    }
    try ledger.write(by: .key(id("website")), at: second(2)) { change in
      _ = try change.cancel(JobID(1))
      try change.note(.settingsRead)
    }
    let lines = try ledger.audit()
    #expect(
      lines.map(\.what) == [.programmeKnown, .inputAccepted, .jobQueued, .jobMoved, .settingsRead])
    #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
    #expect(lines.map(\.who.description) == ["folder", "folder", "folder", "key:website", "key:website"])
    #expect(lines.map(\.at) == [second(1), second(1), second(1), second(2), second(2)])
    #expect(lines[2].job == JobID(1))
    #expect(lines[2].details == [LedgerCell("kind", "plan"), LedgerCell("input", "1")])
    #expect(lines[3].details == [LedgerCell("from", "queued"), LedgerCell("to", "cancelled")])
    #expect(try ledger.audit(of: ilcop, after: 2, limit: 1).map(\.number) == [3])
  }

  @Test(
    "Nothing can be changed in it or taken out of it",
    arguments: [
      "UPDATE audit SET who = 'cli'", "DELETE FROM audit", "DELETE FROM audit WHERE id = 1",
      "REPLACE INTO audit (id, at, who, what, details) VALUES (1, 0, 'cli', 'pruned', '{}')",
    ])
  func appendOnly(sql: String) throws {
    try ledger.change { try $0.know(ilcop) }
    let before = try ledger.dump()
    #expect(throws: DatabaseError.self) { try ledger.pool.write { try $0.execute(sql: sql) } }
    #expect(try ledger.dump() == before)
  }

  @Test("A change that throws leaves no line, nor anything else")
  func rollsBack() throws {
    try ledger.change { try $0.know(ilcop) }
    let before = try ledger.dump()
    #expect(throws: LedgerError.unknownJob(JobID(77))) {
      try ledger.change { change in
        _ = try change.recordInput(file("a"), changes: [.insert(person("p", "manager"))])
        _ = try change.enqueue(NewJob(programme: ilcop, kind: .plan))
        _ = try change.cancel(JobID(77))
      }
    }
    #expect(try ledger.dump() == before)
  }

  @Test("Names of files and words of receipts, which may name people, stay out of it")
  func noPersonalData() throws {
    try ledger.change { change in
      _ = try change.recordInput(file("secret bytes", name: "a person by name.csv"))
      let job = try change.enqueue(NewJob(programme: ilcop, kind: .pin, request: #"{"by":"a person"}"#))
      _ = try change.startNext(limit: 1)
      _ = try change.fail(job, error: "a person by name is unknown")
    }
    for line in try ledger.audit() {
      for cell in line.details { #expect(!cell.value.contains("person")) }
    }
  }

  @Test(
    "Who changed something is read back as written", arguments: ["folder", "cli", "daemon", "key:web.site-1"])
  func initiators(text: String) {
    #expect(Initiator(text)?.description == text)
    #expect(Initiator(text + " ") == nil)
  }
}
