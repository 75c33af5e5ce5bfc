extension MutatedFolder {
  /// Spoils the bytes of one file, whatever they mean.
  mutating func changeBytes() {
    guard let name = one(of: names), var bytes = files[name] else { return }
    let place = below(bytes.count + 1)
    switch below(12) {
    case 0:
      note("\(name): cut off after \(place) bytes")
      bytes = Array(bytes.prefix(place))
    case 1:
      note("\(name): bytes put in at \(place)")
      let odd = Array("\",\r\n;:-+=*&{}[]#'%|>!@`\t \0\u{1B}\u{FEFF}é0".utf8) + [0xFF, 0xC0, 0x80, 0xED]
      for _ in 0...below(4) { bytes.insert(one(of: odd) ?? 0, at: place) }
    case 2:
      note("\(name): a byte changed at \(place)")
      if place < bytes.count { bytes[place] ^= UInt8(1 << below(8)) }
    case 3:
      note("\(name): NUL put in at \(place)")
      bytes.insert(0, at: place)
    case 4:
      note("\(name): begins with a byte order mark")
      bytes = [0xEF, 0xBB, 0xBF] + bytes
    case 5:
      note("\(name): byte order mark put in at \(place)")
      bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: place)
    case 6:
      note("\(name): bytes of no character put in at \(place)")
      bytes.insert(contentsOf: [0xF0, 0x28, 0x8C, 0xBC], at: place)
    case 7:
      note("\(name): lines end as on Windows")
      bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    case 8:
      note("\(name): lines end as on old Macs")
      bytes = bytes.map { $0 == 0x0A ? 0x0D : $0 }
    case 9:
      note("\(name): encoded as UTF-16")
      bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
    case 10:
      note("\(name): a megabyte of one letter put in at \(place)")
      bytes.insert(contentsOf: Array(repeating: 0x61, count: 1 << 20), at: place)
    case _:
      note("\(name): 40 bytes taken away at \(place)")
      bytes.removeSubrange(place..<min(bytes.count, place + 40))
    }
    set(name, bytes)
  }
}
