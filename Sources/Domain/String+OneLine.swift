extension String {
  /// The text on one line, safe for a calendar, a terminal and a report: every line break, control character
  /// and override of the writing direction becomes a space, and runs of white space one space.
  public var onOneLine: String {
    if isPlainLine { return self }
    return unicodeScalars.split(whereSeparator: Self.isGap).map { String(String.UnicodeScalarView($0)) }
      .joined(separator: " ")
  }

  /// Whether it is printable ASCII with single spaces inside, as nearly every text is.
  private var isPlainLine: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      guard (0x21...0x7E).contains(byte) || (byte == 0x20 && previous != 0x20) else { return false }
      previous = byte
    }
    return previous != 0x20 || isEmpty
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0: true  // C0, space, DEL, C1 and the no-break space
    case 0x2028, 0x2029: true  // line and paragraph separators
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true  // direction marks, byte order
    case 0xFDD0...0xFDEF: true  // noncharacters, which a program may use for itself
    default: false
    }
  }
}
