import Tabular
import Testing

@Suite struct CSVWriterTests {
  private func written(_ header: [String], _ rows: [[String]]) -> String {
    String(decoding: CSVWriter.bytes(header: header, rows: rows), as: UTF8.self)
  }

  @Test func cellsAreQuotedOnlyWhereNeeded() {
    #expect(
      written(["a", "b"], [["x, y", "say \"hm\""], ["two\nlines", " plain "], ["", "é"]])
        == "a,b\n\"x, y\",\"say \"\"hm\"\"\"\n\"two\nlines\", plain \n,é\n")
  }

  @Test func rowsAreMadeAsLongAsTheHeader() {
    #expect(written(["a", "b"], [["1"], ["1", "2", "3"], []]) == "a,b\n1,\n1,2\n,\n")
  }

  @Test func aBlankCellAloneIsStillARow() {
    #expect(written(["a"], [[""], ["1"]]) == "a\n\"\"\n1\n")
    #expect(CSVReader().read(CSVWriter.bytes(header: ["a"], rows: [[""], ["1"]])).table.rowCount == 2)
  }

  @Test func absentCellsAreBlank() {
    var writer = CSVWriter(header: ["a", "b"])
    writer.append([nil, "1"])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,b\n,1\n")
  }

  @Test func aByteOrderMarkIsWrittenOnlyOnRequest() {
    #expect(CSVWriter(header: ["a"]).bytes == Array("a\n".utf8))
    #expect(CSVWriter(header: ["a"], byteOrderMark: true).bytes == Array("\u{FEFF}a\n".utf8))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+44 161", "'+44 161"), ("-A", "'-A"), ("@SUM", "'@SUM"), ("\t=1", "'\t=1"),
    ("＝1", "'＝1"), ("'=1", "''=1"), ("''-x", "'''-x"), ("-", "'-"), ("-1.2.3", "'-1.2.3"), ("-1e5", "'-1e5"),
    ("-5", "-5"), ("-0.25", "-0.25"), ("12", "12"), ("'tis", "'tis"), ("O'Neill", "O'Neill"), ("'", "'"),
    ("a=1", "a=1"), ("", ""),
  ])
  func formulasAreGuarded(value: String, cell: String) {
    #expect(written(["a", "b"], [[value, ""]]) == "a,b\n\(cell),\n")
  }

  @Test func everyValueComesBackAsItWas() {
    // Every text of up to three of these, which meet all the rules of quoting and guarding.
    let letters = ["", "'", "\"", "=", "-", "5", ",", "\r", "\n", "\r\n", "\t", "＋", "é", " "]
    let values = letters.flatMap { a in letters.flatMap { b in letters.map { a + b + $0 } } }
    let table = CSVReader().read(CSVWriter.bytes(header: ["value", "end"], rows: values.map { [$0, "."] }))
      .table
    #expect(table.rows.map { $0[0].text } == values)
  }
}
