import Domain
import GRDB
import Testing

@testable import Ledger

@Suite("Inputs and rows")
struct InputTests {
  let ledger: OpenLedger
  private let scratch = Scratch()

  init() throws {
    ledger = try scratch.open()
  }

  @Test("An accepted input keeps its bytes, name, size, time and receipt")
  func accepted() throws {
    let outcome = try ledger.write(by: .folder, at: second(5)) { try $0.recordInput(file("a,b")) }
    #expect(outcome == .recorded(InputSequence(1)))
    let input = try #require(try ledger.input(InputSequence(1)))
    #expect(input.programme == ilcop)
    #expect(input.name == "people.csv")
    #expect(input.size == 3)
    #expect(input.receivedAt == second(5))
    #expect(input.fate == .accepted)
    #expect(input.receipt == "read 3 bytes")
    #expect(try ledger.contents(of: input.digest) == Array("a,b".utf8))
    #expect(try ledger.programmes().map(\.knownSince) == [second(5)])
    #expect(try ledger.check() == [])
  }

  @Test("Of an input that is not to be kept there are digest, size and receipt, and no bytes")
  func unkept() throws {
    let secret = Array("whose calendar this is".utf8)
    var calendar = file("whose calendar this is", name: "R0A-lead.ics")
    calendar.verdict = .acceptedUnkept(receipt: "2 entries")
    for number in 0..<2 {
      let outcome = try ledger.change { try $0.recordInput(calendar, changes: []) }
      #expect(outcome == (number == 0 ? .recorded(InputSequence(1)) : .duplicate(of: InputSequence(1))))
    }
    let input = try #require(try ledger.input(InputSequence(1)))
    #expect(input.fate == .accepted && input.size == Int64(secret.count) && input.receipt == "2 entries")
    #expect(try ledger.contents(of: mix(secret)) == nil)
    #expect(try ledger.check() == [])
  }

  @Test("The same content a hundred times is one input, and every other time a line of the audit")
  func duplicates() throws {
    for number in 0..<100 {
      let outcome = try ledger.change { try $0.recordInput(file("same", name: "copy \(number).csv")) }
      #expect(outcome == (number == 0 ? .recorded(InputSequence(1)) : .duplicate(of: InputSequence(1))))
    }
    #expect(try ledger.inputs(of: ilcop).count == 1)
    #expect(try ledger.audit().filter { $0.what == .inputDuplicate }.count == 99)
    #expect(try ledger.check() == [])
  }

  @Test("The same content in another programme is an input there")
  func programmes() throws {
    let outcomes = try ledger.change { change in
      try [file("same"), file("same", of: other)].map { try change.recordInput($0) }
    }
    #expect(outcomes == [.recorded(InputSequence(1)), .recorded(InputSequence(2))])
    #expect(try ledger.latestInput(of: ilcop) == InputSequence(1))
    #expect(try ledger.latestInput(of: other) == InputSequence(2))
    #expect(try ledger.check() == [])
  }

  @Test("A file of last week takes effect again where the caller knows that it changes something")
  func again() throws {
    try ledger.change { change in
      _ = try change.recordInput(file("old"), changes: [.insert(person("p", "manager"))])
      _ = try change.recordInput(file("new"), changes: [.replace(person("p", "surgeon"))])
      let outcome = try change.recordInput(
        file("old"), changes: [.replace(person("p", "manager"))], evenIfKnown: true)
      #expect(outcome == .recorded(InputSequence(3)))
    }
    #expect(try ledger.input(InputSequence(3))?.againOf == InputSequence(1))
    #expect(try ledger.currentRows(of: ilcop) == [person("p", "manager")])
    #expect(try ledger.change { try $0.recordInput(file("old")) } == .duplicate(of: InputSequence(1)))
    #expect(try ledger.check() == [])
  }

