/// A name in a folder, as the file system has it: any bytes but `/` and zero, which need not be text.
public struct FileName: Hashable, Comparable, Sendable {
  /// The bytes, 1 to 255 of them.
  public let bytes: [UInt8]

  /// A name of these bytes; they are not checked, since the file system refuses what cannot be a name.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// A name that is text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// By bytes, which is the same on every machine.
  public static func < (one: FileName, other: FileName) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }

  /// The name for people and for our own folders: one line of valid UTF-8, at most 200 bytes of it.
  ///
  /// Control characters and marks that turn the direction of writing are left out, bytes that are not UTF-8 become
  /// `_`. A name that would then be hidden, or pass for a receipt of ours, gets a `_` too. A long one loses the end
  /// of its stem and keeps its extension.
  public var shown: String {
    var text = PlainText.oneLine(String(decoding: bytes, as: UTF8.self).replacing("\u{FFFD}", with: "_"))
    text = text.replacing("/", with: "_").trimmingSpaces()
    if text.isEmpty { return "unnamed" }
    if text.hasPrefix(".") { text = "_" + text }
    for ending in Receipt.endings where text.lowercased().hasSuffix(ending) {
      text = String(text.dropLast(4)) + "_.txt"
    }
    return Self.shortened(text)
  }

  private static func shortened(_ text: String) -> String {
    let limit = 200
    guard text.utf8.count > limit else { return text }
    let (stem, suffix) = parts(of: text)
    let room = limit - (suffix.utf8.count <= 20 ? suffix.utf8.count : 0)
    var kept = ""
    var length = 0
    for scalar in (suffix.utf8.count <= 20 ? stem : text).unicodeScalars {
      length += UTF8.width(scalar)
      if length > room { break }
      kept.unicodeScalars.append(scalar)
    }
    return suffix.utf8.count <= 20 ? kept + suffix : kept
  }

  /// The candidates under which a file may be put away, in order: `teams.csv`, `teams (2).csv`, and so on.
  static func numbered(_ text: String, _ number: Int) -> FileName {
    guard number > 1 else { return FileName(text) }
    let (stem, suffix) = parts(of: text)
    return FileName("\(stem) (\(number))\(suffix)")
  }

  /// The text before the last point, and the extension with its point.
  static func parts(of text: String) -> (stem: String, suffix: String) {
    guard let point = text.lastIndex(of: "."), point != text.startIndex else { return (text, "") }
    return (String(text[..<point]), String(text[point...]))
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
