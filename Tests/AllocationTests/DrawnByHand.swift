import Domain

@testable import Allocation

/// An allocation as allocation.txt explains it, written again from those words and sharing no code with the room.
struct DrawnByHand {
  /// The names of the units that visit.
  private(set) var visiting: Set<String> = []
  private var state: UInt64

  init(_ units: [(name: String, stratum: String)], visiting total: Int, seed: UInt64) {
    state = seed
    let all = units.count
    let names = Array(Set(units.map(\.stratum))).sorted()
    var due: [String: Int] = [:]
    var stretches: [(name: String, length: Int)] = []
    for name in names {
      let size = units.filter { $0.stratum == name }.count
      due[name] = size * total / all
      if size * total % all > 0 { stretches.append((name, size * total % all)) }
    }
    if !stretches.isEmpty {
      order(&stretches)
      // Point by point, instead of mark by mark.
      let row = stretches.flatMap { Array(repeating: $0.name, count: $0.length) }
      let first = one(of: all)
      for point in row.indices where point % all == first { due[row[point], default: 0] += 1 }
    }
    for name in names {
      var members = units.filter { $0.stratum == name }.map(\.name).sorted()
      order(&members)
      visiting.formUnion(members.prefix(due[name] ?? 0))
    }
  }

  private mutating func order<Element>(_ list: inout [Element]) {
    var left = list.count
    while left > 1 {
      let place = one(of: left)
      let moved = list[place]
      list[place] = list[left - 1]
      list[left - 1] = moved
      left -= 1
    }
  }

  private mutating func one(of count: Int) -> Int {
    let most = UInt64.max
    // 2^64 mod m without a number as large as 2^64.
    let least = (most % UInt64(count) + 1) % UInt64(count)
    while true {
      state = state.addingReportingOverflow(0x9e37_79b9_7f4a_7c15).partialValue
      var z = state
      z = (z ^ z >> 30).multipliedReportingOverflow(by: 0xbf58_476d_1ce4_e5b9).partialValue
      z = (z ^ z >> 27).multipliedReportingOverflow(by: 0x94d0_49bb_1331_11eb).partialValue
      z ^= z >> 31
      if z >= least { return Int(z % UInt64(count)) }
    }
  }
}
