import Foundation
import Tabular
import Testing
import Workbooks

/// Workbooks that other programs wrote; Books/make.py has how.
@Suite struct OtherWritersTests {
  private func book(_ name: String) throws -> Workbook {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Books")
    return try Workbook(Array(try Data(contentsOf: folder.appendingPathComponent(name))))
  }

  private func texts(_ table: CSVTable) -> [[String]] {
    ([table.header] + table.rows).map { row in (0..<row.count).map { row[$0].text } }
  }

  @Test func `openpyxl's dates, times, numbers and formulas are read`() throws {
    let book = try book("openpyxl.xlsx")
    #expect(book.sheets.map(\.name) == ["availability", "Hidden"])
    #expect(book.sheets.map(\.isHidden) == [false, true])
    #expect(
      texts(book.sheets[0].table) == [
        ["person_id", "date", "start", "end", "status", "note"],
        ["R0A-lead", "2027-01-12", "09:00", "12:30", "clinic", "Café"],
        ["R0A-lead", "2027-01-13", "", "", "unavailable", ""],
        ["R0A-nurse", "2027-01-14", "09:00", "", "if_needed", "TRUE"],
      ])
    #expect(
      book.sheets[0].problems == [
        SheetProblem(position: TextPosition(line: 4, column: 4), kind: .formulaWithoutValue)
      ])
  }

  @Test func `XlsxWriter's texts in pieces, formats of its own and stored results are read`() throws {
    let book = try book("xlsxwriter.xlsx")
    #expect(
      texts(book.sheets[0].table) == [
        ["person_id (blank=N)", "2027-01-11", "2027-01-12", "2027-01-13", "2027-01-14", "2027-01-15"],
        ["R0A-lead", "Y", "P", "?", "AM", "PM"], ["R0A-nurse", "Y", "", "", "", ""],
      ])
    #expect(book.sheets[0].problems == [])
  }
}
