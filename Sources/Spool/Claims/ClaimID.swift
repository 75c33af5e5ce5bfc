/// Names one state of one dropped file: the same file unchanged has the same id, also after a restart.
public struct ClaimID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 32 hexadecimal digits in lower case.
  public let text: String

  /// The id of what was seen.
  public init(of sighting: Sighting) {
    let status = sighting.status
    let numbers = "\(status.device) \(status.inode) \(status.size) \(status.modified)"
    let words = "\(sighting.programme.text) \(sighting.place.rawValue) \(numbers) "
    text = String(Digest.of(Array(words.utf8) + sighting.name.bytes).prefix(32))
  }

  /// The id that a folder of ours bears, or nil if it is none.
  init?(_ name: FileName) {
    guard name.bytes.count == 32,
      name.bytes.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    text = String(decoding: name.bytes, as: UTF8.self)
  }

  /// By bytes.
  public static func < (one: ClaimID, other: ClaimID) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }

  /// The id as text.
  public var description: String { text }
}
