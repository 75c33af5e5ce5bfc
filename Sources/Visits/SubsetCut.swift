/// A subset-row cut: of three rows that each admit one column at most, one column at most counts in two or more.
///
/// Half the sum of the three rows, rounded down (Jepsen, Petersen, Spoorendonk and Pisinger 2008).
struct SubsetCut: Hashable {
  /// How often columns may count.
  static let limit = 1
  /// The three bases, ascending: groups by number, then coupling rows.
  let bases: [Int]

  /// How often a column counts that counts so often in the three rows.
  func coefficient(hits: Int) -> Int { hits / 2 }
}
