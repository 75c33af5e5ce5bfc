import Domain
import Testing

@testable import Ledger

@Suite("Retention")
struct RetentionTests {
  let ledger: OpenLedger
  private let scratch = Scratch()
  private let day: Int64 = 86_400

  init() throws {
    ledger = try scratch.open()
  }

  @Test("Logs go so many days after their jobs ended, but not those of held jobs")
  func logs() throws {
    let old = try ledger.startedJob()
    try ledger.change { change in
      try change.appendLog(of: old, "old\n")
      _ = try change.finish(old, summary: "")
    }
    let held = try ledger.startedJob()
    try ledger.change { change in
      try change.appendLog(of: held, "held\n")
      _ = try change.hold(held, error: "look")
    }
    let fresh = try ledger.startedJob()
    try ledger.change(at: second(8 * day)) { change in
      try change.appendLog(of: fresh, "fresh\n")
      _ = try change.finish(fresh, summary: "")
    }
    let rule = RetentionRule(logDays: 7)
    #expect(try ledger.change(at: second(7 * day)) { try $0.prune(rule) }.logs == 0)
    #expect(try ledger.change(at: second(9 * day)) { try $0.prune(rule) }.logs == 1)
    #expect(try [old, held, fresh].map { try ledger.log(of: $0) } == ["", "held\n", "fresh\n"])
    #expect(try ledger.check() == [])
  }

  @Test("plan.json stays of the newest releases only, and bringing back an older one says so")
  func plans() throws {
    for number in 1...5 { try ledger.release("plan \(number)") }
    try ledger.release("theirs", of: other)
    #expect(try ledger.change { try $0.prune(RetentionRule(plans: 2)) }.plans == 3)
    #expect(try ledger.change { try $0.prune(RetentionRule(plans: 2)) }.plans == 0)
    #expect(throws: LedgerError.planPruned(ilcop, number: 3)) {
      _ = try ledger.plan(ofRelease: 3, of: ilcop)
    }
    #expect(try ledger.plan(ofRelease: 4, of: ilcop) == Array("plan 4".utf8))
    #expect(try ledger.plan(ofRelease: 1, of: other) == Array("theirs".utf8))
    #expect(try ledger.releases(of: ilcop).map(\.planDigest) == (1...5).map { digest("plan \($0)") })
    #expect(try ledger.audit().filter { $0.what == .pruned }.count == 1)
    #expect(try ledger.check() == [])
  }

  @Test("Contents go when nothing they said is current and they are old; the tables of any time stay")
  func contents() throws {
    let visit = VisitReply(
      visit: .init(host: id("A"), visitors: [id("B")]), team: id("A"), answer: .accept)
    try ledger.change { change in
      _ = try change.recordInput(file("replaced"), changes: [.insert(person("p", "manager"))])
      _ = try change.recordInput(file("current"), changes: [.replace(person("p", "surgeon"))])
      _ = try change.recordInput(file("reply"), replies: [visit])
      _ = try change.recordInput(file("said nothing"))
      _ = try change.recordInput(file("said nothing", of: other), changes: [.insert(person("q", "other"))])
    }
    try ledger.change(at: second(100 * day)) { _ = try $0.recordInput(file("young")) }
    let rule = RetentionRule(contentDays: 30)
    #expect(try ledger.change(at: second(20 * day)) { try $0.prune(rule) }.contents == 0)
    #expect(try ledger.change(at: second(101 * day)) { try $0.prune(rule) }.contents == 1)
    let kept = try ["replaced", "current", "reply", "said nothing", "young"].map {
      try ledger.contents(of: digest($0)) != nil
    }
    #expect(kept == [false, true, true, true, true])
    #expect(try ledger.input(InputSequence(1))?.contentPrunedAt == second(101 * day))
    #expect(try ledger.currentRows(of: ilcop, asOf: InputSequence(1)) == [person("p", "manager")])
    #expect(try ledger.change { try $0.recordInput(file("replaced")) } == .duplicate(of: InputSequence(1)))
    #expect(try ledger.check() == [])
  }

  @Test("Content that was pruned is kept again when it is taken again")
  func again() throws {
    try ledger.change { change in
      _ = try change.recordInput(file("old"), changes: [.insert(person("p", "manager"))])
      _ = try change.recordInput(file("new"), changes: [.replace(person("p", "surgeon"))])
    }
    try ledger.change(at: second(400 * day)) { change in
      #expect(try change.prune(RetentionRule()).contents == 1)
      _ = try change.recordInput(
        file("old"), changes: [.replace(person("p", "manager"))], evenIfKnown: true)
    }
    #expect(try ledger.contents(of: digest("old")) == Array("old".utf8))
    #expect(try ledger.check() == [])
  }

  @Test("A rule that keeps less than nothing is refused")
  func nonsense() throws {
    for rule in [RetentionRule(logDays: -1), RetentionRule(plans: 0), RetentionRule(contentDays: -1)] {
      #expect(throws: LedgerError.self) { try ledger.change { _ = try $0.prune(rule) } }
    }
    #expect(try ledger.audit() == [])
  }
}
