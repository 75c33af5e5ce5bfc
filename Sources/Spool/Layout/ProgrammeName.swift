/// The name of a programme's folders: 1 to 40 of `A`–`Z`, `a`–`z`, `0`–`9`, `.`, `_` and `-`, not beginning with a
/// point, and not `__MACOSX`, a folder that comes with what a Mac packs.
public struct ProgrammeName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name as text.
  public let text: String

  /// The name `text`, or nil if it is none.
  public init?(_ text: String) {
    guard (1...40).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "."),
      text.utf8.allSatisfy(Self.isAllowed), text.lowercased() != "__macosx"
    else { return nil }
    self.text = text
  }

  /// The name that a folder bears, or nil if it is none.
  public init?(_ name: FileName) {
    guard name.bytes.allSatisfy(Self.isAllowed) else { return nil }
    self.init(String(decoding: name.bytes, as: UTF8.self))
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// By bytes.
  public static func < (one: ProgrammeName, other: ProgrammeName) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }

  /// The name as text.
  public var description: String { text }
}
