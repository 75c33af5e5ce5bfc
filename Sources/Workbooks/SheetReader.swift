import Tabular

/// Reads the cells of one sheet.
///
/// Of a formula its stored result counts. Source: ECMA-376, part 1, 18.3 (SpreadsheetML, worksheets).
struct SheetReader {
  let strings: SharedStrings
  let formats: CellFormats
  let number: CellNumber
  let limits: WorkbookLimits

  private struct Cell {
    var column: Int
    var text: String
  }

  private struct Row {
    var number: Int
    var isHidden: Bool
    var cells: [Cell] = []
  }

  /// A cell whose end has not come yet.
  private struct OpenCell {
    var type: String
    var style: Int
    var column: Int
    var hasFormula = false
    var value: String?
    var isInValue = false
    var rich = RichText()
  }

  /// What is known of a sheet while it is read.
  private struct Sheet {
    var rows: [Row] = []
    var problems: [SheetProblem] = []
    var hiddenColumns: [ClosedRange<Int>] = []
    var cells = 0
    var textBytes = 0
  }

  func sheet(named name: String, in xml: WorkbookXML) throws(WorkbookFault) -> WorkbookSheet {
    var xml = xml
    var sheet = Sheet()
    var open: OpenCell?
    while let event = try xml.next() {
      switch event {
      case .start(let element): try start(element, &open, &sheet)
      case .end("v"): open?.isInValue = false
      case .end("c"):
        if let cell = open { close(cell, &sheet) }
        open = nil
      case .text(let text):
        if var cell = open, cell.isInValue {
          cell.value = (cell.value ?? "") + text
          open = cell
        }
      case .end, .finished: break
      }
      if open?.type == "inlineStr" { open?.rich.take(event) }
      if let last = sheet.problems.last, last.isFinal { break }
    }
    return finished(name, sheet)
  }

  private func start(_ element: XMLElement, _ open: inout OpenCell?, _ sheet: inout Sheet)
    throws(WorkbookFault)
  {
    switch element.name {
    case "row":
      let last = sheet.rows.last?.number ?? 0
      let number = element["r"].map { Int($0) ?? 0 } ?? last + 1
      guard number > last, number <= CellName.lastRow else { throw .damaged("its rows are not in order") }
      sheet.rows.append(Row(number: number, isHidden: element.isTrue("hidden")))
    case "c":
      guard let row = sheet.rows.last else { throw .damaged("a cell stands outside all rows") }
      let last = row.cells.last?.column ?? 0
      let place = element["r"].map { CellName.place($0) } ?? (row.number, last + 1)
      guard let place, place.row == row.number, place.column > last, place.column <= CellName.lastColumn
      else {
        throw .damaged("its cells are not in order")
      }
      sheet.cells += 1
      if sheet.cells > limits.cells {
        sheet.problems.append(
          SheetProblem(
            position: TextPosition(line: row.number, column: place.column),
            kind: .tooManyCells(limit: limits.cells)))
        return
      }
      open = OpenCell(
        type: element["t"] ?? "n", style: element["s"].flatMap { Int($0) } ?? 0, column: place.column)
    case "f": open?.hasFormula = true
    case "v": open?.isInValue = true
    case "col":
      if element.isTrue("hidden"), let min = element["min"].flatMap({ Int($0) }),
        let max = element["max"].flatMap({ Int($0) }), 1 <= min, min <= max, sheet.hiddenColumns.count < 1000
      {
        sheet.hiddenColumns.append(min...max)
      }
    case "mergeCell":
      guard let range = element["ref"], let first = range.split(separator: ":").first,
        let place = CellName.place(first), sheet.problems.count < Self.mostProblems
      else { return }
      sheet.problems.append(
        SheetProblem(
          position: TextPosition(line: place.row, column: place.column),
          kind: .merged(String(range.prefix(30)))))
    case _: break
    }
  }

  /// So many problems of a sheet are told.
  private static let mostProblems = 1000

