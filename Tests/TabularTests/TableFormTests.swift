import Tabular
import Testing

/// How a text is written is told by the text.
@Suite struct TableFormTests {
  private func read(_ bytes: [UInt8]) -> (texts: [[String]], form: String, problems: [String]) {
    let reading = CSVReader().read(bytes)
    let rows = reading.table.header.count == 0 ? [] : [reading.table.header] + reading.table.rows
    return (
      rows.map { row in (0..<row.count).map { row[$0].text } }, reading.table.form.words,
      reading.problems.map { "\($0.position.line):\($0.position.column): \($0.what); \($0.whatToDo)" }
    )
  }

  private func utf16(_ text: String, bigEnd: Bool) -> [UInt8] {
    let mark: [UInt8] = bigEnd ? [0xFE, 0xFF] : [0xFF, 0xFE]
    return mark
      + text.utf16.flatMap {
        bigEnd ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
      }
  }

  @Test(arguments: [(",", "commas"), (";", "semicolons"), ("\t", "tabs")])
  func `cells are separated as the header's are`(delimiter: String, plural: String) {
    let text = "a,b\n\"1,;\t\",2\n".replacing(",b", with: delimiter + "b").replacing(
      ",2", with: delimiter + "2")
    let found = read(Array(text.utf8))
    #expect(found.texts == [["a", "b"], ["1,;\t", "2"]])
    #expect(found.form == "UTF-8 with \(plural)")
    #expect(found.problems == [])
  }

  @Test(arguments: ["sep=;\r\n", "SEP=;\n", "\"sep=;\"\n", "\u{FEFF}sep=;\n"])
  func `a first line of Excel says what separates, and takes a line`(line: String) {
    let reading = CSVReader().read(Array("\(line)a,x;b\n1;2,3\n".utf8))
    #expect(reading.problems == [])
    #expect(reading.table.form == TableForm(encoding: .utf8, dialect: .semicolonSeparated))
    let cell = reading.table.row(0)[1]
    #expect(cell.text == "2,3" && cell.position == TextPosition(line: 3, column: 3))
  }

