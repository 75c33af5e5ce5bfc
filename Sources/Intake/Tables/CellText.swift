import Tabular

/// The text of cells and settings, before anything is made of it.
enum CellText {
  /// Without spaces, tabs and what else shows nothing around it (see `Unicode.Scalar.isBlank`).
  static func trimmed(_ text: String) -> String {
    // Most cells have nothing to take away.
    if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return text
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[first...last])
  }

  /// With a plain space for each other one, and without marks that have no width: for headings, words of a list, dates
  /// and times, in which Excel and Outlook write both.
  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x09 }) { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isWidthless {
      plain.append(scalar.isBlank ? " " : scalar)
    }
    return String(plain)
  }

  /// The first character that does not belong in a name or word: controls, line and paragraph separators, and
  /// the marks that turn the direction of writing.
  static func forbidden(in text: String) -> Unicode.Scalar? {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return nil }
    return text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  /// A character's code for messages, as `U+000A`.
  static func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// So much of a text is repeated in a message.
  static let mostShown = 60

  /// A plain decimal number: a sign, digits, a point; at most 15 characters, so that it is exact enough.
  static func decimal(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard (1...15).contains(bytes.count) else { return nil }
    let unsigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    let digits = unsigned ? bytes.dropFirst() : bytes[...]
    let points = digits.count { $0 == UInt8(ascii: ".") }
    guard points <= 1, digits.count > points else { return nil }
    guard digits.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    return Double(text)
  }

  /// A whole number: a sign and at most 15 digits; `3.0` is whole too, as spreadsheets write it.
  static func whole(_ text: String) -> Int? {
    guard let value = decimal(text), value == value.rounded(.towardZero) else { return nil }
    return Int(exactly: value)
  }
}

extension StringProtocol {
  /// The text as messages repeat it: its beginning, where it is long.
  var shown: String {
    let start = prefix(CellText.mostShown)
    return start.endIndex == endIndex ? String(start) : start + "…"
  }
}
