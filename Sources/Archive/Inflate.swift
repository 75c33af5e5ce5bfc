private import CZlib

/// Unpacks deflated bytes (RFC 1951) and checks sums (CRC-32), by zlib.
enum Inflate {
  /// What `packed` unpacks to, or nil unless it is exactly `size` bytes and uses up all of `packed`.
  ///
  /// Never writes more than `size` bytes, whatever the packed bytes hold.
  static func unpack(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var stream = z_stream()
    // Minus 15: no header of zlib's own around the bytes.
    guard
      inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var input = Array(packed)
    // A byte more than there should be shows that there is more, and is room where there should be nothing.
    var output = [UInt8](repeating: 0, count: size + 1)
    let ending = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard ending == Z_STREAM_END, stream.avail_in == 0, stream.avail_out == 1 else { return nil }
    output.removeLast()
    return output
  }

  /// The CRC-32 of `bytes`, as archives have it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, UInt32($0.count))) }
  }
}
