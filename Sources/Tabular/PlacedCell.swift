/// A cell of a table that was put together from something other than a text of cells, and where it stands there.
public struct PlacedCell: Sendable, Equatable {
  /// Its value.
  public var text: String
  /// Where people find it.
  public var position: TextPosition

  /// A cell.
  public init(_ text: String, at position: TextPosition) {
    self.text = text
    self.position = position
  }
}

extension CSVTable {
  /// A table of these cells, whose texts are together less than 4,000,000,000 bytes; `rows` without cells are left out.
  public init(header: [PlacedCell], rows: [[PlacedCell]], form: TableForm = .plain) {
    var bytes: [UInt8] = []
    var cells: [CellSpan] = []
    var places: [TextPosition] = []
    var rowStarts: [UInt32] = [0]
    for row in [header] + rows where !row.isEmpty {
      for cell in row {
        let start = UInt32(bytes.count)
        bytes += cell.text.utf8
        cells.append(CellSpan(start: start, end: UInt32(bytes.count), isQuoted: false))
        places.append(cell.position)
      }
      rowStarts.append(UInt32(cells.count))
    }
    self.init(
      storage: CSVStorage(
        bytes: bytes, cells: cells, rowStarts: rowStarts, lineStarts: [0], form: form, places: places))
  }
}
