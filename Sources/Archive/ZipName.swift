/// The name of an archive's entry, read as what it was written in: never one that leads out of a folder.
public struct ZipName: Hashable, Sendable {
  /// The folders and the file, or the folders alone where `isFolder`; each a sound name of 1 to 255 bytes.
  public let steps: [String]
  /// Whether the entry is a folder.
  public let isFolder: Bool

  /// The name for people.
  public var shown: String { steps.joined(separator: "/") }

  init(_ bytes: ArraySlice<UInt8>, saysUTF8: Bool) throws(ZipRefusal) {
    let text = Self.text(bytes, saysUTF8: saysUTF8)
    guard let text, !text.unicodeScalars.contains(where: Self.isHidden), !text.contains("\\"),
      !text.hasPrefix("/")
    else {
      throw .badName(Self.harmless(bytes))
    }
    isFolder = text.hasSuffix("/")
    steps = (isFolder ? text.dropLast() : text[...]).split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    let isSound = steps.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 }
    guard isSound, let first = steps.first, !Self.isDrive(first) else { throw .badName(Self.harmless(bytes)) }
  }

  private static func isDrive(_ step: String) -> Bool { step.utf8.count >= 2 && Array(step.utf8)[1] == 0x3A }

  private static func harmless(_ bytes: ArraySlice<UInt8>) -> String {
    var shown = String.UnicodeScalarView()
    let text = String(decoding: bytes.prefix(80), as: UTF8.self)
    shown.append(contentsOf: text.unicodeScalars.filter { !isHidden($0) })
    return String(shown) + (bytes.count > 80 ? "…" : "")
  }

  /// Control characters of ASCII and Latin-1, line and paragraph separators, and the marks of bidirectional text.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// UTF-8 where the entry says so, or where the bytes are; else the code page of MS-DOS, as the format has it
  /// (APPNOTE, appendix D).
  private static func text(_ bytes: ArraySlice<UInt8>, saysUTF8: Bool) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if saysUTF8 { return nil }
    var text = ""
    for byte in bytes {
      text.unicodeScalars.append(byte < 0x80 ? UnicodeScalar(byte) : codePage437[Int(byte) - 0x80])
    }
    return text
  }

  private static let codePage437 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)
}
