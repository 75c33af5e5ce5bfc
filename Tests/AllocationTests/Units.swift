import Domain

@testable import Allocation

/// Units to allocate, named by their place.
enum Units {
  /// So many pairs in each stratum: `A` has the first, `B` the next, and so on.
  static func of(_ sizes: Int...) -> [AllocationUnit] { of(sizes) }

  static func of(_ sizes: [Int]) -> [AllocationUnit] {
    var units: [AllocationUnit] = []
    for (index, size) in sizes.enumerated() {
      let name = String(UnicodeScalar(UInt8(65 + index)))
      for _ in 0..<size {
        let number = String(units.count + 101)
        units.append(
          AllocationUnit(
            teams: ["X\(number)", "Y\(number)"].compactMap { TeamID($0) },
            stratum: Stratum(cells: [name, name])))
      }
    }
    return units
  }
}
