/// Text from a stranger made fit to be shown: in a receipt, a log line or a name.
enum PlainText {
  /// Without control characters, line ends and marks that turn the direction of writing.
  static func oneLine(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.filter { !isHidden($0) })
    return String(kept)
  }

  /// The same for several lines: tabs stay, and every kind of line end becomes CR LF, as Notepad wants them.
  static func lines(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var lastWasReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        if !lastWasReturn { kept.append(contentsOf: "\r\n".unicodeScalars) }
      } else if scalar == "\r" {
        kept.append(contentsOf: "\r\n".unicodeScalars)
      } else if scalar == "\t" || !isHidden(scalar) {
        kept.append(scalar)
      }
      lastWasReturn = scalar == "\r"
    }
    if !kept.isEmpty, kept.last != "\n" { kept.append(contentsOf: "\r\n".unicodeScalars) }
    return String(kept)
  }

  /// Control characters of ASCII and Latin-1, line and paragraph separators, and the marks of bidirectional text.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
