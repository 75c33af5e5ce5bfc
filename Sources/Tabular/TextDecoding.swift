/// The bytes of a text as UTF-8, whatever they were, and what cannot be read in them.
///
/// A byte order mark decides; without one a text is UTF-8 where it can be, and Windows-1252 where it cannot and no
/// other reading is as likely. Time is linear in the number of bytes.
struct TextDecoding {
  /// UTF-8; where `faults` says so, with bytes that belong to none of its characters.
  let bytes: [UInt8]
  let encoding: TextEncoding
  /// Where `bytes` holds something that cannot be read, by offset.
  let faults: [(offset: Int, kind: CSVProblemKind)]

  /// Decodes `bytes`; names the first `limit` faults.
  init(_ bytes: [UInt8], limit: Int) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes.dropFirst(2), .utf16LittleEndian, limit: limit)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes.dropFirst(2), .utf16BigEndian, limit: limit)
    } else if String(validating: bytes, as: UTF8.self) != nil {
      self.init(bytes: bytes, encoding: .utf8, faults: [])
    } else {
      self.init(otherThanUTF8: bytes, limit: limit)
    }
  }

  private init(bytes: [UInt8], encoding: TextEncoding, faults: [(offset: Int, kind: CSVProblemKind)]) {
    self.bytes = bytes
    self.encoding = encoding
    self.faults = faults
  }

  private init(utf16 bytes: ArraySlice<UInt8>, _ encoding: TextEncoding, limit: Int) {
    let high = encoding == .utf16BigEndian ? 0 : 1
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]))
      index += 2
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(units.count + units.count / 8)
    var faults: [(offset: Int, kind: CSVProblemKind)] = []
    var decoder = UTF16()
    var iterator = units.makeIterator()
    loop: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if let units = UTF8.encode(scalar) { decoded.append(contentsOf: units) }
      case .emptyInput: break loop
      case .error:
        if faults.count < limit { faults.append((decoded.count, .brokenUTF16)) }
        decoded += [0xEF, 0xBF, 0xBD]
      }
    }
    if index < bytes.endIndex, faults.count < limit { faults.append((decoded.count, .brokenUTF16)) }
    self.init(bytes: decoded, encoding: encoding, faults: faults)
  }

  private init(otherThanUTF8 bytes: [UInt8], limit: Int) {
    let odd = invalidUTF8(in: bytes, limit: .max)
    let hasUTF8 = bytes.count { $0 >= 0x80 } > odd.count
    let isUndefined = bytes.contains { Windows1252.scalar($0) == nil }
    if hasUTF8 || isUndefined {
      let faults = odd.prefix(limit).map { (offset: $0, kind: Self.fault(bytes[$0], hasUTF8: hasUTF8)) }
      self.init(bytes: bytes, encoding: .utf8, faults: faults)
      return
    }
    let doubtful = odd.filter { Windows1252.isDoubtful(at: $0, in: bytes) }
    guard doubtful.isEmpty else {
      let faults = doubtful.prefix(limit).map { (offset: $0, kind: CSVProblemKind.doubtfulLetter(bytes[$0])) }
      self.init(bytes: bytes, encoding: .utf8, faults: faults)
      return
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + odd.count * 2)
    for byte in bytes {
      if byte < 0x80 { decoded.append(byte) } else { decoded += Windows1252.utf8(byte) }
    }
    self.init(bytes: decoded, encoding: .windows1252, faults: [])
  }

  private static func fault(_ byte: UInt8, hasUTF8: Bool) -> CSVProblemKind {
    hasUTF8 && Windows1252.scalar(byte) != nil ? .mixedEncodings(byte) : .invalidUTF8(byte: byte)
  }
}
