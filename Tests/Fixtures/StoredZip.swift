/// Puts files into a zip file, none of them packed.
package enum StoredZip {
  /// Which of an archive's numbers are written in the form for large archives (zip64).
  package enum Form: CaseIterable {
    case plain
    /// The sizes that stand before each part, as writers do that begin before they know them.
    case largeParts
    /// All of them, the list of contents and its end too.
    case large
  }

  /// The archive of these parts, in this order.
  package static func bytes(
    _ parts: [(name: String, bytes: [UInt8])], form: Form = .plain
  ) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    let version = two(form == .plain ? 20 : 45)
    for (name, bytes) in parts {
      let start = out.count
      let sum = checksum(bytes)
      let sizes = four(Int(sum)) + four(bytes.count) + four(bytes.count)
      let name = Array(name.utf8)
      let large = four(Int(sum)) + four(0xFFFF_FFFF) + four(0xFFFF_FFFF)
      // A field of another kind comes before.
      let other = two(0x5455) + two(1) + [0]
      let both = eight(bytes.count) + eight(bytes.count)
      let before = form == .plain ? [] : other + two(1) + two(16) + both
      out += four(0x0403_4B50) + version + two(0) + two(0) + four(0) + (form == .plain ? sizes : large)
      out += two(name.count) + two(before.count) + name + before + bytes
      let listed = form == .large ? other + two(1) + two(24) + both + eight(start) : []
      directory += four(0x0201_4B50) + two(20) + version + two(0) + two(0) + four(0)
      directory += (form == .large ? large : sizes) + two(name.count) + two(listed.count) + two(0) + two(0)
      directory += two(0) + four(0) + four(form == .large ? 0xFFFF_FFFF : start) + name + listed
    }
    let start = out.count
    out += directory
    if form == .large {
      let end = out.count
      out += four(0x0606_4B50) + eight(44) + two(45) + two(45) + four(0) + four(0)
      out += eight(parts.count) + eight(parts.count) + eight(directory.count) + eight(start)
      out += four(0x0706_4B50) + four(0) + eight(end) + four(1)
      out += four(0x0605_4B50) + two(0) + two(0) + two(0xFFFF) + two(0xFFFF)
      return out + four(0xFFFF_FFFF) + four(0xFFFF_FFFF) + two(0)
    }
    out += four(0x0605_4B50) + two(0) + two(0) + two(parts.count) + two(parts.count)
    return out + four(directory.count) + four(start) + two(0)
  }

  private static func two(_ number: Int) -> [UInt8] {
    (0..<2).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func four(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func eight(_ number: Int) -> [UInt8] { four(number) + four(number >> 32) }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
  }
}
