import Tabular
import Testing

@Suite struct CSVReaderTests {
  private func texts(_ text: String) -> [[String]] {
    let table = CSVReader().read(Array(text.utf8)).table
    return ([table.header] + table.rows).map { row in (0..<row.count).map { row[$0].text } }
  }

  private func problems(_ bytes: [UInt8], _ limits: CSVLimits = CSVLimits()) -> [String] {
    CSVReader(limits: limits).read(bytes).problems.map {
      "\($0.position.line):\($0.position.column): \($0.what); \($0.whatToDo)"
    }
  }

  private func problems(_ text: String, _ limits: CSVLimits = CSVLimits()) -> [String] {
    problems(Array(text.utf8), limits)
  }

  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "\u{FEFF}a,b\n1,2\n3,4\n",
    "a,b\n\n1,2\n\n3,4\n\n",
  ])
  func lineEndsByteOrderMarkAndEmptyLinesDoNotMatter(text: String) {
    #expect(texts(text) == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(problems(text) == [])
  }

  @Test func quotedCellsHoldDelimitersQuotesAndLineEnds() {
    let text = "a,b\n\"x, y\",\"say \"\"hm\"\"\"\n\"two\r\nlines\",\"\"\n"
    #expect(texts(text) == [["a", "b"], ["x, y", "say \"hm\""], ["two\r\nlines", ""]])
    #expect(problems(text) == [])
  }

  @Test func aDelimiterAtTheEndMakesAnotherCell() {
    #expect(texts("a,b\n1,\n2,") == [["a", "b"], ["1", ""], ["2", ""]])
  }

  @Test func everyCellKnowsItsPlace() {
    let table = CSVReader().read(Array("\u{FEFF}å,b,c\n\"é\nx\",2,\"3\"\n4,5,6\n".utf8)).table
    let places = ([table.header] + table.rows).flatMap { row in
      (0..<row.count).map { "\(row[$0].position.line):\(row[$0].position.column)/\(row[$0].field)" }
    }
    #expect(places == ["1:1/1", "1:3/2", "1:5/3", "2:1/1", "3:4/2", "3:6/3", "4:1/1", "4:3/2", "4:5/3"])
  }

  @Test func cellsBeyondTheRowAreBlankAndStandAtItsEnd() {
    let table = CSVReader().read(Array("a,b,c\n1,2\n".utf8)).table
    #expect(table.row(0)[2].text == "")
    #expect(table.row(0)[2].isBlank)
    #expect(table.row(0)[2].position == TextPosition(line: 2, column: 4))
  }

  @Test func everythingWrongIsReportedAtOnce() {
    let text = "a,b\nx\"y,1\n\"p\"q,\u{1}\n1\n1,2,3\n1,2,\n\"open,2\n"
    #expect(
      problems(text) == [
        """
        2:2: a quote stands inside a cell that does not begin with one; put the whole cell in quotes and \
        double each quote inside
        """,
        """
        3:4: the cell goes on after its closing quote; double each quote inside the cell, or take the text \
        after the quote away
        """,
        "3:6: the control character 0x01 stands in the text; take it away",
        "4:1: the row has 1 cell and the header 2; add the missing cells, or commas for blank ones",
        """
        5:5: the row has 3 cells and the header 2; put a cell that has commas in quotes, or take the \
        surplus cells away
        """,
        "7:1: a quote opens here and is never closed; close the quote, or take it away",
        "7:1: the row has 1 cell and the header 2; add the missing cells, or commas for blank ones",
      ])
  }

  @Test func aNulByteIsAControlCharacter() {
    #expect(
      problems([0x61, 0x0A, 0x00, 0x0A]) == [
        "2:1: the control character 0x00 stands in the text; take it away"
      ])
  }

  @Test func bytesThatAreNoUTF8AreReported() {
    // A byte without a character in Windows-1252, an overlong slash, a surrogate half, a character cut short.
    let bytes: [UInt8] = [0x61, 0x0A, 0x81, 0x0A, 0xC0, 0xAF, 0x0A, 0xED, 0xA0, 0x80, 0x0A, 0xE2, 0x82]
    let advice = "belongs to no UTF-8 character; save the file as 'CSV UTF-8'"
    #expect(
      problems(bytes) == [
        "2:1: the byte 0x81 \(advice)", "3:1: the byte 0xC0 \(advice)", "3:2: the byte 0xAF \(advice)",
        "4:1: the byte 0xED \(advice)", "4:2: the byte 0xA0 \(advice)", "4:2: the byte 0x80 \(advice)",
        "5:1: the byte 0xE2 \(advice)", "5:2: the byte 0x82 \(advice)",
      ])
  }

  @Test(arguments: ["å", "€", "𐍈", "\u{7FF}", "\u{FFFD}", "\u{10FFFF}"])
  func everyLengthOfUTF8IsRead(character: String) {
    #expect(texts("a\n\(character)\n") == [["a"], [character]])
    #expect(problems("a\n\(character)\n") == [])
  }

  @Test func aCarriageReturnAloneIsNoLineEnd() {
    #expect(
      problems("a\r1\r") == [
        "1:2: a carriage return stands without a line feed; save the file with line ends of Windows or Unix",
        "1:4: a carriage return stands without a line feed; save the file with line ends of Windows or Unix",
      ])
  }

  @Test func limitsAreKept() {
    #expect(
      problems("a\n12345\n", CSVLimits(cellBytes: 4)) == [
        "2:1: the cell has 5 bytes, more than the 4 that are read; shorten it"
      ])
    #expect(
      problems("a\n1\n2\n3\n", CSVLimits(rows: 2)) == [
        """
        4:1: the table has more than the 2 rows that are read; split it into several files with the same \
        header
        """
      ])
    #expect(
      problems("a\n1\n", CSVLimits(bytes: 3)) == [
        """
        1:1: the file has 4 bytes, more than the 3 that are read; split it into several files with the \
        same header
        """
      ])
  }

  @Test func whatIsNoTextOfCellsIsRefusedAsAWhole() {
    #expect(
      problems([0x61, 0x00, 0x2C, 0x00, 0x62, 0x00]) == [
        "1:1: the file looks like UTF-16, and no byte order mark says which; save it as 'CSV UTF-8'"
      ])
    #expect(
      problems([0x50, 0x4B, 0x03, 0x04]) == [
        "1:1: the file is a workbook or an archive, not CSV; save each sheet as 'CSV UTF-8'"
      ])
    for empty in ["", "\n\n", "\u{FEFF}"] {
      #expect(problems(empty) == ["1:1: the file is empty; write a header and rows, or take the file away"])
    }
  }

  @Test func rowsCanBeReadFromAnyIndex() {
    let table = CSVReader().read(Array("a\n1\n2\n3\n".utf8)).table
    #expect(table.rowCount == 3)
    #expect(table.rows.map { $0[0].text } == ["1", "2", "3"])
    #expect(table.row(2)[0].text == "3")
    #expect(table.row(3).count == 0)
  }

  @Test func aRowOfSpacesIsBlank() {
    let table = CSVReader().read(Array("a,b\n , \t\n\" \",\n1,\n".utf8)).table
    #expect(table.rows.map(\.isBlank) == [true, true, false])
  }

  @Test func `spaces that do not break, and marks without width, are blank`() {
    let table = CSVReader().read(
      Array("a,b,c\n\u{A0},\u{202F} \u{2007},\"\u{FEFF}\t\"\n\u{A0}x,\u{E9},\u{200D}\n".utf8)
    ).table
    #expect((0..<3).map { table.row(0)[$0].isBlank } == [true, true, true])
    #expect(table.row(0).isBlank)
    #expect((0..<3).map { table.row(1)[$0].isBlank } == [false, false, false])
  }
}
