/// Unfolds a calendar's lines and hands on those that are read; the others are passed over without being copied.
///
/// Linear in the bytes, whatever they are.
struct ContentLines {
  /// The first byte that has not been looked at.
  private var position: Int
  private let bytes: [UInt8]
  private let longest: Int
  /// The number of the line that begins at `position`.
  private var number = 1
  /// The line being read, unfolded, as far as it is wanted.
  private var unfolded: [UInt8] = []
  /// Lines that are no property at all.
  private(set) var strays: [Int] = []

  /// Begins behind a byte order mark.
  init(_ bytes: [UInt8], longest: Int) {
    self.bytes = bytes
    self.longest = longest
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// What the next line that is read turned out to be.
  enum Next {
    case line(ContentLine)
    case tooLong(line: Int)
    case valueless(line: Int)
  }

  /// The next line that is read; `nil` at the end.
  mutating func next() -> Next? {
    while position < bytes.count {
      if let next = readLine() { return next }
    }
    return nil
  }

  /// How far a line has been understood.
  private enum Standing {
    /// Its name is not complete; names may be folded too.
    case naming
    case kept(CalendarProperty, nameEnd: Int, isTooLong: Bool)
    case dropped(isProperty: Bool)
  }

  /// Reads one line with its continuations; `nil` where it is dropped.
  private mutating func readLine() -> Next? {
    let start = number
    var standing = Standing.naming
    unfolded.removeAll(keepingCapacity: true)
    repeat {
      let end = endOfLine(from: position)
      standing = take(position..<end, after: standing)
      pass(end)
    } while isContinued
    switch standing {
    case .naming:
      // White space, and the control-Z of an old editor, are nothing.
      if unfolded.contains(where: { $0 > 0x20 }) { strays.append(start) }
      return nil
    case .dropped(let isProperty):
      if !isProperty { strays.append(start) }
      return nil
    case .kept(_, _, isTooLong: true):
      return .tooLong(line: start)
    case .kept(let property, let nameEnd, isTooLong: false):
      return ContentLine(property: property, unfolded: unfolded, nameEnd: nameEnd, line: start)
        .map(Next.line) ?? .valueless(line: start)
    }
  }

  /// Takes one piece of a line.
  private mutating func take(_ piece: Range<Int>, after standing: Standing) -> Standing {
    switch standing {
    case .naming:
      let known = unfolded.count
      let room = CalendarProperty.longest + 1 - known
      unfolded += bytes[piece.prefix(room)]
      guard let nameEnd = unfolded[known...].firstIndex(where: Self.endsName) else {
        guard unfolded.count > CalendarProperty.longest else { return .naming }
        return .dropped(isProperty: bytes[piece].contains(where: Self.endsName))
      }
      guard let property = CalendarProperty(name: unfolded[..<nameEnd]) else {
        return .dropped(isProperty: true)
      }
      unfolded.removeLast(unfolded.count - known)
      return take(piece, after: .kept(property, nameEnd: nameEnd, isTooLong: false))
    case .kept(let property, let nameEnd, let isTooLong):
      guard !isTooLong, unfolded.count + piece.count <= longest else {
        return .kept(property, nameEnd: nameEnd, isTooLong: true)
      }
      unfolded += bytes[piece]
      return standing
    case .dropped(isProperty: true): return standing
    case .dropped(isProperty: false):
      return .dropped(isProperty: bytes[piece].contains(where: Self.endsName))
    }
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
  }

  private func endOfLine(from index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// Goes on behind the line's end.
  private mutating func pass(_ end: Int) {
    position = end
    guard position < bytes.count else { return }
    position += bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1
    number += 1
  }

  /// Takes the space of a continuation line.
  private var isContinued: Bool {
    mutating get {
      guard position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 else { return false }
      position += 1
      return true
    }
  }
}
