/// Puts files into a zip file, none of them packed.
package enum StoredZip {
  /// The archive of these parts, in this order.
  package static func bytes(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in parts {
      let start = out.count
      let sum = checksum(bytes)
      let sizes = four(Int(sum)) + four(bytes.count) + four(bytes.count)
      let name = Array(name.utf8)
      out += four(0x0403_4B50) + two(20) + two(0) + two(0) + four(0) + sizes
      out += two(name.count) + two(0) + name + bytes
      directory += four(0x0201_4B50) + two(20) + two(20) + two(0) + two(0) + four(0) + sizes
      directory += two(name.count) + two(0) + two(0) + two(0) + two(0) + four(0) + four(start) + name
    }
    let start = out.count
    out += directory
    out += four(0x0605_4B50) + two(0) + two(0) + two(parts.count) + two(parts.count)
    return out + four(directory.count) + four(start) + two(0)
  }

  private static func two(_ number: Int) -> [UInt8] {
    (0..<2).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func four(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
  }
}
