import Domain

/// A leg takes place at most once: one row a pair or trio chooses exactly one of its columns, each of which
/// holds at most one option of each visit.
enum EachLegOnce {
  static let rule = Rule.eachLegOnce
  /// How many columns each pair or trio chooses.
  static let columnsPerGroup = 1
}