  @Test func `where the header holds two of them the rows decide, and otherwise nobody`() {
    #expect(read(Array("a;b,c\n1;x\n2;y\n".utf8)).texts == [["a", "b,c"], ["1", "x"], ["2", "y"]])
    #expect(read(Array("a;b,c\nx,1\n".utf8)).texts == [["a;b", "c"], ["x", "1"]])
    for text in ["a;b,c\n", "a;b,c\n1;2,3\n", "a;b,c\n1\n", "a;b,c,d\n1;x\n1,2,3\n"] {
      let found = read(Array(text.utf8))
      #expect(found.texts == [])
      #expect(found.problems.count == 1)
      #expect(
        found.problems[0].contains(
          "cells separated by commas, or 2 cells separated by semicolons; put cells that hold"))
    }
  }

  @Test(arguments: [true, false])
  func `UTF-16 with a mark is read, its positions as people count`(bigEnd: Bool) {
    let bytes = utf16("a\té😀\tc\r\n1\t2\t3\r\n", bigEnd: bigEnd)
    let found = read(bytes)
    #expect(found.texts == [["a", "é😀", "c"], ["1", "2", "3"]])
    #expect(found.form == "UTF-16 with tabs" && found.problems == [])
    #expect(CSVReader().read(bytes).table.header[2].position == TextPosition(line: 1, column: 6))
  }

  @Test func `half a character of UTF-16 is told with its place`() {
    let half = "half a character of UTF-16 stands in the text; save the file as 'CSV UTF-8'"
    #expect(read([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x00, 0xD8, 0x62, 0, 0x0A, 0]).problems == ["2:1: \(half)"])
    #expect(read([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62]).problems == ["2:1: \(half)"])
  }

  @Test func `bytes that are no UTF-8 are Windows-1252, where nothing else is as likely`() {
    let bytes =
      Array("name,x\nCaf".utf8) + [0xE9, 0x2C, 0x93] + Array("O".utf8) + [0x92] + Array("Neill".utf8) + [0x94]
      + Array(",\n\u{20}".utf8) + [0x96, 0x20, 0x80, 0x35, 0x2C, 0x0A]
    let found = read(bytes)
    #expect(found.texts[1][0] == "Café" && found.texts[1][1] == "“O’Neill”" && found.texts[2][0] == " – €5")
    #expect(found.form == "Windows-1252 with commas")
  }

  @Test func `a letter of a Macintosh is not taken for one of Windows`() {
    let advice = "; save the file as 'CSV UTF-8'"
    #expect(
      read(Array("a\nJos".utf8) + [0x8E, 0x0A]).problems
        == ["2:4: the byte 0x8E is 'Ž' in Windows-1252 and 'é' on a Macintosh" + advice])
    #expect(
      read(Array("a\nMu".utf8) + [0x96] + Array("oz\n".utf8)).problems
        == ["2:3: the byte 0x96 is '–' in Windows-1252 and 'ñ' on a Macintosh" + advice])
    for (bytes, mac) in [
      (Array("Zo".utf8) + [0x91] + Array(",".utf8), "ë"), ([0x80] + Array("kerman".utf8), "Ä"),
      (Array("St Mary".utf8) + [0xD5] + Array("s".utf8), "’"),
    ] {
      let problems = read(Array("a,b\n".utf8) + bytes + Array(",\n".utf8)).problems
      #expect(problems.contains { $0.contains("and '\(mac)' on a Macintosh") }, "\(mac): \(problems)")
    }
    // Quotes, dashes and the euro where they stand in texts of Windows, and its capitals.
    let usual: [UInt8] =
      [0x91] + Array("a".utf8) + [0x92] + Array(" \u{20}".utf8) + [0x93] + Array("b".utf8) + [0x94]
      + Array(" O".utf8) + [0x92] + Array("Neill ".utf8) + [0x80] + Array("5 ".utf8) + [
        0xD3, 0x6C, 0x61, 0x0A,
      ]
    #expect(read(Array("a\n".utf8) + usual).problems == [])
  }

  @Test func `two encodings in one text are told, with both readings`() {
    #expect(
      read(Array("a\né\nCaf".utf8) + [0xE9, 0x0A]).problems == [
        """
        3:4: the byte 0xE9 is 'é' in Windows-1252 and nothing in UTF-8, in which other letters of the file are \
        written; save the file as 'CSV UTF-8'
        """
      ])
  }

  @Test func `a table may be put together from cells that stand elsewhere`() {
    let table = CSVTable(
      header: [
        PlacedCell("a", at: TextPosition(line: 3, column: 2)),
        PlacedCell("b", at: TextPosition(line: 3, column: 4)),
      ],
      rows: [[PlacedCell("é,\"x\n", at: TextPosition(line: 9, column: 2))], []])
    #expect(table.rowCount == 1 && table.header[1].position == TextPosition(line: 3, column: 4))
    #expect(table.row(0)[0].text == "é,\"x\n" && table.row(0).position == TextPosition(line: 9, column: 2))
    #expect(table.row(0)[1].text == "" && table.row(0)[1].position == TextPosition(line: 9, column: 2))
    var edits = CSVEdits(table)
    edits.set(1, of: table.row(0), to: "=1")
    #expect(String(decoding: edits.bytes, as: UTF8.self) == "a,b\n\"é,\"\"x\n\",'=1\n")
  }

  @Test func `what is written back is UTF-8 with the delimiter that was there`() {
    let table = CSVReader().read(Array("sep=;\na;b\nCaf".utf8) + [0xE9] + Array(";1\n".utf8)).table
    var edits = CSVEdits(table)
    edits.set(1, of: table.row(0), to: "2;3")
    #expect(String(decoding: edits.bytes, as: UTF8.self) == "sep=;\na;b\nCafé;\"2;3\"\n")
  }
}
