/// How much an archive may hold.
public struct ZipLimits: Hashable, Sendable {
  /// Entries at most, folders and ignored files included.
  public var entries: Int
  /// Bytes at most, of all files unpacked.
  public var totalBytes: Int
  /// How many times larger than packed a file may be, if it is above `freeBytes`.
  public var ratio: Int
  /// Bytes of one file up to which the ratio does not matter: a sheet with thousands of blank rows packs very well.
  public var freeBytes: Int

  /// These limits.
  public init(entries: Int, totalBytes: Int, ratio: Int, freeBytes: Int) {
    self.entries = entries
    self.totalBytes = totalBytes
    self.ratio = ratio
    self.freeBytes = freeBytes
  }

  /// What a programme's folder needs, and a good deal more: 500 entries, 200 MiB, 100 times from 1 MiB upwards.
  public static let programme = ZipLimits(
    entries: 500, totalBytes: 200 << 20, ratio: 100, freeBytes: 1 << 20)
}
