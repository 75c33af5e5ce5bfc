import Tabular

/// What a cell may hold so that our own reader takes it without complaint, whatever a name or title holds.
struct CellText {
  /// The text of the cell.
  let text: String

  /// `value`, control characters made spaces, and cut with an ellipsis where the reader would find it too long.
  init(_ value: String) {
    var text = value
    if text.unicodeScalars.contains(where: Self.isControl) {
      var cleaned = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { cleaned.append(Self.isControl(scalar) ? " " : scalar) }
      text = String(cleaned)
    }
    if Self.written(text) > Self.limit {
      var kept = ""
      var length = Self.written("…")
      for character in text {
        length += character.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\"") ? 2 : 1) }
        guard length <= Self.limit else { break }
        kept.append(character)
      }
      text = kept + "…"
    }
    self.text = text
  }

  private static let limit = CSVLimits().cellBytes

  /// The most bytes that a cell takes: each quote twice, quotes around it, an apostrophe before a formula.
  private static func written(_ text: String) -> Int {
    text.utf8.count + text.utf8.count { $0 == UInt8(ascii: "\"") } + 3
  }

  /// Control characters other than the tab and the ends of lines, which a quoted cell may hold.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F: true
    default: false
    }
  }
}
