import Tabular
import Testing

/// Cells changed in a file, and nothing else.
struct CSVEditsTests {
  private func edited(_ text: String, _ field: Int, _ values: [Int: String], header: String? = nil) -> String
  {
    let table = CSVReader().read(Array(text.utf8)).table
    var edits = CSVEdits(table)
    if let header { edits.set(field, of: table.header, to: header) }
    for index in 0..<table.rowCount {
      if let value = values[index] { edits.set(field, of: table.row(index), to: value) }
    }
    return String(decoding: edits.bytes, as: UTF8.self)
  }

  @Test func `without a change the bytes are the same`() {
    let text = "\u{FEFF}a,\"b\"\r\n\r\n 1 ,\"x,\"\"y\"\"\"\r\n,,,"
    #expect(edited(text, 1, [:]) == text)
  }

  @Test func `only the cell changes: line ends, quotes and spaces stay`() {
    #expect(
      edited("a,b,c\r\n 1 ,\"old\",\"p,q\"\r\n2,,'=x\r\n", 1, [0: "new", 1: "m,n"])
        == "a,b,c\r\n 1 ,new,\"p,q\"\r\n2,\"m,n\",'=x\r\n")
  }

  @Test func `a new column goes to the end, also of rows that end early`() {
    #expect(
      edited("a,b\n1,2\n3\n4,5", 2, [0: "x", 1: "y", 2: ""], header: "c") == "a,b,c\n1,2,x\n3,,y\n4,5,")
  }

  @Test func `what a spreadsheet would take for a formula is guarded`() {
    #expect(edited("a\n1\n", 0, [0: "=1+1"]) == "a\n'=1+1\n")
  }
}
