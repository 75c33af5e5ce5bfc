/// A table's file with some cells changed and every other byte as it was.
public struct CSVEdits: Sendable {
  private let table: CSVTable
  private let dialect: Dialect
  private var edits: [(span: Range<Int>, bytes: [UInt8])] = []

  /// No change yet to the file that `table` was read from.
  public init(_ table: CSVTable, dialect: Dialect = .commaSeparated) {
    self.table = table
    self.dialect = dialect
  }

  /// Makes `value` the cell `field` of `row`, a row (or the header) of the table; where the row ends before it,
  /// blank cells come in between. Each cell is set once at most.
  public mutating func set(_ field: Int, of row: CSVRow, to value: String) {
    let span = row[field].span
    let missing = max(0, field - max(0, row.count - 1))
    edits.append(
      (
        Int(span.start)..<Int(span.end),
        Array(repeating: dialect.delimiter, count: missing)
          + CSVWriter.cell(value, quoted: false, delimiter: dialect.delimiter)
      ))
  }

  /// The file.
  public var bytes: [UInt8] {
    let before = table.storage.bytes
    var result: [UInt8] = []
    result.reserveCapacity(before.count + edits.count * 8)
    var index = 0
    for edit in edits.sorted(by: { $0.span.lowerBound < $1.span.lowerBound }) {
      result += before[index..<edit.span.lowerBound]
      result += edit.bytes
      index = edit.span.upperBound
    }
    return result + before[index...]
  }
}
