import Domain
import GRDB
import Testing

@testable import Ledger

@Suite("Releases, their calendar entries and feed tokens")
struct ReleaseTests {
  let ledger: OpenLedger
  private let scratch = Scratch()

  init() throws {
    ledger = try scratch.open()
  }

  private func entry(_ uid: String, _ sequence: Int, _ text: String, at moment: Timestamp = second(0))
    -> CalendarEntry
  {
    CalendarEntry(uid: uid, sequence: sequence, lastModified: moment, digest: digest(text))
  }

  private func new(_ job: JobID, feeds: [ReleaseFeed] = [], entries: [CalendarEntry] = []) -> NewRelease {
    NewRelease(programme: ilcop, job: job, plan: Array("plan".utf8), feeds: feeds, entries: entries)
  }

  @Test("A prepared release becomes published and its job done, in one change")
  func twoPhases() throws {
    let job = try ledger.startedJob()
    let number = try ledger.change(at: second(1)) { try $0.prepare(new(job)) }
    #expect(number == 1)
    #expect(try ledger.preparedRelease(of: ilcop)?.number == 1)
    #expect(try ledger.latestRelease(of: ilcop) == nil)
    #expect(try ledger.check() == [])
    try ledger.change(at: second(2)) { try $0.publish(1, of: ilcop, summary: "release 1") }
    let release = try #require(try ledger.latestRelease(of: ilcop))
    #expect(release.state == .published(at: second(2)))
    #expect(release.preparedAt == second(1))
    #expect(release.planDigest == digest("plan"))
    #expect(try ledger.job(job)?.state == .done(summary: "release 1"))
    #expect(try ledger.plan(ofRelease: 1, of: ilcop) == Array("plan".utf8))
    #expect(try ledger.check() == [])
  }

  @Test("A dropped release leaves nothing and its number is given again")
  func dropping() throws {
    try ledger.release("one", entries: [entry("v", 0, "12 May")])
    let job = try ledger.startedJob()
    let feeds = [ReleaseFeed(owner: .team(id("R0A")), file: "team-R0A.ics", digest: digest("x"))]
    let (number, sequences) = try ledger.change { change in
      let number = try change.prepare(new(job, feeds: feeds, entries: [entry("v", 1, "19 May")]))
      return (number, try change.entries(of: ilcop).map(\.sequence))
    }
    #expect(number == 2)
    #expect(sequences == [0])
    try ledger.change { try $0.drop(2, of: ilcop) }
    #expect(try ledger.entries(of: ilcop) == [entry("v", 0, "12 May")])
    #expect(try ledger.feeds(ofRelease: 2, of: ilcop).isEmpty)
    #expect(try ledger.job(job)?.state == .running(asked: nil))
    #expect(try ledger.change { try $0.prepare(new(job)) } == 2)
    #expect(try ledger.check() == [])
  }

