/// A DURATION (RFC 5545 section 3.3.6): whole days as a calendar counts them, and seconds as a clock does.
struct WrittenDuration: Hashable {
  /// Days, weeks among them; a day has 23 or 25 hours where a clock is changed.
  let days: Int
  /// Exactly so many seconds more.
  let seconds: Int

  /// Reads `P2W`, `P1DT2H30M`, `PT45M`, with or without sign; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8).map(\.upperCased)[...]
    var sign = 1
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      bytes.removeFirst()
    }
    guard bytes.popFirst() == UInt8(ascii: "P"), !bytes.isEmpty else { return nil }
    var days = 0
    var seconds = 0
    var inTime = false
    // Each unit once and in this order.
    var units: [(letter: UInt8, inTime: Bool, size: Int)] = [
      (UInt8(ascii: "W"), false, 7), (UInt8(ascii: "D"), false, 1), (UInt8(ascii: "H"), true, 3600),
      (UInt8(ascii: "M"), true, 60), (UInt8(ascii: "S"), true, 1),
    ]
    while let first = bytes.first {
      if first == UInt8(ascii: "T") {
        guard !inTime, bytes.count > 1 else { return nil }
        inTime = true
        bytes.removeFirst()
        continue
      }
      let digits = bytes.prefix { $0.digit != nil }
      guard (1...7).contains(digits.count), let letter = bytes.dropFirst(digits.count).first,
        let index = units.firstIndex(where: { $0.letter == letter && $0.inTime == inTime })
      else { return nil }
      let count = digits.reduce(0) { $0 * 10 + ($1.digit ?? 0) } * units[index].size
      if inTime { seconds += count } else { days += count }
      units.removeFirst(index + 1)
      bytes = bytes.dropFirst(digits.count + 1)
    }
    self.days = sign * days
    self.seconds = sign * seconds
  }

  var isNegative: Bool { days < 0 || seconds < 0 }
}
