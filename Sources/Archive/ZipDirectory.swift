/// The central directory of an archive: what it says of each entry, checked against the entries' own headers.
struct ZipDirectory {
  /// One entry as the directory and its own header agree on it.
  struct Entry {
    let name: ZipName
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    /// Where the packed bytes are.
    let packed: Range<Int>
    /// Everything that belongs to it, from its header on.
    let span: Range<Int>
  }

  let entries: [Entry]

  init(_ archive: ZipBytes, limits: ZipLimits) throws(ZipRefusal) {
    let end = try Self.end(of: archive)
    if end.count > limits.entries { throw .tooManyEntries(end.count, limit: limits.entries) }
    var entries: [Entry] = []
    var at = end.start
    for _ in 0..<end.count {
      let (entry, next) = try Self.entry(at: at, of: archive, before: end.start)
      entries.append(entry)
      at = next
    }
    guard at == end.place else { throw .damaged("its list of contents has another length than it says") }
    try Self.demandApart(entries)
    self.entries = entries
  }

  private struct End {
    let place: Int
    let start: Int
    let count: Int

    /// The list of contents, of so many bytes, ends where this record begins.
    init(place: Int, start: Int, size: Int, count: Int) throws(ZipRefusal) {
      guard start + size == place else { throw .damaged("its list of contents is not where it says") }
      self.place = place
      self.start = start
      self.count = count
    }
  }

  /// The record at the very end (APPNOTE 4.3.16), before a comment of at most 65,535 bytes.
  private static func end(of archive: ZipBytes) throws(ZipRefusal) -> End {
    var place = archive.count - 22
    let lowest = max(0, place - 0xFFFF)
    while place >= lowest {
      if archive.number32(at: place) == 0x0605_4B50, let comment = archive.number16(at: place + 20),
        place + 22 + comment == archive.count
      {
        break
      }
      place -= 1
    }
    guard place >= lowest, let disk = archive.number16(at: place + 4),
      let firstDisk = archive.number16(at: place + 6), let here = archive.number16(at: place + 8),
      let count = archive.number16(at: place + 10), let size = archive.number32(at: place + 12),
      let start = archive.number32(at: place + 16)
    else { throw .notAnArchive }
    if archive.number32(at: place - 20) == 0x0706_4B50 { return try zip64End(by: place - 20, of: archive) }
    if count == 0xFFFF || size == Zip64Extra.mark || start == Zip64Extra.mark { throw .zip64 }
    guard disk == 0, firstDisk == 0, here == count else { throw .inParts }
    return try End(place: place, start: start, size: size, count: count)
  }

  /// The record for large archives (APPNOTE 4.3.14), which some programs write for small ones too, by its locator
  /// (4.3.15).
  private static func zip64End(by locator: Int, of archive: ZipBytes) throws(ZipRefusal) -> End {
    guard let place = archive.number64(at: locator + 8), archive.number32(at: place) == 0x0606_4B50,
      let length = archive.number64(at: place + 4), place + 12 + length == locator,
      let disk = archive.number32(at: place + 16), let firstDisk = archive.number32(at: place + 20),
      let here = archive.number64(at: place + 24), let count = archive.number64(at: place + 32),
      let size = archive.number64(at: place + 40), let start = archive.number64(at: place + 48)
    else { throw .zip64 }
    guard disk == 0, firstDisk == 0, here == count else { throw .inParts }
    return try End(place: place, start: start, size: size, count: count)
  }

