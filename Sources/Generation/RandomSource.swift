/// A source of numbers that look random and are the same for the same seed and stream, on every machine, for
/// ever: xoshiro256** (Blackman and Vigna 2018), its state filled by SplitMix64.
///
/// Every thing that is drawn has a stream of its own, named for it (`diary T001-lead`), so that one more
/// team, or one more draw for a room, leaves everything else as it was. Draws use integers, and no function
/// of the C library, so that no two platforms round differently.
struct RandomSource {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  init(state: (UInt64, UInt64, UInt64, UInt64)) { (s0, s1, s2, s3) = state }

  init(seed: UInt64, stream: String) {
    // FNV-1a tells streams apart; SplitMix64 spreads the sum over the whole state.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var splitMix = SplitMix64(state: seed ^ hash)
    s0 = splitMix.next()
    s1 = splitMix.next()
    s2 = splitMix.next()
    s3 = splitMix.next()
  }

  mutating func next() -> UInt64 {
    let result = Self.rotated(s1 &* 5, 7) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = Self.rotated(s3, 45)
    return result
  }

  /// A whole number of 0..<count, each as likely; 0 where `count` is not positive (Lemire 2019, unbiased).
  mutating func below(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    let bound = UInt64(count)
    let floor = (0 &- bound) % bound
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= floor { return Int(product.high) }
    }
  }

  /// True in `perMille` of 1000 cases.
  mutating func chance(perMille: Int) -> Bool { below(1000) < perMille }

  /// `elements` in random order (Fisher and Yates).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for last in result.indices.dropFirst().reversed() { result.swapAt(last, below(last + 1)) }
    return result
  }

  private static func rotated(_ value: UInt64, _ places: UInt64) -> UInt64 {
    (value << places) | (value >> (64 - places))
  }
}

/// Steele, Lea and Flood 2014: a seed becomes a well mixed state.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
