/// Writes a page as text.
///
/// Lines are broken before elements that do not stand inside a sentence, so that two versions can be compared
/// line by line; a browser shows no difference.
struct HTMLWriter {
  private(set) var text = ""

  /// The text of a whole page.
  static func page(_ root: HTML) -> String {
    var writer = HTMLWriter()
    writer.text = "<!DOCTYPE html>"
    writer.write(root)
    return writer.text + "\n"
  }

  /// Adds a piece.
  mutating func write(_ piece: HTML) {
    switch piece {
    case .text(let words): text += Self.escaped(words)
    case .group(let pieces): for piece in pieces { write(piece) }
    case .style(let sheet): text += "\n<style>\n\(sheet.css)</style>"
    case .element(let element): write(element)
    }
  }

  private mutating func write(_ element: HTMLElement) {
    if element.tag.beginsLine { text += "\n" }
    text += "<" + element.tag.rawValue
    for attribute in element.attributes {
      text += " \(attribute.name.rawValue)=\"\(Self.escaped(attribute.value))\""
    }
    text += ">"
    guard !element.tag.isVoid else { return }
    for child in element.children { write(child) }
    text += "</" + element.tag.rawValue + ">"
  }

  /// `words` as text or the value of an attribute: markup is escaped; what ends lines, turns the direction of
  /// writing or has no form becomes a space; what no page may hold becomes U+FFFD.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(words.utf8.count)
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default:
        if isGap(scalar) {
          escaped += " "
        } else if isForbidden(scalar) {
          escaped += "\u{FFFD}"
        } else {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true  // C0, DEL, C1
    case 0x2028, 0x2029: true  // line and paragraph separators
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true  // direction, byte order
    default: false
    }
  }

  /// Noncharacters, which are an error in HTML.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
  }
}
