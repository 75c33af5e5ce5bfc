import Tabular
import Workbooks

/// A workbook among a programme's files: each sheet is a table.
enum WorkbookFile {
  /// The sheets of `file` that hold anything, each under the name it goes by; `nil` after reporting that the file cannot
  /// be read.
  static func tables(of file: InputFile, _ findings: Findings) -> [(name: String, table: CSVTable)]? {
    let workbook: Workbook
    do {
      workbook = try Workbook(file.bytes)
    } catch {
      findings.error(at: .top(of: file.name), error.what, error.whatToDo)
      return nil
    }
    var tables: [(name: String, table: CSVTable)] = []
    for sheet in workbook.sheets {
      let name = SheetName.of(file.name, sheet: sheet.name)
      let top = Place.top(of: name)
      if sheet.isHidden {
        findings.warning(at: top, "the sheet is hidden, and is not read", "show it if it is meant to be read")
      }
      for problem in sheet.problems where !isOfUnreadCell(problem, in: sheet.table) {
        findings.error(
          at: Place(file: name, line: problem.position.line, column: problem.position.column), problem.what,
          problem.whatToDo)
      }
      if sheet.hiddenRows + sheet.hiddenColumns > 0 {
        findings.warning(
          at: top,
          """
          \(sheet.hiddenRows.of("hidden row")) and \(sheet.hiddenColumns.of("hidden column")) are read like all others
          """,
          "delete them if they are not meant")
      }
      if sheet.table.header.count > 0 { tables.append((name, sheet.table)) }
    }
    if workbook.sheets.allSatisfy({ $0.isHidden || ($0.table.header.count == 0 && $0.problems.isEmpty) }) {
      findings.error(
        at: .top(of: file.name), "no sheet of the workbook that is shown has a cell with text",
        "fill one in, or take the file away")
      return nil
    }
    return tables
  }

  /// Whether the problem is one of a cell at which nobody looks: of an Outlook export most columns.
  private static func isOfUnreadCell(_ problem: SheetProblem, in table: CSVTable) -> Bool {
    switch problem.kind {
    case .merged, .tooManyCells, .tooMuchText: return false
    case .errorValue, .formulaWithoutValue, .unreadable, .longCell: break
    }
    guard problem.position.line > table.header.position.line, let columns = OutlookColumns(table.header)
    else { return false }
    return !columns.fields.contains { table.header[$0].position.column == problem.position.column }
  }
}
