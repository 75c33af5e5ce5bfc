/// Reads CSV as RFC 4180 describes it, with everything that is wrong at once.
///
/// Encoding and delimiter are told by the text: UTF-8, UTF-16 with a byte order mark or Windows-1252; commas, semicolons
/// or tabs, by the header or by a first line `sep=;` (see `TableForm`). Where two readings are as likely, neither is
/// taken. Lines end with CRLF or LF, a byte order mark is skipped, lines with nothing on them are no rows, and cells
/// that are missing at a row's end read as blank. Time is linear in the number of bytes.
public struct CSVReader: Sendable {
  /// How cells are separated; `nil` where the text is to tell.
  public var dialect: Dialect?
  /// What is too much.
  public var limits: CSVLimits

  /// A reader.
  public init(dialect: Dialect? = nil, limits: CSVLimits = CSVLimits()) {
    self.dialect = dialect
    self.limits = limits
  }

  /// The table in `bytes` and everything wrong with its text, sorted by position.
  ///
  /// Where the text as a whole is none of ours (too large, a workbook, separated nobody knows how), the table is empty.
  public func read(_ bytes: [UInt8]) -> CSVReading {
    if let kind = refusal(of: bytes) { return CSVReading(refused: kind) }
    let decoding = TextDecoding(bytes, limit: limits.problems)
    let text = decoding.bytes
    let mark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var preface = 0
    let separation: Dialect
    if let dialect {
      separation = dialect
    } else if let declared = DelimiterGuess.declared(in: text[mark...]) {
      preface = declared.length
      separation = declared.dialect
    } else {
      switch DelimiterGuess.dialect(of: text[mark...]) {
      case .certain(let dialect): separation = dialect
      case .ambiguous(let readings):
        return CSVReading(
          refused: .ambiguousDelimiter(readings.map { "\($0.cells) cells separated by \($0.dialect.plural)" })
        )
      }
    }
    let form = TableForm(encoding: decoding.encoding, dialect: separation)
    var scan = CSVScan(bytes: text, delimiter: separation.delimiter, preface: preface, limits: limits)
    scan.run()
    let storage = scan.storage(of: text, form: form)
    let table = CSVTable(storage: storage)
    if table.header.count == 0 { return CSVReading(refused: .empty) }
    let faults = decoding.faults.map {
      CSVProblem(position: storage.position(of: $0.offset), kind: $0.kind)
    }
    let problems = scan.problems(in: storage) + shapeProblems(of: table) + faults
    return CSVReading(table: table, problems: problems.sorted { $0.position < $1.position })
  }

  private func refusal(of bytes: [UInt8]) -> CSVProblemKind? {
    if bytes.count > limits.bytes { return .tooLarge(bytes: bytes.count, limit: limits.bytes) }
    // Workbooks are ZIP archives; older ones are OLE compound files.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .archive
    }
    // A letter of ASCII is followed, or preceded, by a zero.
    if bytes.count >= 4, bytes[0...3].count(where: { $0 == 0 }) == 2, (bytes[0] == 0) == (bytes[2] == 0) {
      return .utf16WithoutMark
    }
    return nil
  }

  private func shapeProblems(of table: CSVTable) -> [CSVProblem] {
    let width = table.header.count
    var problems: [CSVProblem] = []
    for row in table.rows where row.count != width {
      if row.count < width {
        // One blank cell in a wider table is a line of spaces, which is no row either.
        guard !row.isBlank else { continue }
        problems.append(
          CSVProblem(
            position: row.position, kind: .shortRow(cells: row.count, header: width, table.form.dialect)))
      } else if let surplus = (width..<row.count).first(where: { !row[$0].isBlank }) {
        let cell = row[surplus]
        problems.append(
          CSVProblem(
            position: cell.position, field: cell.field,
            kind: .longRow(cells: row.count, header: width, table.form.dialect)))
      }
    }
    return problems
  }
}

/// A table as read, and what is wrong with it.
public struct CSVReading: Sendable {
  /// The table, as far as it could be read.
  public var table: CSVTable
  /// Everything wrong with the text, sorted by position.
  public var problems: [CSVProblem]

  /// A reading.
  public init(table: CSVTable, problems: [CSVProblem]) {
    self.table = table
    self.problems = problems
  }

  init(refused kind: CSVProblemKind) {
    self.init(table: .empty, problems: [CSVProblem(position: .first, kind: kind)])
  }
}

/// What is too much for one file.
public struct CSVLimits: Sendable, Equatable {
  /// Bytes in the file; at most 4,000,000,000.
  public var bytes: Int
  /// Rows after the header.
  public var rows: Int
  /// Bytes in a cell, quotes included.
  public var cellBytes: Int
  /// Problems of one kind with the text itself; the rest are counted by nobody.
  public var problems: Int

  /// Limits far above any programme's tables.
  public init(
    bytes: Int = 64 << 20, rows: Int = 1_000_000, cellBytes: Int = 4096, problems: Int = 1000
  ) {
    self.bytes = min(bytes, 4_000_000_000)
    self.rows = rows
    self.cellBytes = cellBytes
    self.problems = problems
  }
}

extension CSVTable {
  static let empty = CSVTable(
    storage: CSVStorage(bytes: [], cells: [], rowStarts: [0], lineStarts: [0], form: .plain))
}

extension TextPosition {
  static let first = TextPosition(line: 1, column: 1)
}
