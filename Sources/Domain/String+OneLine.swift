extension String {
  /// The text on one line, safe for a calendar, a terminal and a report: every line break, control character
  /// and override of the writing direction becomes a space, and runs of white space one space.
  public var onOneLine: String {
    unicodeScalars.split(whereSeparator: Self.isGap).map { String(String.UnicodeScalarView($0)) }
      .joined(separator: " ")
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0: true  // C0, space, DEL, C1 and the no-break space
    case 0x2028, 0x2029: true  // line and paragraph separators
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true  // direction marks, byte order
    default: false
    }
  }
}
