import Hashing

/// Names the state of a programme's input.
public enum InputDigest {
  /// SHA-256 in lower-case hexadecimal over the files sorted by name: for each the length of its name and of
  /// its bytes as 8 bytes, big end first, then the name's UTF-8 and the bytes.
  ///
  /// Lengths come first so that no two different sets of files feed the hash the same bytes.
  public static func of(files: [InputFile]) -> String {
    let sorted = files.sorted {
      $0.name == $1.name
        ? $0.bytes.lexicographicallyPrecedes($1.bytes)
        : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    var hash = SHA256()
    for file in sorted {
      hash.update(bigEndian(file.name.utf8.count))
      hash.update(bigEndian(file.bytes.count))
      hash.update(Array(file.name.utf8))
      hash.update(file.bytes)
    }
    return SHA256.hexadecimal(hash.finish())
  }

  private static func bigEndian(_ count: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
  }
}