  @Test("While a release is prepared its job stays running, and no other is prepared")
  func openRelease() throws {
    let job = try ledger.startedJob()
    _ = try ledger.change { try $0.prepare(new(job)) }
    let error = LedgerError.releaseOpen(ilcop, number: 1)
    #expect(throws: error) { try ledger.change { _ = try $0.prepare(new(job)) } }
    #expect(throws: error) { try ledger.change { _ = try $0.finish(job, summary: "") } }
    #expect(throws: error) { try ledger.change { _ = try $0.recover() } }
    try ledger.change { change in
      try change.drop(1, of: ilcop)
      #expect(try change.recover().map(\.id) == [job])
    }
    #expect(throws: LedgerError.jobNotRunning(job, .queued)) {
      try ledger.change { _ = try $0.prepare(new(job)) }
    }
  }

  @Test("A published release can be neither published again, nor dropped, nor deleted behind our back")
  func stays() throws {
    try ledger.release("one")
    let error = LedgerError.releasePublished(ilcop, number: 1)
    #expect(throws: error) { try ledger.change { try $0.publish(1, of: ilcop, summary: "") } }
    #expect(throws: error) { try ledger.change { try $0.drop(1, of: ilcop) } }
    #expect(throws: LedgerError.unknownRelease(ilcop, number: 2)) {
      try ledger.change { try $0.drop(2, of: ilcop) }
    }
    for sql in ["DELETE FROM releases", "UPDATE releases SET number = 7"] {
      #expect(throws: (any Error).self) { try ledger.pool.write { try $0.execute(sql: sql) } }
    }
  }

  @Test("Entries are kept as they last changed; SEQUENCE and LAST-MODIFIED never fall")
  func entries() throws {
    try ledger.release("one", entries: [entry("a", 0, "12 May"), entry("b", 0, "13 May")])
    var gone = entry("b", 1, "13 May", at: second(50))
    gone.cancelledSince = second(50)
    try ledger.release("two", entries: [entry("a", 0, "12 May"), gone], at: second(50))
    try ledger.release("three", entries: [entry("a", 1, "19 May", at: second(60))], at: second(60))
    #expect(try ledger.entries(of: ilcop) == [entry("a", 1, "19 May", at: second(60)), gone])
    let kept = try ledger.query { try Int.fetchOne($0, sql: "SELECT count(*) FROM entries") }
    #expect(kept == 4)
    for falling in [entry("a", 0, "19 May", at: second(60)), entry("a", 2, "x", at: second(59))] {
      let before = try ledger.dump().filter { !$0.hasPrefix("jobs") }
      #expect(throws: LedgerError.entryFalls(uid: "a")) {
        let job = try ledger.startedJob()
        defer { _ = try? ledger.change { try $0.fail(job, error: "falls") } }
        try ledger.change { _ = try $0.prepare(new(job, entries: [falling])) }
      }
      let after = try ledger.dump().filter { !$0.hasPrefix("jobs") }
      #expect(after.filter { $0.hasPrefix("entries") } == before.filter { $0.hasPrefix("entries") })
    }
    #expect(try ledger.check() == [])
  }

  @Test("A rollback is a new release that names the one it brings back")
  func rollback() throws {
    try ledger.release("one")
    try ledger.release("two")
    #expect(try ledger.release("one", restores: 1) == 3)
    #expect(try ledger.releases(of: ilcop).map(\.restores) == [nil, nil, 1])
    #expect(throws: LedgerError.unknownRelease(ilcop, number: 9)) {
      let job = try ledger.startedJob()
      var release = new(job)
      release.restores = 9
      try ledger.change { _ = try $0.prepare(release) }
    }
  }

  @Test("Numbers are 1, 2, … in each programme by itself")
  func numbers() throws {
    for _ in 1...3 { try ledger.release("x") }
    #expect(try ledger.release("x", of: other) == 1)
    #expect(try ledger.releases(of: ilcop).map(\.number) == [1, 2, 3])
    #expect(throws: LedgerError.jobOfAnotherProgramme(JobID(5), ilcop)) {
      let job = try ledger.startedJob(of: other)
      try ledger.change { _ = try $0.prepare(new(job)) }
    }
  }

  @Test("A feed is changed where its file differs from that of the release before")
  func feeds() throws {
    func feed(_ team: String, _ text: String) -> ReleaseFeed {
      ReleaseFeed(owner: .team(id(team)), file: "team-\(team).ics", digest: digest(text))
    }
    for feeds in [[feed("A", "1"), feed("B", "1")], [feed("A", "2"), feed("B", "1"), feed("C", "1")]] {
      let job = try ledger.startedJob()
      try ledger.change { change in
        let number = try change.prepare(new(job, feeds: feeds))
        try change.publish(number, of: ilcop, summary: "")
      }
    }
    #expect(try ledger.feeds(ofRelease: 1, of: ilcop).map(\.changed) == [true, true])
    let second = try ledger.feeds(ofRelease: 2, of: ilcop)
    #expect(second.map(\.feed) == [feed("A", "2"), feed("B", "1"), feed("C", "1")])
    #expect(second.map(\.changed) == [true, false, true])
    let job = try ledger.startedJob()
    #expect(throws: LedgerError.self) {
      try ledger.change { _ = try $0.prepare(new(job, feeds: [feed("A", "1"), feed("A", "1")])) }
    }
  }

  @Test("A token opens its owner's feed until it is revoked, and is kept as its digest only")
  func tokens() throws {
    let token = try #require(FeedToken(random: Array(1...16)))
    #expect(FeedToken(random: Array(1...15)) == nil)
    #expect(token.text == "0102030405060708090a0b0c0d0e0f10")
    #expect(FeedToken(text: token.text) == token)
    for wrong in ["", "0102", token.text + "1", "G102030405060708090a0b0c0d0e0f10"] {
      #expect(FeedToken(text: wrong) == nil)
    }
    let owner = FeedOwner.person(id("R0A-lead"))
    #expect(throws: LedgerError.unknownProgramme(ilcop)) {
      try ledger.change { try $0.issue(token, to: owner, of: ilcop) }
    }
    try ledger.change(at: second(1)) { change in
      try change.know(ilcop)
      try change.issue(token, to: owner, of: ilcop)
    }
    let issued = try #require(try ledger.feed(openedBy: token))
    #expect(issued.owner == owner)
    #expect(issued.programme == ilcop)
    #expect(try ledger.dump().allSatisfy { !$0.contains(token.text) })
    #expect(throws: LedgerError.tokenKnown) {
      try ledger.change { try $0.issue(token, to: .programme, of: ilcop) }
    }
    try ledger.change(at: second(2)) { try $0.revoke(issued.digest) }
    #expect(try ledger.feed(openedBy: token) == nil)
    #expect(try ledger.tokens(of: ilcop).map(\.revokedAt) == [second(2)])
    #expect(throws: LedgerError.unknownToken) { try ledger.change { try $0.revoke(issued.digest) } }
    #expect(try ledger.check() == [])
  }

  @Test("Each kind of owner is kept and read back")
  func owners() {
    let owners: [FeedOwner] = [
      .programme, .team(id("a")), .person(id("b")), .facilitator(id("c")), .room(id("d")),
    ]
    for owner in owners { #expect(FeedOwner(kind: owner.kind, id: owner.id) == owner) }
    #expect(FeedOwner(kind: "programme", id: "x") == nil)
    #expect(FeedOwner(kind: "team", id: "") == nil)
  }
}
