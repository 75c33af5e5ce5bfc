/// One pass over the bytes of a table: where cells, rows and lines begin, and what is wrong on the way.
struct CSVScan {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let limits: CSVLimits
  private var cells: [CellSpan] = []
  private var rowStarts: [UInt32] = [0]
  private var lineStarts: [UInt32] = [0]
  private var found: [(offset: Int, kind: CSVProblemKind)] = []
  private var index = 0

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// `preface` bytes, a line of its own, come before the header and after a byte order mark.
  init(bytes: [UInt8], delimiter: UInt8, preface: Int, limits: CSVLimits) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.limits = limits
    // A byte order mark is skipped and takes no column.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      lineStarts[0] = 3
    }
    if preface > 0 {
      index += preface
      lineStarts.append(UInt32(index))
    }
  }

  mutating func run() {
    while index < bytes.count {
      if rowStarts.count - 1 > limits.rows {
        note(index, .tooManyRows(limit: limits.rows))
        return
      }
      scanRow()
    }
  }

  func storage(of bytes: [UInt8], form: TableForm) -> CSVStorage {
    CSVStorage(bytes: bytes, cells: cells, rowStarts: rowStarts, lineStarts: lineStarts, form: form)
  }

  func problems(in storage: CSVStorage) -> [CSVProblem] {
    found.map { CSVProblem(position: storage.position(of: $0.offset), kind: $0.kind) }
  }

  private mutating func scanRow() {
    let firstCell = cells.count
    while true {
      scanCell()
      guard index < bytes.count else { break }
      if bytes[index] == delimiter {
        index += 1
        if index == bytes.count { appendCell(from: index, isQuoted: false) }
        if index < bytes.count { continue }
        break
      }
      index += bytes[index] == Self.carriageReturn ? 2 : 1
      lineStarts.append(UInt32(index))
      break
    }
    // A line with nothing on it is no row.
    if cells.count == firstCell + 1, cells[firstCell].start == cells[firstCell].end {
      cells.removeLast()
    } else {
      rowStarts.append(UInt32(cells.count))
    }
  }

  /// Stops at the delimiter, line end or end of file after the cell.
  private mutating func scanCell() {
    let start = index
    let isQuoted = index < bytes.count && bytes[index] == Self.quote
    if isQuoted { skipQuoted() }
    var hasTextAfterQuote = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == Self.lineFeed || isLineEnd(byte) { break }
      if isQuoted {
        if !hasTextAfterQuote { note(index, .textAfterQuote) }
        hasTextAfterQuote = true
      } else if byte == Self.quote {
        note(index, .strayQuote)
      }
      checkControl(byte)
      index += 1
    }
    appendCell(from: start, isQuoted: isQuoted)
  }

  /// Skips from the opening quote to after the closing one, or to the end where there is none.
  private mutating func skipQuoted() {
    let start = index
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote {
        index += 1
        guard index < bytes.count, bytes[index] == Self.quote else { return }
      } else if byte == Self.lineFeed {
        lineStarts.append(UInt32(index + 1))
      } else if byte != Self.carriageReturn {
        checkControl(byte)
      }
      index += 1
    }
    note(start, .unterminatedQuote)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Self.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed
  }

  private mutating func checkControl(_ byte: UInt8) {
    guard byte < 0x20 || byte == 0x7F, byte != 0x09 else { return }
    note(index, byte == Self.carriageReturn ? .bareCarriageReturn : .controlCharacter(byte))
  }

  private mutating func appendCell(from start: Int, isQuoted: Bool) {
    if index - start > limits.cellBytes {
      note(start, .longCell(bytes: index - start, limit: limits.cellBytes))
    }
    cells.append(CellSpan(start: UInt32(start), end: UInt32(index), isQuoted: isQuoted))
  }

  private mutating func note(_ offset: Int, _ kind: CSVProblemKind) {
    if found.count < limits.problems { found.append((offset, kind)) }
  }
}
