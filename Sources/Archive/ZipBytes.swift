/// Numbers in an archive's bytes, little end first; nil where the bytes end before.
struct ZipBytes {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func number16(at index: Int) -> Int? {
    guard index >= 0, index + 2 <= bytes.count else { return nil }
    return Int(bytes[index]) | Int(bytes[index + 1]) << 8
  }

  func number32(at index: Int) -> Int? {
    guard let low = number16(at: index), let high = number16(at: index + 2) else { return nil }
    return low | high << 16
  }

  /// At most 2^48; more is beyond any file, and none here.
  func number64(at index: Int) -> Int? {
    guard let low = number32(at: index), let high = number32(at: index + 4), high <= 0xFFFF else {
      return nil
    }
    return low | high << 32
  }

  func slice(at index: Int, count: Int) -> ArraySlice<UInt8>? {
    guard index >= 0, count >= 0, index + count <= bytes.count else { return nil }
    return bytes[index..<index + count]
  }
}
