/// A table as read: its header and rows, with the position of every cell.
///
/// Cells are slices of the file; a `String` is made only where `text` is asked for.
public struct CSVTable: Sendable {
  let storage: CSVStorage

  /// The cells of the header; empty where the file is empty.
  public var header: CSVRow { CSVRow(storage: storage, index: 0) }
  /// How many rows follow the header.
  public var rowCount: Int { max(0, storage.rowStarts.count - 2) }

  /// How the text is written.
  public var form: TableForm { storage.form }

  /// The row `index`, 0 being the first after the header.
  public func row(_ index: Int) -> CSVRow { CSVRow(storage: storage, index: index + 1) }
  /// The rows after the header, in the order of the file.
  public var rows: some RandomAccessCollection<CSVRow> {
    (0..<rowCount).lazy.map { [storage] in CSVRow(storage: storage, index: $0 + 1) }
  }
}

/// A row of a table.
public struct CSVRow: Sendable {
  let storage: CSVStorage
  let index: Int

  private var start: Int { index < storage.rowStarts.count ? Int(storage.rowStarts[index]) : 0 }
  private var end: Int { index + 1 < storage.rowStarts.count ? Int(storage.rowStarts[index + 1]) : start }

  /// How many cells it has.
  public var count: Int { end - start }

  /// The cell `field`, 0 being the first; a cell beyond the last is blank and stands at the row's end.
  public subscript(field: Int) -> CSVCell {
    if field >= 0, start + field < end {
      CSVCell(
        storage: storage, span: storage.cells[start + field], field: field + 1,
        place: storage.places?[start + field])
    } else if let last = start < end ? storage.cells[end - 1] : nil {
      CSVCell(
        storage: storage, span: CellSpan(start: last.end, end: last.end, isQuoted: false), field: field + 1,
        place: storage.places?[end - 1])
    } else {
      CSVCell(
        storage: storage, span: CellSpan(start: 0, end: 0, isQuoted: false), field: field + 1, place: nil)
    }
  }

  /// Where its first cell begins.
  public var position: TextPosition { self[0].position }
  /// Whether no cell holds anything but spaces.
  public var isBlank: Bool { (0..<count).allSatisfy { self[$0].isBlank } }
}

/// A cell of a table.
public struct CSVCell: Sendable {
  let storage: CSVStorage
  let span: CellSpan
  /// Its number in the row, from 1.
  public let field: Int
  /// Where it stands, if not in a text.
  let place: TextPosition?

  /// Where it begins; a quoted cell begins at its quote.
  public var position: TextPosition { place ?? storage.position(of: Int(span.start)) }

  /// Its value: quotes resolved, the writer's apostrophe taken away (see `FormulaGuard`), bytes that are no
  /// UTF-8 replaced.
  public var text: String {
    let raw = storage.bytes[Int(span.start)..<Int(span.end)]
    guard span.isQuoted else { return unguarded(String(decoding: raw, as: UTF8.self), raw) }
    var value: [UInt8] = []
    value.reserveCapacity(raw.count)
    var index = raw.startIndex + 1
    let end = raw.count > 1 && raw.last == UInt8(ascii: "\"") ? raw.endIndex - 1 : raw.endIndex
    while index < end {
      value.append(raw[index])
      index += raw[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return unguarded(String(decoding: value, as: UTF8.self), value[...])
  }

  /// Whether it holds nothing but spaces, tabs and what else shows nothing (see `Unicode.Scalar.isBlank`).
  public var isBlank: Bool {
    let raw = storage.bytes[Int(span.start)..<Int(span.end)]
    let inside = span.isQuoted ? raw.dropFirst().dropLast() : raw
    // Most cells are settled by their first byte.
    guard let first = inside.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    return first >= 0x80 && String(decoding: inside, as: UTF8.self).unicodeScalars.allSatisfy(\.isBlank)
  }

  private func unguarded(_ text: String, _ raw: ArraySlice<UInt8>) -> String {
    raw.first == UInt8(ascii: "'") ? FormulaGuard.unguarded(text) : text
  }
}

/// A place in a text, for people: both counted from 1, columns in Unicode scalars.
public struct TextPosition: Sendable, Hashable, Comparable {
  /// The line; lines inside quoted cells count.
  public var line: Int
  /// The column in that line.
  public var column: Int

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Earlier in the text comes first.
  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

struct CellSpan: Sendable {
  var start: UInt32
  var end: UInt32
  var isQuoted: Bool
}

/// The bytes of a file and where its cells, rows and lines begin.
final class CSVStorage: Sendable {
  let bytes: [UInt8]
  let cells: [CellSpan]
  /// The first cell of each row, the header's first; one more than there are rows.
  let rowStarts: [UInt32]
  /// The offset at which each line begins; never empty.
  let lineStarts: [UInt32]
  let form: TableForm
  /// Where each cell stands, of a table that was put together from cells (see `PlacedCell`).
  let places: [TextPosition]?

  init(
    bytes: [UInt8], cells: [CellSpan], rowStarts: [UInt32], lineStarts: [UInt32], form: TableForm,
    places: [TextPosition]? = nil
  ) {
    self.bytes = bytes
    self.cells = cells
    self.rowStarts = rowStarts
    self.lineStarts = lineStarts
    self.form = form
    self.places = places
  }

  func position(of offset: Int) -> TextPosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    let start = min(Int(lineStarts[low]), offset)
    let scalars = bytes[start..<min(offset, bytes.count)].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return TextPosition(line: low + 1, column: scalars + 1)
  }
}
