/// Reads CSV as RFC 4180 describes it, with everything that is wrong at once.
///
/// Lines end with CRLF or LF, a byte order mark is skipped, lines with nothing on them are no rows, and cells
/// that are missing at a row's end read as blank. Time is linear in the number of bytes.
public struct CSVReader: Sendable {
  /// How cells are separated.
  public var dialect: Dialect
  /// What is too much.
  public var limits: CSVLimits

  /// A reader.
  public init(dialect: Dialect = .commaSeparated, limits: CSVLimits = CSVLimits()) {
    self.dialect = dialect
    self.limits = limits
  }

  /// The table in `bytes` and everything wrong with its text, sorted by position.
  ///
  /// Where the text as a whole is none of ours (too large, UTF-16, a workbook, another delimiter), the table
  /// is empty.
  public func read(_ bytes: [UInt8]) -> CSVReading {
    if let kind = refusal(of: bytes) {
      return CSVReading(table: .empty, problems: [CSVProblem(position: .first, kind: kind)])
    }
    var scan = CSVScan(bytes: bytes, delimiter: dialect.delimiter, limits: limits)
    scan.run()
    let storage = scan.storage(of: bytes)
    let table = CSVTable(storage: storage)
    if table.header.count == 0 {
      return CSVReading(table: .empty, problems: [CSVProblem(position: .first, kind: .empty)])
    }
    if let other = otherDelimiter(in: table.header) {
      let problem = CSVProblem(position: table.header.position, kind: .otherDelimiter(other))
      return CSVReading(table: .empty, problems: [problem])
    }
    let problems = scan.problems(in: storage) + shapeProblems(of: table) + encodingProblems(in: storage)
    return CSVReading(table: table, problems: problems.sorted { $0.position < $1.position })
  }

  private func refusal(of bytes: [UInt8]) -> CSVProblemKind? {
    if bytes.count > limits.bytes { return .tooLarge(bytes: bytes.count, limit: limits.bytes) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    // Workbooks are ZIP archives; older ones are OLE compound files.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .archive
    }
    return nil
  }

  private func otherDelimiter(in header: CSVRow) -> OtherDelimiter? {
    guard header.count == 1 else { return nil }
    let text = header[0].text
    if text.contains(";") { return .semicolon }
    return text.contains("\t") ? .tab : nil
  }

  private func shapeProblems(of table: CSVTable) -> [CSVProblem] {
    let width = table.header.count
    var problems: [CSVProblem] = []
    for row in table.rows where row.count != width {
      if row.count < width {
        // One blank cell in a wider table is a line of spaces, which is no row either.
        guard !row.isBlank else { continue }
        problems.append(
          CSVProblem(position: row.position, kind: .shortRow(cells: row.count, header: width)))
      } else if let surplus = (width..<row.count).first(where: { !row[$0].isBlank }) {
        let cell = row[surplus]
        problems.append(
          CSVProblem(
            position: cell.position, field: cell.field, kind: .longRow(cells: row.count, header: width)))
      }
    }
    return problems
  }

  private func encodingProblems(in storage: CSVStorage) -> [CSVProblem] {
    guard String(validating: storage.bytes, as: UTF8.self) == nil else { return [] }
    return invalidUTF8(in: storage.bytes, limit: limits.problems).map { offset in
      CSVProblem(
        position: storage.position(of: offset), kind: .invalidUTF8(byte: storage.bytes[offset]))
    }
  }
}

/// A table as read, and what is wrong with it.
public struct CSVReading: Sendable {
  /// The table, as far as it could be read.
  public var table: CSVTable
  /// Everything wrong with the text, sorted by position.
  public var problems: [CSVProblem]
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
  static let empty = CSVTable(storage: CSVStorage(bytes: [], cells: [], rowStarts: [0], lineStarts: [0]))
}

extension TextPosition {
  static let first = TextPosition(line: 1, column: 1)
}
