/// The name of an archive's entry, read as what it was written in.
struct ZipName {
  /// The folders and the file, or the folders alone where `isFolder`.
  let steps: [String]
  let isFolder: Bool

  /// The name for people.
  var shown: String { steps.joined(separator: "/") }

  /// Whether any part of the name is one that programs use for themselves.
  var isIgnored: Bool { steps.contains { IgnoredNames.contains(FileName($0)) } }

  init(_ bytes: ArraySlice<UInt8>, saysUTF8: Bool) throws(ZipRefusal) {
    let text = Self.text(bytes, saysUTF8: saysUTF8)
    guard let text, PlainText.oneLine(text) == text, !text.contains("\\"), !text.hasPrefix("/") else {
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
    let text = PlainText.oneLine(String(decoding: bytes.prefix(80), as: UTF8.self))
    return text + (bytes.count > 80 ? "…" : "")
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