  private static func entry(at place: Int, of archive: ZipBytes, before limit: Int) throws(ZipRefusal)
    -> (Entry, next: Int)
  {
    guard archive.number32(at: place) == 0x0201_4B50, let madeBy = archive.number16(at: place + 4),
      let flags = archive.number16(at: place + 8), let method = archive.number16(at: place + 10),
      let checksum = archive.number32(at: place + 16), var packedSize = archive.number32(at: place + 20),
      var size = archive.number32(at: place + 24), let nameLength = archive.number16(at: place + 28),
      let extraLength = archive.number16(at: place + 30),
      let commentLength = archive.number16(at: place + 32),
      let disk = archive.number16(at: place + 34), let attributes = archive.number32(at: place + 38),
      var header = archive.number32(at: place + 42),
      let bytes = archive.slice(at: place + 46, count: nameLength),
      let extra = archive.slice(at: place + 46 + nameLength, count: extraLength)
    else { throw .damaged("its list of contents ends too early") }
    let name = try ZipName(bytes, saysUTF8: flags & 0x0800 != 0)
    if [size, packedSize, header].contains(Zip64Extra.mark) {
      guard var large = Zip64Extra(extra) else { throw .zip64 }
      func settle(_ number: inout Int) throws(ZipRefusal) {
        guard number == Zip64Extra.mark else { return }
        guard let written = large.next() else { throw .zip64 }
        number = written
      }
      try settle(&size)
      try settle(&packedSize)
      try settle(&header)
    }
    if disk != 0 { throw .inParts }
    if flags & 0x2041 != 0 { throw .encrypted(name.shown) }
    guard method == 0 || method == 8 else { throw .unknownMethod(name.shown, method) }
    // Made by Unix: the upper half holds the mode, whose type is a file, a folder, or not given.
    let type = (attributes >> 16) & 0xF000
    if madeBy >> 8 == 3, ![0, 0x8000, 0x4000].contains(type) { throw .notAFile(name.shown) }
    let packed = try Self.packed(
      at: header, of: archive, before: limit, like: (bytes, flags, method, packedSize), name.shown)
    let entry = Entry(
      name: name, method: method, checksum: UInt32(checksum), packedSize: packedSize, size: size,
      packed: packed, span: header..<packed.upperBound)
    return (entry, place + 46 + nameLength + extraLength + commentLength)
  }

  /// Where the packed bytes are, by the entry's own header, which must say the same as the directory.
  private static func packed(
    at place: Int, of archive: ZipBytes, before limit: Int,
    like listed: (name: ArraySlice<UInt8>, flags: Int, method: Int, packedSize: Int), _ shown: String
  ) throws(ZipRefusal) -> Range<Int> {
    guard archive.number32(at: place) == 0x0403_4B50, let flags = archive.number16(at: place + 6),
      let method = archive.number16(at: place + 8), var packedSize = archive.number32(at: place + 18),
      let nameLength = archive.number16(at: place + 26), let extraLength = archive.number16(at: place + 28),
      let name = archive.slice(at: place + 30, count: nameLength),
      let extra = archive.slice(at: place + 30 + nameLength, count: extraLength)
    else { throw .damaged("'\(shown)' is not where its list of contents says") }
    // With bit 3 the sizes come after the bytes, and the header's own say nothing.
    let isSizeLater = flags & 8 != 0 && (packedSize == 0 || packedSize == Zip64Extra.mark)
    if packedSize == Zip64Extra.mark, !isSizeLater, var large = Zip64Extra(extra), large.next() != nil {
      packedSize = large.next() ?? packedSize
    }
    guard name == listed.name, method == listed.method, flags & 0x2049 == listed.flags & 0x2049,
      isSizeLater || packedSize == listed.packedSize
    else { throw .damaged("'\(shown)' is listed as something else than it is") }
    let start = place + 30 + nameLength + extraLength
    guard start + listed.packedSize <= limit else { throw .damaged("'\(shown)' is longer than the file") }
    return start..<start + listed.packedSize
  }

  /// Entries that share bytes make a bomb of a small file.
  private static func demandApart(_ entries: [Entry]) throws(ZipRefusal) {
    let sorted = entries.sorted { $0.span.lowerBound < $1.span.lowerBound }
    for (one, next) in zip(sorted, sorted.dropFirst()) where next.span.lowerBound < one.span.upperBound {
      throw .damaged("'\(one.name.shown)' and '\(next.name.shown)' share bytes")
    }
  }
}
