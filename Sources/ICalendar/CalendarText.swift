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

  /// One line of `text` for the value of an X-property, which is TEXT (RFC 5545 section 3.3.11). libical escapes its
  /// backslashes, but neither its commas nor its semicolons: they travel as characters that no text has, until
  /// `escapingMarked`.
  static func marked(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.onOneLine.unicodeScalars.map { scalar in
          switch scalar {
          case ",": comma
          case ";": semicolon
          default: scalar
          }
        }))
  }

  /// A calendar's bytes with what `marked` left escaped. A line gets shorter by it, so folding stays right.
  static func escapingMarked(_ bytes: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let isMark = bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xB7
      switch isMark ? bytes[index + 2] : 0 {
      case 0x90: escaped += [UInt8(ascii: "\\"), UInt8(ascii: ",")]
      case 0x91: escaped += [UInt8(ascii: "\\"), UInt8(ascii: ";")]
      default:
        escaped.append(bytes[index])
        index += 1
        continue
      }
      index += 3
    }
    return escaped
  }

  /// Two noncharacters, EF B7 90 and EF B7 91 in UTF-8; `onOneLine` lets none through. Literals may not hold them.
  private static let comma = Unicode.Scalar(0xFDD0 as UInt32) ?? ","
  private static let semicolon = Unicode.Scalar(0xFDD1 as UInt32) ?? ";"

  /// `text` as a mail address for `mailto:` (RFC 6068 section 2), where other than plain characters are written by their
  /// bytes; `nil` unless it is one address.
  static func address(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } })
    else { return nil }
    return parts.map { part in part.utf8.map(written).joined() }.joined(separator: "@")
  }

  private static func written(_ byte: UInt8) -> String {
    if isPlain(byte) { return String(UnicodeScalar(byte)) }
    return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
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
