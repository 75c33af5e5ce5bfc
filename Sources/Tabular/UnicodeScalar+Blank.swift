extension Unicode.Scalar {
  /// Whether it shows nothing: a space of any width, one that does not break a line (U+00A0, U+202F) as Excel, Outlook
  /// and web pages write it, a tab, or a mark without width (U+200B, U+200E, U+FEFF). Line breaks are none.
  public var isBlank: Bool {
    switch value {
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: isWidthless
    }
  }

  /// Whether it takes no room either and only steers how a text is laid out; the joiners U+200C and U+200D, which change
  /// letters, are none.
  public var isWidthless: Bool {
    switch value {
    case 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
