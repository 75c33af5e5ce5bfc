import Spool
import Testing

@Suite struct ReceiptTests {
  @Test(arguments: [
    ("one\ntwo\n", "one\r\ntwo\r\n"),
    ("one\r\ntwo", "one\r\ntwo\r\n"),
    ("one\rtwo", "one\r\ntwo\r\n"),
    ("", ""),
    ("\n\n", "\r\n\r\n"),
    ("a\u{1B}[31m\u{7}b\u{0}\tc", "a[31mb\tc\r\n"),
    ("csv.\u{202E}exe\u{2066}", "csv.exe\r\n"),
    ("Zürich – ≥ 5", "Zürich – ≥ 5\r\n"),
  ])
  func aReceiptIsLinesThatNotepadShows(text: String, written: String) {
    #expect(Receipt(kind: .receipt, text: text).text == written)
  }

  @Test func itLiesBesideItsFileAndIsReplacedWhole() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let name = FileName("teams.csv")
    try root.write(Receipt(kind: .receipt, text: "first"), beside: name, as: .accepted, of: scratch.programme)
    try root.write(
      Receipt(kind: .receipt, text: "second"), beside: name, as: .accepted, of: scratch.programme)
    try root.write(Receipt(kind: .why, text: "because"), beside: name, as: .rejected, of: scratch.programme)
    #expect(try scratch.tree("accepted/ilcop") == ["teams.csv.receipt.txt": "second\r\n"])
    #expect(try scratch.tree("rejected/ilcop") == ["teams.csv.why.txt": "because\r\n"])
  }

  @Test func theLongestNameHasRoomForItsReceipt() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    let name = FileName(FileName(String(repeating: "a", count: 251) + ".csv").shown)
    try root.write(Receipt(kind: .receipt, text: "x"), beside: name, as: .accepted, of: scratch.programme)
    #expect(try scratch.tree("accepted/ilcop").count == 1)
  }

  @Test func aDroppedFileCannotTakeTheNameOfAReceipt() throws {
    let scratch = try Scratch()
    let root = try scratch.prepared()
    try scratch.write("mine", to: "incoming/ilcop/teams.csv.receipt.txt")
    let claim = try scratch.claim("teams.csv.receipt.txt", in: root)
    #expect(try root.settle(claim, as: .accepted).name == FileName("teams.csv.receipt_.txt"))
  }
}
