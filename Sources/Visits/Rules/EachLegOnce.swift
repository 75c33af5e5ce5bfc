import Domain

/// A pair's leg takes place at most once: one row a pair chooses exactly one of its columns, each of which
/// holds at most one option of either visit.
enum EachLegOnce {
  static let rule = Rule.eachLegOnce
  /// How many columns each pair chooses.
  static let columnsPerPair = 1
}
