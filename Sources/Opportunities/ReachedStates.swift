/// The states that the search of a crowded day has been in, with the least cost at which each was reached: coming
/// back to one at no less, by other people doing the same, cannot end better than the first time.
///
/// An open hash table of keys that are never 0, in two flat arrays; it grows by itself.
struct ReachedStates {
  private var keys: [UInt64]
  private var costs: [Int]
  private var count = 0
  private var shift: UInt64

  /// No state reached yet.
  init() {
    keys = []
    costs = []
    shift = 64
  }

  /// Whether `key`, which is not 0, is reached for less than ever before; remembered if so.
  mutating func isCheaper(_ cost: Int, at key: UInt64) -> Bool {
    if keys.isEmpty { begin() }
    let slot = slot(of: key)
    if keys[slot] == key {
      guard cost < costs[slot] else { return false }
      costs[slot] = cost
      return true
    }
    keys[slot] = key
    costs[slot] = cost
    count += 1
    if count * 2 > keys.count { grow() }
    return true
  }

  /// Where `key` is, or belongs.
  private func slot(of key: UInt64) -> Int {
    var slot = Int((key &* 0x9e37_79b9_7f4a_7c15) >> shift)
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func begin() {
    keys = Array(repeating: 0, count: 1 << 10)
    costs = Array(repeating: 0, count: 1 << 10)
    shift = 54
  }

  private mutating func grow() {
    let (oldKeys, oldCosts) = (keys, costs)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    costs = Array(repeating: 0, count: keys.count)
    shift -= 1
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let slot = slot(of: oldKeys[index])
      keys[slot] = oldKeys[index]
      costs[slot] = oldCosts[index]
    }
  }
}
