/// The offsets of the first `limit` bytes that belong to no UTF-8 character (RFC 3629, section 4).
func invalidUTF8(in bytes: [UInt8], limit: Int) -> [Int] {
  var offsets: [Int] = []
  var index = 0
  while index < bytes.count, offsets.count < limit {
    let length = sequenceLength(at: index, in: bytes)
    if length == 0 { offsets.append(index) }
    index += max(1, length)
  }
  return offsets
}

/// How many bytes the character at `index` takes; 0 where there is none.
private func sequenceLength(at index: Int, in bytes: [UInt8]) -> Int {
  let first = bytes[index]
  // The second byte's range is narrower after some first bytes: no overlong forms, surrogates or values
  // above U+10FFFF.
  let (length, second): (Int, ClosedRange<UInt8>) =
    switch first {
    case 0x00...0x7F: (1, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  guard length > 1 else { return length }
  guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
  return bytes[(index + 2)..<max(index + 2, index + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
}