  private func close(_ cell: OpenCell, _ sheet: inout Sheet) {
    let row = sheet.rows.count - 1
    let position = TextPosition(line: sheet.rows[row].number, column: cell.column)
    var text = ""
    switch value(of: cell) {
    case .success(let value): text = value
    case .failure(let kind):
      if sheet.problems.count < Self.mostProblems {
        sheet.problems.append(SheetProblem(position: position, kind: kind.kind))
      }
    }
    if text.utf8.count > limits.cellBytes {
      let kind = SheetProblemKind.longCell(bytes: text.utf8.count, limit: limits.cellBytes)
      if sheet.problems.count < Self.mostProblems {
        sheet.problems.append(SheetProblem(position: position, kind: kind))
      }
      text = ""
    }
    sheet.textBytes += text.utf8.count
    if sheet.textBytes > limits.textBytes {
      sheet.problems.append(SheetProblem(position: position, kind: .tooMuchText(limit: limits.textBytes)))
      return
    }
    sheet.rows[row].cells.append(Cell(column: cell.column, text: text))
  }

  private struct Failure: Error { var kind: SheetProblemKind }

  private func value(of cell: OpenCell) -> Result<String, Failure> {
    if cell.type == "inlineStr" { return .success(cell.rich.text) }
    guard let raw = cell.value, !raw.isEmpty else {
      return cell.hasFormula && cell.type != "str"
        ? .failure(Failure(kind: .formulaWithoutValue)) : .success("")
    }
    switch cell.type {
    case "s":
      guard let index = Int(raw), strings.texts.indices.contains(index) else {
        return .failure(Failure(kind: .unreadable))
      }
      return .success(strings.texts[index])
    case "str": return .success(RichText.unescaped(raw))
    case "b": return .success(raw == "1" || raw == "true" ? "TRUE" : "FALSE")
    case "e": return .failure(Failure(kind: .errorValue(String(raw.prefix(20)))))
    case "d":
      // ISO 8601: a day may come with its first second.
      let parts = raw.split(separator: "T", maxSplits: 1)
      let isDay = parts.count == 2 && parts[1].allSatisfy { "0:.Z".contains($0) }
      return .success(isDay ? String(parts[0]) : raw)
    case "n":
      guard let value = Double(raw), value.isFinite else { return .failure(Failure(kind: .unreadable)) }
      return .success(number.text(value, as: formats.format(cell.style)))
    default: return .failure(Failure(kind: .unreadable))
    }
  }

  private func finished(_ name: String, _ sheet: Sheet) -> WorkbookSheet {
    func isBlank(_ text: String) -> Bool {
      text.unicodeScalars.allSatisfy { $0.isBlank || $0.properties.isWhitespace }
    }
    var result = WorkbookSheet(
      name: name, isHidden: false, table: .none, problems: sheet.problems, hiddenRows: 0, hiddenColumns: 0)
    let rows = sheet.rows.filter { $0.cells.contains { !isBlank($0.text) } }
    let width = rows.reduce(0) { max($0, $1.cells.last { !isBlank($0.text) }?.column ?? 0) }
    guard let header = rows.first else { return result }
    guard width * rows.count <= limits.cells else {
      if !sheet.problems.contains(where: \.isFinal) {
        result.problems.append(
          SheetProblem(
            position: TextPosition(line: header.number, column: 1), kind: .tooManyCells(limit: limits.cells)))
      }
      return result
    }
    func placed(_ row: Row) -> [PlacedCell] {
      var cells = (1...width).map { PlacedCell("", at: TextPosition(line: row.number, column: $0)) }
      for cell in row.cells where cell.column <= width { cells[cell.column - 1].text = cell.text }
      return cells
    }
    result.table = CSVTable(header: placed(header), rows: rows.dropFirst().map(placed))
    result.hiddenRows = rows.count { $0.isHidden }
    result.hiddenColumns = (1...width).count { column in sheet.hiddenColumns.contains { $0.contains(column) }
    }
    return result
  }
}

extension SheetProblem {
  /// Whether nothing after it was read.
  var isFinal: Bool {
    switch kind {
    case .tooManyCells, .tooMuchText: true
    case .merged, .errorValue, .formulaWithoutValue, .unreadable, .longCell: false
    }
  }
}

extension CSVTable {
  static let none = CSVTable(header: [], rows: [])
}
