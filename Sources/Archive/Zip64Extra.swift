/// The sizes and the place of an entry for which its header has no room, or which a program that does not know them
/// beforehand writes there all the same (APPNOTE 4.5.3).
struct Zip64Extra {
  /// What a header holds instead of a number that stands here.
  static let mark = 0xFFFF_FFFF

  private let fields: ZipBytes
  private var at: Int
  private let end: Int

  /// Finds them among the extra fields of a header; `nil` where there are none.
  init?(_ extra: ArraySlice<UInt8>) {
    fields = ZipBytes(bytes: Array(extra))
    var at = 0
    while let id = fields.number16(at: at), let length = fields.number16(at: at + 2) {
      if id == 1, at + 4 + length <= fields.count {
        self.at = at + 4
        end = at + 4 + length
        return
      }
      at += 4 + length
    }
    return nil
  }

  /// The next of them, in the order in which APPNOTE names them: the size, the packed size, the place.
  mutating func next() -> Int? {
    guard at + 8 <= end else { return nil }
    defer { at += 8 }
    return fields.number64(at: at)
  }
}
