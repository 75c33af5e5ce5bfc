import Fixtures
import Tabular
import Testing
import Workbooks

@Suite struct WorkbookTests {
  private typealias Cell = BookWriter.Cell

  private func texts(_ sheet: WorkbookSheet) -> [[String]] {
    let table = sheet.table
    guard table.header.count > 0 else { return [] }
    return ([table.header] + table.rows).map { row in (0..<row.count).map { row[$0].text } }
  }

  private func row(_ cells: [Cell]) throws -> [String] {
    let book = try Workbook(BookWriter([BookWriter.Sheet("S", [cells])]).bytes)
    #expect(book.sheets[0].problems == [])
    return texts(book.sheets[0]).first ?? []
  }

  @Test func `each sheet is a table whose cells know their rows and columns`() throws {
    let book = try Workbook(
      BookWriter([
        BookWriter.Sheet("Teams & more", texts: [[], ["", "team_id", "note"], [], ["", "R0A", "a & <b>"]]),
        BookWriter.Sheet("Empty", []),
      ]).bytes)
    #expect(book.sheets.map(\.name) == ["Teams & more", "Empty"])
    #expect(texts(book.sheets[0]) == [["", "team_id", "note"], ["", "R0A", "a & <b>"]])
    #expect(texts(book.sheets[1]) == [])
    let cell = book.sheets[0].table.row(0)[2]
    #expect(cell.position == TextPosition(line: 4, column: 3))
    #expect(book.sheets[0].table.row(0)[7].position == TextPosition(line: 4, column: 3))
  }

