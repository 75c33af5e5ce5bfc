import Domain
import Tabular

/// A grid of people and days, read as rows of availability.csv.
struct GridTable {
  private let file: String
  private let grid: CSVTable
  private let dates: DateStyle
  private let findings: Findings

  /// A grid has so many cells at most.
  private static let most = 1_000_000

  /// What a blank cell says.
  private enum Blank {
    case undeclared, nothing
    case word(GridWord)
  }

  /// Whether `table` is a grid: its header begins with person_id and goes on with dates.
  static func isGrid(_ table: CSVTable) -> Bool { isHeader(table.header) }

  /// Whether `header` is a grid's.
  static func isHeader(_ header: CSVRow) -> Bool {
    guard header.count > 1, let rest = declaration(header[0]) else { return false }
    if !rest.isEmpty { return true }
    return (1..<header.count).contains {
      looksLikeDate(DateText.withoutMidnight(CellText.plain(header[$0].trimmedText)))
    }
  }

  init(file: String, _ table: CSVTable, dates: DateStyle, _ findings: Findings) {
    self.file = file
    grid = table
    self.dates = dates
    self.findings = findings
  }

  /// What follows `person_id` in the first cell of a grid's header; `nil` where it is none.
  private static func declaration(_ cell: CSVCell) -> String? {
    let text = cell.trimmedText.lowercased()
    guard text.hasPrefix("person_id") else { return nil }
    let rest = CellText.trimmed(String(text.dropFirst(9)))
    return rest.isEmpty || rest.hasPrefix("(") ? rest : nil
  }

  private static func looksLikeDate(_ text: String) -> Bool {
    text.utf8.count { (0x30...0x39).contains($0) } >= 2
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }
  }

  /// The rows that the grid stands for; what is wrong is reported, and such cells are left out.
  func table() -> CSVTable {
    let blank = self.blank()
    let columns = self.columns()
    var rows: [[PlacedCell]] = []
    var lines: [String: Int] = [:]
    var used: Set<GridWord> = []
    var blanks: [CSVCell] = []
    for row in grid.rows where !row.isBlank {
      guard let person = person(row, &lines) else { continue }
      for (field, date) in columns {
        let cell = row[field]
        let word: GridWord
        if cell.isBlank {
          switch blank {
          case .nothing: continue
          case .undeclared:
            blanks.append(cell)
            continue
          case .word(let meant): word = meant
          }
        } else {
          guard let written = self.word(cell) else { continue }
          word = written
          used.insert(word)
        }
        guard rows.count < Self.most else {
          findings.error(
            at: place(cell), "the grid says something of more than \(Self.most) days",
            "split it into several files")
          return CSVTable(header: [], rows: [])
        }
        let (start, end, status) = word.cells
        rows.append(
          [person, date] + [start, end, status.word].map { PlacedCell($0, at: cell.position) })
      }
    }
    report(blanks)
    note(used, blank)
    let header = ["person_id", "date", "start", "end", "status"]
    return CSVTable(header: header.map { PlacedCell($0, at: grid.header.position) }, rows: rows)
  }

  /// Reads `(blank=N)`.
  private func blank() -> Blank {
    guard let text = Self.declaration(grid.header[0]), !text.isEmpty else { return .undeclared }
    let inside = text.dropFirst().dropLast().split(separator: "=", omittingEmptySubsequences: false)
      .map { CellText.trimmed(String($0)) }
    if text.hasSuffix(")"), inside.count == 2, inside[0] == "blank" {
      if inside[1] == "nothing" { return .nothing }
      if let word = GridWord(inside[1]) { return .word(word) }
    }
    findings.error(
      at: place(grid.header[0]), "'\(grid.header[0].trimmedText.shown)' does not say what a blank cell means",
      "write person_id (blank=N), or another of \(words) instead of N, or nothing")
    return .nothing
  }

  /// The columns with a date, each with its cell.
  private func columns() -> [(field: Int, date: PlacedCell)] {
    var fields: [Day: Int] = [:]
    var columns: [(field: Int, date: PlacedCell)] = []
    for field in 1..<grid.header.count {
      let cell = grid.header[field]
      if cell.isBlank {
        if let filled = grid.rows.first(where: { !$0[field].isBlank }) {
          findings.error(
            at: place(filled[field]), "column \(field + 1) has cells and no date in the header",
            "write the date there, or take the cells away")
        }
        continue
      }
      switch DateText.read(cell.trimmedText, style: dates) {
      case .failure(let fault): findings.error(at: place(cell), fault.what, fault.whatToDo)
      case .success(let day):
        if let first = fields[day] {
          findings.error(
            at: place(cell), "\(day) stands in column \(first + 1) too", "keep one of the two columns")
        } else {
          fields[day] = field
          columns.append((field, PlacedCell(cell.trimmedText, at: cell.position)))
        }
      }
    }
    return columns
  }

  private func person(_ row: CSVRow, _ lines: inout [String: Int]) -> PlacedCell? {
    let cell = row[0]
    let id = cell.trimmedText
    if id.isEmpty {
      findings.error(at: place(cell), "person_id is blank", "fill it in, or take the row away")
    } else if PersonID(id) == nil {
      findings.error(
        at: place(cell), "'\(id.shown)' is no person id",
        "use 1 to 40 of the letters A-Z and a-z, digits, '.', '_' and '-'")
    } else if let line = lines[id] {
      findings.error(at: place(cell), "'\(id)' stands in line \(line) too", "keep one of the two rows")
    } else {
      lines[id] = cell.position.line
      return PlacedCell(id, at: cell.position)
    }
    return nil
  }

  private func word(_ cell: CSVCell) -> GridWord? {
    let text = cell.trimmedText
    if let word = GridWord(text) { return word }
    if ["x", "✗", "✘"].contains(text.lowercased()) {
      findings.error(at: place(cell), "'\(text)' may mean free or not free", "write Y or N")
    } else {
      findings.error(at: place(cell), "'\(text.shown)' says nothing of a day", "write \(words)")
    }
    return nil
  }

  private func report(_ blanks: [CSVCell]) {
    guard let first = blanks.first else { return }
    let rest = blanks.count > 1 ? " (and \(blanks.count - 1) more)" : ""
    findings.error(
      at: place(first), "the cell is blank\(rest), and the header does not say what that means",
      "write person_id (blank=N) as the first cell of the header, or another of \(words) instead of N, or nothing"
    )
  }

  private func note(_ used: Set<GridWord>, _ blank: Blank) {
    var meanings = GridWord.allCases.filter { used.contains($0) }.map(\.meaning)
    switch blank {
    case .undeclared: break
    case .nothing: meanings.append("blank as nothing said")
    case .word(let word): meanings.append("blank as \(word.rawValue)")
    }
    findings.note(
      at: .top(of: file), "read as a grid of people and days: \(meanings.joined(separator: ", "))",
      "send rows like those of availability.csv if another reading is meant")
  }

  private var words: String { GridWord.allCases.map(\.rawValue).orList }

  private func place(_ cell: CSVCell) -> Place {
    Place(file: file, line: cell.position.line, column: cell.position.column)
  }
}
