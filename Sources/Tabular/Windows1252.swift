/// The code page Windows-1252, and where it may be mistaken for that of a Macintosh.
enum Windows1252 {
  /// The character of `byte`; `nil` for the five that have none.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let scalar = upper[Int(byte) - 0x80]
    return scalar == "\u{FFFD}" ? nil : scalar
  }

  /// The character of `byte` in UTF-8.
  static func utf8(_ byte: UInt8) -> [UInt8] {
    scalar(byte).flatMap { UTF8.encode($0) }.map { Array($0) } ?? []
  }

  /// The character of `byte`, 0x80 to 0x9F or 0xD0 to 0xD5, in the code page Mac OS Roman.
  static func macintosh(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x80...0x9F: roman[Int(byte) - 0x80]
    case 0xD0...0xD5: romanMarks[Int(byte) - 0xD0]
    default: "\u{FFFD}"
    }
  }

  /// Whether the byte at `offset`, which is 0x80 or more, is as likely a letter in a Macintosh's code page.
  ///
  /// There 0x80 to 0x9F are letters; in Windows-1252 most of them are marks, of which some are common (quotes, dashes,
  /// the euro). A common mark stands at a word's edge, but for the apostrophe; a letter stands next to small letters.
  /// Quotes that open do not follow a letter, and the euro stands before a number. A capital in the middle of a word is a
  /// dash or a quote of a Macintosh.
  static func isDoubtful(at offset: Int, in bytes: [UInt8]) -> Bool {
    let byte = bytes[offset]
    let before = offset > 0 ? bytes[offset - 1] : 0x20
    let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
    if (0xD0...0xD5).contains(byte) { return isSmallLetter(before) }
    guard (0x80...0x9F).contains(byte) else { return false }
    guard commonMarks.contains(byte) else { return true }
    switch byte {
    case 0x92: return false
    case 0x80: return isSmallLetter(after)
    case 0x91, 0x93: return isLetter(before)
    default: return isLetter(before) && isSmallLetter(after)
    }
  }

  private static func isSmallLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || isSmallLetter(byte)
  }

  /// € … ‘ ’ “ ” • – — ™
  private static let commonMarks: Set<UInt8> = [0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99]

  private static let upper = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  private static let romanMarks = Array("–—“”‘’".unicodeScalars)
  private static let roman = Array("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü".unicodeScalars)
}
