import Tabular

/// Turns what is wrong with a table's text and header into diagnostics.
enum TableProblems {
  static func report(_ reading: CSVReading, kind: TableKind?, file: String, _ findings: Findings) {
    for problem in reading.problems {
      let place = place(problem.position, file)
      if case .shortRow(let cells, _, _) = problem.kind, let kind, isHarmless(cells, reading.table, kind) {
        // Spreadsheets leave out blank cells at the end of some rows.
        findings.warning(
          at: place, problem.what, "the missing cells are read as blank; fill them in if they are not")
      } else {
        findings.error(at: place, problem.what, problem.whatToDo)
      }
    }
  }

  /// Reports what is wrong with the rows as a whole, and nothing of cells, which may be anything where nobody reads them.
  static func reportStructure(_ reading: CSVReading, file: String, _ findings: Findings) {
    var isOneLine = false
    for problem in reading.problems {
      switch problem.kind {
      // No line has ended yet: every row went into the header.
      case .bareCarriageReturn where problem.position.line == 1 && !isOneLine:
        isOneLine = true
        findings.error(at: place(problem.position, file), problem.what, problem.whatToDo)
      case .unterminatedQuote, .strayQuote, .textAfterQuote, .longRow, .tooManyRows, .tooLarge, .empty,
        .archive,
        .utf16WithoutMark, .ambiguousDelimiter:
        findings.error(at: place(problem.position, file), problem.what, problem.whatToDo)
      case .shortRow, .longCell, .controlCharacter, .bareCarriageReturn, .invalidUTF8, .mixedEncodings,
        .doubtfulLetter, .brokenUTF16:
        break
      }
    }
  }

  /// Names each missing column and the header's name that comes nearest.
  static func reportMissing(
    _ missing: [String], of kind: TableKind, in table: CSVTable, file: String, _ findings: Findings
  ) {
    let known = Set(kind.columns.all)
    let unknown = TableHeader.names(of: table.header).filter { !known.contains($0.name) }
    for column in missing {
      let nearest = NearestName.of(column, among: unknown.map(\.name))
      let field = unknown.first { $0.name == nearest }?.field
      let place = field.map { TableHeader.place(of: $0, in: table, file: file) } ?? .top(of: file)
      findings.error(
        at: place,
        TableRecognition.kind(named: file) == kind
          ? "\(kind.file) lacks the column '\(column)'"
          : "the table looks like \(kind.file) and lacks the column '\(column)'",
        nearest.map { "rename '\($0)' if that is meant, or add the column" } ?? "add the column")
    }
  }

  /// Says that titles stand above the header.
  static func reportBelow(_ header: CSVRow, file: String, _ findings: Findings) {
    findings.error(
      at: place(header.position, file), "the table's header is here, and something stands above it",
      "take the rows above it away, so that the header comes first")
  }

  static func reportUnknown(
    _ similar: [TableKind], in table: CSVTable, file: String, _ findings: Findings
  ) {
    let names = Set(TableHeader.names(of: table.header).map(\.name))
    let resemblances = similar.prefix(3).map { kind in
      "\(kind.file) (lacks \(kind.columns.missing(in: names).andList))"
    }
    findings.error(
      at: .top(of: file), "no table is known with the columns of this header",
      resemblances.isEmpty
        ? "name the columns as docs/formats.md does, or take the file away"
        : "complete the header; it resembles \(resemblances.orList)")
  }

  private static func isHarmless(_ cells: Int, _ table: CSVTable, _ kind: TableKind) -> Bool {
    let required = kind.columns.required
    return !TableHeader.names(of: table.header).contains { $0.field >= cells && required.contains($0.name) }
  }

  private static func place(_ position: TextPosition, _ file: String) -> Place {
    Place(file: file, line: position.line, column: position.column)
  }
}
