/// Writes a table as CSV: UTF-8, line feeds, quotes only where needed, formulas guarded (see `FormulaGuard`).
public struct CSVWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8]
  /// How many cells each row has.
  public let columnCount: Int
  private let dialect: Dialect

  /// Begins a table with its header row.
  ///
  /// A byte order mark makes Excel read letters beyond ASCII rightly; other programs may take it for a part
  /// of the first column's name, so it is written only on request.
  public init(header: [String], byteOrderMark: Bool = false, dialect: Dialect = .commaSeparated) {
    bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    columnCount = header.count
    self.dialect = dialect
    write(header)
  }

  /// Adds a row; cells that are missing are left blank, cells beyond the header's are dropped.
  public mutating func append(_ row: [String]) {
    write(row.prefix(columnCount) + Array(repeating: "", count: max(0, columnCount - row.count)))
  }

  /// Adds a row whose absent cells are left blank.
  public mutating func append(_ row: [String?]) { append(row.map { $0 ?? "" }) }

  /// The whole table at once.
  public static func bytes(header: [String], rows: [[String]]) -> [UInt8] {
    var writer = CSVWriter(header: header)
    for row in rows { writer.append(row) }
    return writer.bytes
  }

  private mutating func write(_ cells: some Collection<String>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(dialect.delimiter) }
      isFirst = false
      // A line with nothing on it would be no row at all.
      bytes += Self.cell(cell, quoted: cells.count == 1 && cell.isEmpty, delimiter: dialect.delimiter)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// `value` as a cell is written, in quotes where `quoted` or where it needs them.
  static func cell(_ value: String, quoted: Bool, delimiter: UInt8) -> [UInt8] {
    let text = FormulaGuard.guarded(value).utf8
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      quoted
      || text.contains { $0 == delimiter || $0 == quote || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return Array(text) }
    var bytes = [quote]
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
    return bytes
  }
}
