import Domain

/// How wide words are in a picture, as far as that can be known without the reader's fonts.
enum PictureText {
  /// The height of the letters that all pictures use.
  static let size = 11.0

  /// About how wide `words` are: wide letters count double.
  static func width(_ words: String, size: Double = size) -> Double {
    words.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 1.05 : 0.56) * size }
  }

  /// `words` on one line, with an ellipsis where they would be wider than `width`.
  static func fitted(_ words: String, to width: Double, size: Double = size) -> String {
    // A name of ten thousand letters need not be measured to its end.
    let line = String(words.prefix(200)).onOneLine
    guard self.width(line, size: size) > width else { return line }
    var cut = line
    while !cut.isEmpty, self.width(cut + "…", size: size) > width { cut.removeLast() }
    return cut.trimmingSuffix(" ") + "…"
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: "MWmw@%".unicodeScalars.contains(scalar)
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
