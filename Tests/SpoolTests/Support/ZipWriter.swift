import CZlib

/// Writes zip files of every kind, wrong ones too.
struct ZipWriter {
  /// One entry, as it will be said to be.
  struct Entry {
    var name: [UInt8]
    var bytes: [UInt8]
    var isDeflated = true
    var flags = 0
    var method: Int?
    var size: Int?
    var packedSize: Int?
    var checksum: UInt32?
    var madeBy = 20
    var attributes: UInt32 = 0
    /// Where its header is listed to be, if not where it is.
    var offset: Int?
    var nameInHeader: [UInt8]?
    /// Sizes after the bytes, as writers do that do not know them before.
    var hasSizesLater = false

    init(_ name: String, _ text: String = "x") {
      self.name = Array(name.utf8)
      bytes = Array(text.utf8)
    }
  }

  var entries: [Entry]
  var comment: [UInt8] = []
  var count: Int?
  var disk = 0

  init(_ entries: [Entry]) { self.entries = entries }

  func archive() -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let packed = entry.isDeflated ? Self.deflated(entry.bytes) : entry.bytes
      let start = entry.offset ?? out.count
      let flags = entry.flags | (entry.hasSizesLater ? 8 : 0)
      let method = entry.method ?? (entry.isDeflated ? 8 : 0)
      let sum = entry.checksum ?? Self.checksum(entry.bytes)
      let packedSize = entry.packedSize ?? packed.count
      let size = entry.size ?? entry.bytes.count
      let name = entry.nameInHeader ?? entry.name
      let sizes = Self.four(Int(sum)) + Self.four(packedSize) + Self.four(size)
      out += Self.four(0x0403_4B50) + Self.two(20) + Self.two(flags) + Self.two(method) + Self.four(0)
      out += entry.hasSizesLater ? [UInt8](repeating: 0, count: 12) : sizes
      out += Self.two(name.count) + Self.two(0) + name + packed
      if entry.hasSizesLater { out += Self.four(0x0807_4B50) + sizes }
      directory += Self.four(0x0201_4B50) + Self.two(entry.madeBy) + Self.two(20) + Self.two(flags)
      directory += Self.two(method) + Self.four(0) + sizes + Self.two(entry.name.count) + Self.two(0)
      directory += Self.two(0) + Self.two(0) + Self.two(0) + Self.four(Int(entry.attributes))
      directory += Self.four(start) + entry.name
    }
    let start = out.count
    let count = count ?? entries.count
    out += directory
    out += Self.four(0x0605_4B50) + Self.two(disk) + Self.two(disk) + Self.two(count) + Self.two(count)
    out += Self.four(directory.count) + Self.four(start) + Self.two(comment.count) + comment
    return out
  }

  static func two(_ number: Int) -> [UInt8] { (0..<2).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
  static func four(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, UInt32($0.count))) }
  }

  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 100)
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
      }
    }
    return Array(output.prefix(output.count - Int(stream.avail_out)))
  }
}
