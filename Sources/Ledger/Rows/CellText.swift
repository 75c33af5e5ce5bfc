/// Cells as JSON text: one object whose members keep the order of the cells, so that equal cells are equal bytes.
///
/// SQLite's JSON functions read it (`json_extract(cells, '$.team_id')`).
enum CellText {
  /// The object of `cells`, without white space.
  static func encode(_ cells: [LedgerCell]) -> String {
    var text = "{"
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      quote(cell.column, into: &text)
      text += ":"
      quote(cell.value, into: &text)
    }
    return text + "}"
  }

  /// The cells of what `encode` wrote; `nil` for any other text.
  static func decode(_ text: String) -> [LedgerCell]? {
    var reader = CellReader(text)
    return reader.object()
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

/// Reads the one form of JSON that `CellText` writes.
private struct CellReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func object() -> [LedgerCell]? {
    var cells: [LedgerCell] = []
    guard take("{") else { return nil }
    if take("}") { return index == bytes.count ? cells : nil }
    repeat {
      guard let column = string(), take(":"), let value = string() else { return nil }
      cells.append(LedgerCell(column, value))
    } while take(",")
    guard take("}"), index == bytes.count else { return nil }
    return cells
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = escape() else { return nil }
        text.append(escaped)
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> UInt8? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return UInt8(ascii: "\n")
    case UInt8(ascii: "r"): return UInt8(ascii: "\r")
    case UInt8(ascii: "t"): return UInt8(ascii: "\t")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count,
        let digits = String(validating: bytes[index..<index + 4], as: UTF8.self),
        let value = UInt8(digits, radix: 16)
      else { return nil }
      index += 4
      return value
    default: return nil
    }
  }
}
