import Spool
import Testing

@Suite struct FileNameTests {
  @Test(arguments: [
    ("teams.csv", "teams.csv"),
    ("a\nb\u{7}.csv", "ab.csv"),
    ("\n", "unnamed"),
    ("\n.hidden", "_.hidden"),
    ("invoice\u{202E}vsc.exe", "invoicevsc.exe"),
    ("  teams.csv ", "teams.csv"),
    ("teams.csv.receipt.txt", "teams.csv.receipt_.txt"),
    ("teams.csv.WHY.TXT", "teams.csv.WHY_.txt"),
    ("Zürich.csv", "Zürich.csv"),
  ])
  func aNameIsShownAsOneHarmlessLine(raw: String, shown: String) {
    #expect(FileName(raw).shown == shown)
  }

  @Test func bytesThatAreNotTextBecomeUnderscores() {
    #expect(FileName(bytes: [0x74, 0xFF, 0x2E, 0x63, 0x73, 0x76]).shown == "t_.csv")
  }

  @Test func aLongNameLosesTheEndOfItsStemAndKeepsItsExtension() {
    let shown = FileName(String(repeating: "ü", count: 123) + ".csv").shown
    #expect(shown == String(repeating: "ü", count: 98) + ".csv")
    #expect(shown.utf8.count == 200)
    let bare = FileName(String(repeating: "a", count: 250)).shown
    #expect(bare == String(repeating: "a", count: 200))
    let odd = FileName("a." + String(repeating: "b", count: 250)).shown
    #expect(odd.utf8.count == 200)
  }

  @Test func aProgrammesNameIsShortAndPlain() {
    for good in ["ilcop", "A.b_c-1", String(repeating: "x", count: 40)] {
      #expect(ProgrammeName(good)?.text == good)
    }
    for bad in ["", ".hidden", "a b", "ü", "a/b", "..", String(repeating: "x", count: 41)] {
      #expect(ProgrammeName(bad) == nil)
    }
    #expect(ProgrammeName(FileName(bytes: [0x61, 0xFF])) == nil)
  }
}