  @Test("A claim is recorded once, whatever became of it")
  func claims() throws {
    let outcome = try ledger.change { try $0.recordInput(file("a", claim: "c1")) }
    #expect(outcome == .recorded(InputSequence(1)))
    let again = try ledger.change { try $0.recordInput(file("a", claim: "c1")) }
    #expect(again == .alreadyRecorded(InputSequence(1)))
    #expect(
      try ledger.change { try $0.recordInput(file("a", claim: "c2")) } == .duplicate(of: InputSequence(1)))
    #expect(try ledger.input(claim: "c1")?.sequence == InputSequence(1))
    #expect(try ledger.audit().filter { $0.what == .inputAccepted }.count == 1)
  }

  @Test("Rejected content keeps no bytes, and may come again and be accepted")
  func rejected() throws {
    let outcomes = try ledger.change { change in
      try [refused("x"), refused("x")].map { try change.recordInput($0) }
    }
    #expect(outcomes == [.recorded(InputSequence(1)), .recorded(InputSequence(2))])
    #expect(try ledger.contents(of: digest("x")) == nil)
    #expect(try ledger.latestInput(of: ilcop) == nil)
    #expect(try ledger.input(InputSequence(1))?.receipt == "row 3 has no team")
    #expect(try ledger.change { try $0.recordInput(file("x")) } == .recorded(InputSequence(3)))
    #expect(try ledger.check() == [])
  }

  @Test("Bytes that are not those of the digest are refused")
  func mismatch() throws {
    var wrong = file("a")
    wrong.digest = digest("b")
    #expect(throws: LedgerError.contentMismatch(digest("b"))) {
      try ledger.change { _ = try $0.recordInput(wrong) }
    }
    #expect(try ledger.programmes().isEmpty)
  }

  @Test("The tables are known as of any input")
  func history() throws {
    try ledger.change { change in
      _ = try change.recordInput(
        file("1"),
        changes: [
          .insert(person("b", "manager")),
          .insert(LedgerRow(document: "programme.yaml", text: "id: ilcop\n")),
        ])
      _ = try change.recordInput(
        file("2"), changes: [.replace(person("b", "surgeon")), .insert(person("a", "other", source: "x"))])
      _ = try change.recordInput(file("3"), changes: [.remove(person("b", "").id)])
      _ = try change.recordInput(file("4"), changes: [.insert(person("b", "physician"))])
    }
    let document = LedgerRow(document: "programme.yaml", text: "id: ilcop\n")
    let a = person("a", "other", source: "x")
    let rows = try (0...4).map { try ledger.currentRows(of: ilcop, asOf: InputSequence($0)) }
    #expect(rows[0] == [])
    #expect(rows[1] == [person("b", "manager"), document])
    #expect(rows[2] == [a, person("b", "surgeon"), document])
    #expect(rows[3] == [a, document])
    #expect(rows[4] == [a, person("b", "physician"), document])
    #expect(try ledger.currentRows(of: ilcop) == rows[4])
    #expect(try ledger.currentRows(of: other) == [])
    #expect(try ledger.check() == [])
  }

  @Test("Changes made for other rows than those that are there are refused whole")
  func staleChanges() throws {
    try ledger.change { _ = try $0.recordInput(file("1"), changes: [.insert(person("a", "manager"))]) }
    let before = try ledger.dump()
    let cases: [([RowChange], LedgerError)] = [
      ([.insert(person("a", "surgeon"))], .rowExists(person("a", "").id)),
      ([.insert(person("b", "other")), .replace(person("c", "other"))], .rowMissing(person("c", "").id)),
      ([.remove(person("a", "", source: "x").id)], .rowMissing(person("a", "", source: "x").id)),
      (
        [.replace(person("a", "surgeon")), .replace(person("a", "other"))],
        .rowChangedTwice(person("a", "").id)
      ),
    ]
    for (changes, error) in cases {
      #expect(throws: error) {
        try ledger.change { _ = try $0.recordInput(file("2"), changes: changes) }
      }
      #expect(try ledger.dump() == before)
    }
  }

  @Test(
    "Cells come back as they were, whatever stands in them",
    arguments: [
      "", "plain", "\"quoted\" \\ back", "two\nlines\r\n\t", "\u{0}\u{1}\u{1f}", "Æ 漢 👩‍⚕️ \u{2028}",
      "{\"a\":1}",
    ])
  func cells(text: String) throws {
    let cells = [LedgerCell("z", text), LedgerCell(text, "a")]
    #expect(CellText.decode(CellText.encode(cells)) == cells)
    let row = LedgerRow(id: RowKey(table: "t", key: "k"), cells: cells)
    try ledger.change { _ = try $0.recordInput(file("1"), changes: [.insert(row)]) }
    #expect(try ledger.currentRows(of: ilcop) == [row])
  }

  @Test("Of the replies to a visit each team's last counts")
  func replies() throws {
    let visit = VisitID(host: id("R0A"), visitors: [id("RJ1"), id("RX-")])
    let yes = VisitReply(visit: visit, team: id("RJ1"), answer: .accept)
    let no = VisitReply(visit: visit, team: id("RJ1"), answer: .decline, note: "the lead is away")
    let host = VisitReply(visit: visit, team: id("R0A"), answer: .accept)
    try ledger.change { change in
      _ = try change.recordInput(file("1"), replies: [yes, host])
      _ = try change.recordInput(file("2"), replies: [no])
    }
    let found = try ledger.replies(of: ilcop)
    #expect(found.map(\.reply) == [host, no])
    #expect(found.map(\.input) == [InputSequence(1), InputSequence(2)])
    #expect(try ledger.audit().allSatisfy { line in line.details.allSatisfy { $0.value != no.note } })
    #expect(try ledger.check() == [])
  }

  @Test("The text of a visit's id is read back", arguments: ["R0A--RJ1", "A---B", "A.1--B_2+C-3", "A----B"])
  func visitNames(text: String) {
    #expect(VisitID(stored: text)?.text == text)
  }

  @Test(
    "Texts that name no visit are not read", arguments: ["", "--", "A--", "A-B", "A--B+", "A--C+B", "Ä--B"])
  func noVisitNames(text: String) {
    #expect(VisitID(stored: text) == nil)
  }
}
