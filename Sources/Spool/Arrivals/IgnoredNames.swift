/// The names that programs and operating systems use for themselves, which nobody dropped.
public enum IgnoredNames {
  /// Whether a name is left alone: dotfiles, `~$*`, `.~lock.*`, `*.tmp`, `*.part`, `*.crdownload`, Thumbs.db,
  /// desktop.ini, `__MACOSX`, `@eaDir`, and eight hexadecimal digits alone, as Excel calls what it is saving.
  ///
  /// Capitals and small letters are the same, as on the machines where these names come from.
  public static func contains(_ name: FileName) -> Bool {
    let small = lowercased(name)
    return beginnings.contains { small.starts(with: $0) } || endings.contains { small.ends(with: $0) }
      || whole.contains(small) || (small.count == 8 && small.allSatisfy(isHexadecimal))
  }

  /// Whether a folder of `incoming` is left alone, and so is no programme's: the names above that operating systems give
  /// to folders. A programme may well be called `20262027`.
  public static func containsFolder(_ name: FileName) -> Bool {
    let small = lowercased(name)
    return beginnings.contains { small.starts(with: $0) } || folders.contains(small)
  }

  private static func lowercased(_ name: FileName) -> [UInt8] {
    name.bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  // `.~lock.*` begins with a point too.
  private static let beginnings = [".", "~$"].map { Array($0.utf8) }
  private static let endings = [".tmp", ".part", ".crdownload"].map { Array($0.utf8) }
  private static let folders = ["__macosx", "@eadir"].map { Array($0.utf8) }
  private static let whole = ["thumbs.db", "desktop.ini"].map { Array($0.utf8) } + folders

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}

extension [UInt8] {
  fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