  @Test func `texts stand in the list or in the cell, whole or in pieces, and may hold any character`() throws
  {
    #expect(
      try row([
        .text("é"), .inline("in\"line"),
        .xml("<c r=\"C1\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>"),
        .xml("<c r=\"D1\" t=\"inlineStr\"><is><t>漢</t><rPh sb=\"0\" eb=\"1\"><t>かん</t></rPh></is></c>"),
        .xml("<c r=\"E1\" t=\"str\"><f>A1</f><v>x_x0041_y_x_</v></c>"),
        .xml("<c r=\"F1\" t=\"inlineStr\"><is><t><![CDATA[<&>]]>&#233;&#x1F600;</t></is></c>"),
      ]) == ["é", "in\"line", "ab", "漢", "xAy_x_", "<&>é😀"])
  }

  @Test func `numbers are written with as few digits as mean the same, and never with an exponent`() throws {
    let written = [
      "12", "0.83", "0.83000000000000007", "-1.5", "1E-3", "0.000012", "0.30000000000000004",
      "0.66666666666666663",
      "123456789.12345679", "1E+3", "-0",
    ]
    #expect(
      try row(written.map { .number($0) }) == [
        "12", "0.83", "0.83", "-1.5", "0.001", "0.000012", "0.3", "0.666666666667", "123456789.123", "1000",
        "0",
      ])
  }

  @Test func `a number is a date or a time where its format says so`() throws {
    // 46398 is 11 January 2027.
    let cells: [(String, Int, String)] = [
      ("46398", 0, "46398"), ("46398", 1, "2027-01-11"), ("46398", 2, "2027-01-11"),
      ("46398", 7, "2027-01-11"),
      ("46398.5", 2, "2027-01-11"), ("46398.375", 4, "2027-01-11 09:00"), ("46398", 4, "2027-01-11"),
      ("0.375", 3, "09:00"), ("0.52083333333333337", 3, "12:30"), ("0.99998842592592594", 3, "23:59:59"),
      ("1", 3, "24:00"), ("1.0625", 5, "25:30"), ("0.5", 8, "12:00"), ("0.5", 6, "0.5"),
      ("1", 1, "1900-01-01"),
      ("59", 1, "1900-02-28"), ("60", 1, "60"), ("61", 1, "1900-03-01"), ("-1", 1, "-1"),
      ("46398", 99, "46398"),
    ]
    #expect(try row(cells.map { .number($0.0, style: $0.1) }) == cells.map(\.2))
  }

  @Test func `days may be counted from 1904`() throws {
    var writer = BookWriter([BookWriter.Sheet("S", [[.number("44936", style: 1)]])])
    writer.properties = "date1904=\"1\""
    #expect(texts(try Workbook(writer.bytes).sheets[0]) == [["2027-01-11"]])
  }

  @Test func `yes and no, and dates in words of ISO 8601, are read`() throws {
    #expect(
      try row([
        .boolean(true), .boolean(false), .xml("<c r=\"C1\" t=\"d\"><v>2027-01-11T00:00:00.000Z</v></c>"),
        .xml("<c r=\"D1\" t=\"d\"><v>2027-01-11T09:30:00</v></c>"),
      ]) == ["TRUE", "FALSE", "2027-01-11", "2027-01-11T09:30:00"])
  }

  @Test func `what is wrong with cells is said at once, with the place`() throws {
    var sheet = BookWriter.Sheet(
      "S",
      [
        [.text("a"), .text("b")],
        [.xml("<c r=\"A2\" t=\"e\"><v>#REF!</v></c>"), .xml("<c r=\"B2\"><f>A1</f></c>")],
        [.xml("<c r=\"A3\" t=\"s\"><v>99</v></c>"), .number("twelve")],
        [.inline(String(repeating: "x", count: 5000)), .number("1e999")],
      ])
    sheet.after = "<mergeCells><mergeCell ref=\"B5:C6\"/></mergeCells>"
    let found = try Workbook(BookWriter([sheet]).bytes).sheets[0].problems.map {
      "\($0.position.line):\($0.position.column): \($0.what); \($0.whatToDo)"
    }
    #expect(
      found == [
        "2:1: the cell holds the error #REF!; correct the formula, or type the value",
        "2:2: the cell's formula has no stored result; open and save the workbook in Excel, or type the value",
        "3:1: the cell's value cannot be read; type it again",
        "3:2: the cell's value cannot be read; type it again",
        "4:1: the cell has 5000 bytes, more than the 4096 that are read; shorten it",
        "4:2: the cell's value cannot be read; type it again",
        "5:2: the cells B5:C6 are merged; split them, and fill in each",
      ])
  }

  @Test func `hidden sheets are not read, hidden rows and columns are counted`() throws {
    var hidden = BookWriter.Sheet("H", texts: [["a"]])
    hidden.state = "state=\"veryHidden\""
    var shown = BookWriter.Sheet("S", texts: [["a", "b"], ["1", "2"], []])
    shown.rowAttributes = [2: "hidden=\"1\"", 3: "hidden=\"true\""]
    shown.before = "<cols><col min=\"2\" max=\"9\" hidden=\"1\"/></cols>"
    let sheets = try Workbook(BookWriter([hidden, shown]).bytes).sheets
    #expect(sheets[0].isHidden && texts(sheets[0]) == [])
    #expect((sheets[1].hiddenRows, sheets[1].hiddenColumns) == (1, 1))
  }

  @Test func `what is no workbook is refused with what to do`() throws {
    func fault(_ bytes: [UInt8]) -> String? {
      do {
        _ = try Workbook(bytes)
        return nil
      } catch {
        return "\(error.what); \(error.whatToDo)"
      }
    }
    let whole = BookWriter([BookWriter.Sheet("S", texts: [["a"]])])
    func without(_ part: String, _ text: String? = nil) -> [UInt8] {
      var writer = whole
      writer.parts[part] = .some(text)
      return writer.bytes
    }
    let none =
      "the file is no workbook, or only a part of one; save it as .xlsx again, or each sheet as 'CSV UTF-8'"
    let again = "; open it in Excel, save it as .xlsx and send that"
    #expect(fault([]) == none)
    #expect(fault(Array("hello".utf8)) == none)
    #expect(fault(Array(whole.bytes.dropLast(30))) == none)
    #expect(fault(without("_rels/.rels")) == none)
    #expect(fault(without("xl/workbook.xml")) == none)
    #expect(
      fault([0xD0, 0xCF, 0x11, 0xE0, 0])
        == "the workbook is of the kind before .xlsx, or protected by a password; save it as .xlsx without a password"
    )
    #expect(
      fault(without("xl/worksheets/sheet1.xml")) == "the workbook is damaged: the sheet 'S' is not there"
        + again)
    #expect(
      fault(without("xl/_rels/workbook.xml.rels")) == "the workbook is damaged: the sheet 'S' is not there"
        + again)
    #expect(
      fault(without("xl/styles.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))
        == "the workbook is damaged: xl/styles.xml declares a document type, or something else that is not read"
        + again)
    #expect(
      fault(
        without(
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>"))
        == "the workbook is damaged: its rows are not in order" + again)
    #expect(
      fault(without("xl/worksheets/sheet1.xml", "<a><row><c r=\"B1\"/><c r=\"A1\"/></row></a>"))
        == "the workbook is damaged: its cells are not in order" + again)
    // Without styles and texts a workbook of numbers is whole.
    #expect(fault(without("xl/styles.xml")) == nil)
  }

  @Test func `limits are kept`() throws {
    let book = BookWriter([
      BookWriter.Sheet("S", texts: [["a", "b"], ["c", "d"]]), BookWriter.Sheet("T", []),
    ]).bytes
    #expect(throws: WorkbookFault.tooManySheets(2, limit: 1)) {
      try Workbook(book, limits: WorkbookLimits(sheets: 1))
    }
    let few = try Workbook(book, limits: WorkbookLimits(cells: 3)).sheets[0].problems
    #expect(few == [SheetProblem(position: TextPosition(line: 2, column: 2), kind: .tooManyCells(limit: 3))])
    let short = try Workbook(book, limits: WorkbookLimits(textBytes: 2)).sheets[0].problems
    #expect(short == [SheetProblem(position: TextPosition(line: 2, column: 1), kind: .tooMuchText(limit: 2))])
    // Two cells far apart, each by itself.
    var far = BookWriter.Sheet("F", [[.text("a"), .xml("<c r=\"XFD1\"><v>1</v></c>")]])
    far.rows += Array(repeating: [.text("a")], count: 200)
    let wide = try Workbook(BookWriter([far]).bytes).sheets[0].problems
    #expect(
      wide == [
        SheetProblem(position: TextPosition(line: 1, column: 1), kind: .tooManyCells(limit: 2_000_000))
      ])
  }

  @Test func `a text that many cells refer to counts each time`() throws {
    let long = String(repeating: "x", count: 4000)
    let rows = Array(repeating: Array(repeating: Cell.text(long), count: 20), count: 1000)
    let sheet = try Workbook(BookWriter([BookWriter.Sheet("S", rows)]).bytes).sheets[0]
    #expect(sheet.problems.map(\.kind) == [.tooMuchText(limit: 64 << 20)])
  }

  @Test func `columns have letters`() {
    #expect(
      [1, 26, 27, 52, 702, 703, 16_384].map { CellName.letters($0) } == [
        "A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD",
      ])
    #expect(CellName.of(row: 5, column: 3) == "C5")
  }

  @Test(arguments: StoredZip.Form.allCases)
  func `a workbook may be packed in the form for large archives`(form: StoredZip.Form) throws {
    let book = BookWriter([BookWriter.Sheet("S", texts: [["team_id"], ["R0A"]])])
    #expect(texts(try Workbook(book.bytes(form)).sheets[0]) == [["team_id"], ["R0A"]])
  }

  @Test func `one that only says so is refused, with what to do`() throws {
    var bytes = BookWriter([BookWriter.Sheet("S", texts: [["team_id"]])]).bytes(.large)
    // The locator, 42 bytes before the end, names another place for the record.
    bytes[bytes.count - 42 + 8] ^= 1
    let fault = #expect(throws: WorkbookFault.self) { try Workbook(bytes) }
    #expect(
      fault.map { "\($0.what); \($0.whatToDo)" }
        == """
        the workbook is damaged: it says that it is packed in the form for very large archives, and is not; open it in \
        Excel, save it as .xlsx and send that
        """)
  }
}
