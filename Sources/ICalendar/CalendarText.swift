/// Text that comes from files, made safe for one line of a calendar.
///
/// libical escapes and folds TEXT values, but lets line breaks, control characters and `^` pass in
/// parameters, addresses and X-properties: so nothing reaches it that could begin a line of its own.
enum CalendarText {
  /// `text` on one line: every line break, control character and override of the writing direction becomes a
  /// space, and runs of white space one space.
  static func line(_ text: String) -> String {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isGap(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words.joined(separator: " ")
  }

  /// `text` for a parameter's value, where `^` begins an escape (RFC 6868) and a quotation mark ends it.
  static func parameter(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in line(text).unicodeScalars where scalar != "^" {
      view.append(scalar == "\"" ? "'" : scalar)
    }
    return line(String(view))
  }

  /// `text` as a mail address for `mailto:`; `nil` unless it is one plain address.
  static func address(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isPlain) }) else {
      return nil
    }
    return text
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0: true  // C0, space, DEL, C1 and the no-break space
    case 0x2028, 0x2029: true  // line and paragraph separators
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true  // direction marks, byte order
    default: false
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
