import Domain

/// Text that comes from files, made safe for the places where libical does not make it so.
///
/// libical escapes and folds TEXT values, but lets line breaks, control characters and `^` pass in
/// parameters, addresses and X-properties: so everything goes through `onOneLine` or one of these first.
enum CalendarText {
  /// `text` for a parameter's value, where `^` begins an escape (RFC 6868) and a quotation mark ends it.
  static func parameter(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.onOneLine.unicodeScalars where scalar != "^" {
      view.append(scalar == "\"" ? "'" : scalar)
    }
    return String(view).onOneLine
  }

  /// `text` as a mail address for `mailto:`; `nil` unless it is one plain address.
  static func address(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isPlain) }) else {
      return nil
    }
    return text
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
