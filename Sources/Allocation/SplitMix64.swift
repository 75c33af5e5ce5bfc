/// The generator behind an allocation: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), whose state begins as the
/// seed.
///
/// A contract: allocations that were drawn must come out the same for ever, so it has no stream names and shares
/// no code with the generator of made-up programmes, which may change.
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
