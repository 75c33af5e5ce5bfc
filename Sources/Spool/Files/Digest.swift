import Hashing

/// SHA-256 and hexadecimal digits as the room uses them.
enum Digest {
  /// The digest in 64 digits in lower case.
  static func of(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(of: bytes) }

  /// Two digits a byte.
  static func digits(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(bytes) }

  /// What `digits` came from, or nil.
  static func bytes(_ digits: String) -> [UInt8]? {
    let values = digits.utf8.map { UInt8(String(UnicodeScalar($0)), radix: 16) }
    guard values.count.isMultiple(of: 2), values.allSatisfy({ $0 != nil }) else { return nil }
    let known = values.compactMap { $0 }
    return stride(from: 0, to: known.count, by: 2).map { known[$0] << 4 | known[$0 + 1] }
  }
}
