/// Random numbers from a seed (SplitMix64), so that a programme that fails can be drawn again.
struct Dice {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0xD134_2543_DE82_EF95 &+ 0x2545_F491 }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from `range`.
  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True once in `n` on average.
  mutating func oneIn(_ n: Int) -> Bool { roll(1...n) == 1 }

  /// One of `list`, which is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(0...list.count - 1)] }
}
