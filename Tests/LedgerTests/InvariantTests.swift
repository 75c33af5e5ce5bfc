import GRDB
import Testing

@testable import Ledger

@Suite("Invariants of the ledger")
struct InvariantTests {
  let scratch = Scratch()

  /// A ledger with something of everything, sound.
  private func filled() throws -> OpenLedger {
    let ledger = try scratch.open()
    try ledger.change { change in
      _ = try change.recordInput(file("1"), changes: [.insert(person("p", "manager"))])
      _ = try change.recordInput(file("2"), changes: [.replace(person("p", "surgeon"))])
      _ = try change.recordInput(refused("3"))
      _ = try change.recordInput(file("4", of: other))
    }
    let entry = CalendarEntry(uid: "v", sequence: 3, lastModified: second(5), digest: digest("v"))
    try ledger.release("one", entries: [entry])
    var later = entry
    later.sequence = 4
    try ledger.release("two", entries: [later])
    try ledger.change { _ = try $0.enqueue(NewJob(programme: ilcop, kind: .merge)) }
    #expect(try ledger.check() == [])
    return ledger
  }

  /// What the check says after somebody changed the database with `sql`, past everything that forbids it.
  private func faults(after sql: String) throws -> [String] {
    let ledger = try filled()
    try ledger.pool.writeWithoutTransaction { database in
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try database.execute(sql: sql)
      for trigger in triggers { try database.execute(sql: trigger["sql"] as String) }
      try database.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
    }
    return try ledger.check()
  }

  @Test(
    "Each broken invariant is said in a sentence",
    arguments: [
      (
        "DELETE FROM contents WHERE bytes = x'31'",
        "input 1 is accepted and its contents are not there"
      ),
      (
        "UPDATE contents SET bytes = x'3131' WHERE bytes = x'31'",
        "input 1 has 1 bytes and its contents have 2"
      ),
      (
        "INSERT INTO contents VALUES ('\(digest("stray").text)', CAST('stray' AS BLOB))",
        "contents \(digest("stray").text) belong to no accepted input"
      ),
      (
        "UPDATE inputs SET again_of = 1 WHERE sequence = 2",
        "input 2 is said to be input 1 again and is not"
      ),
      (
        "INSERT INTO replies VALUES (1, 'ilcop', 'A--B', 'A', 'accept', '', 3)",
        "reply 1 came with input 3, which is not an accepted one of its programme"
      ),
      (
        "UPDATE rows SET until_input = 4 WHERE since_input = 1",
        "row 'p' of people in ilcop stands twice at input 2"
      ),
      (
        "UPDATE rows SET since_input = 3 WHERE since_input = 2",
        "row 'p' of people follows from input 3, which is not an accepted one of ilcop"
      ),
      (
        """
        DROP INDEX jobs_one_running;
        UPDATE jobs SET state = 'running', started_at = 0, tries = 1, ended_at = NULL, summary = NULL WHERE id > 1
        """,
        "2 jobs of ilcop are running"
      ),
      ("UPDATE jobs SET tries = 5 WHERE id = 3", "job 3 was tried 5 times"),
      ("UPDATE jobs SET started_at = NULL WHERE id = 1", "job 1 is done and was never started"),
      ("UPDATE jobs SET base_input = 4 WHERE id = 3", "job 3 is based on input 4 of another programme"),
      ("DELETE FROM releases WHERE number = 1", "the releases of ilcop are not 1 to 2 without gaps"),
      (
        "UPDATE jobs SET state = 'failed', error = '' WHERE id = 1",
        "release 1 of ilcop is published and its job 1 is failed"
      ),
      (
        "UPDATE releases SET state = 'prepared', published_at = NULL WHERE number = 2",
        "release 2 of ilcop is prepared and its job 2 is done"
      ),
      (
        "UPDATE releases SET state = 'prepared', published_at = NULL WHERE number = 1",
        "release 1 of ilcop is prepared and not the last"
      ),
      ("UPDATE releases SET programme = 'other'", "release 1 of other was made by a job of ilcop"),
      (
        "UPDATE entries SET sequence = 2 WHERE release = 2",
        "the SEQUENCE or LAST-MODIFIED of v falls with release 2 of ilcop"
      ),
      (
        "UPDATE entries SET last_modified = 0 WHERE release = 2",
        "the SEQUENCE or LAST-MODIFIED of v falls with release 2 of ilcop"
      ),
      ("DELETE FROM audit WHERE id = 2", "the audit has 16 lines, and the last is number 17"),
      ("DELETE FROM audit WHERE job = 3", "job 3 is not in the audit"),
      (
        "UPDATE jobs SET state = 'cancelled', ended_at = 0 WHERE id = 3; UPDATE audit SET details = '{\"to\":\"queued\"}' WHERE job = 2 AND what = 'job_moved'",
        "the audit says that job 2 is queued, and it is done"
      ),
      (
        "UPDATE audit SET details = '{\"release\":\"9\"}' WHERE what = 'release_published'",
        "release 1 of ilcop is published and not in the audit"
      ),
      ("DELETE FROM inputs WHERE sequence = 3", "there are 3 inputs, and the audit has 4"),
      (
        "DELETE FROM programmes WHERE id = 'other'",
        "a row of inputs names something in programmes that is not there"
      ),
    ])
  func sentences(sql: String, sentence: String) throws {
    let found = try faults(after: sql)
    #expect(found.contains(sentence), "the check says: \(found)")
  }

  @Test("A trigger that somebody took away is missed")
  func triggers() throws {
    let ledger = try filled()
    try ledger.pool.write { try $0.execute(sql: "DROP TRIGGER audit_never_deleted") }
    #expect(
      try ledger.check() == ["the audit can be changed: the trigger audit_never_deleted is not there"])
  }

  @Test("Bytes of the right length that are not those of the digest are found")
  func bytes() throws {
    let found = try faults(after: "UPDATE contents SET bytes = x'39' WHERE bytes = x'31'")
    #expect(found == ["the bytes of contents \(digest("1").text) are not those of that digest"])
  }
}
