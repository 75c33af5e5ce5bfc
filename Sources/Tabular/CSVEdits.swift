/// A table's file with some cells changed and every other byte as it was, but in UTF-8.
///
/// A table that was put together from cells is written as CSV.
public struct CSVEdits: Sendable {
  private let table: CSVTable
  private let dialect: Dialect
  private var edits: [(span: Range<Int>, bytes: [UInt8])] = []
  /// The values set, by row (the header's is 0) and field.
  private var values: [Int: [Int: String]] = [:]

  /// No change yet to the file that `table` was read from.
  public init(_ table: CSVTable) {
    self.table = table
    dialect = table.form.dialect
  }

  /// Makes `value` the cell `field` of `row`, a row (or the header) of the table; where the row ends before it,
  /// blank cells come in between. Each cell is set once at most.
  public mutating func set(_ field: Int, of row: CSVRow, to value: String) {
    values[row.index, default: [:]][field] = value
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
    if table.storage.places != nil { return written }
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

  private var written: [UInt8] {
    func texts(_ row: CSVRow) -> [String] {
      let set = values[row.index] ?? [:]
      let count = max(row.count, (set.keys.max() ?? -1) + 1)
      return (0..<count).map { set[$0] ?? row[$0].text }
    }
    return CSVWriter.bytes(header: texts(table.header), rows: table.rows.map(texts))
  }
}
