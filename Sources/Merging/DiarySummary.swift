import Domain
public import Intake

/// How somebody's rows of availability are read, over all files that have some.
public struct DiarySummary: Sendable, Equatable {
  /// The id of the person or facilitator.
  public var owner: String
  /// How the rows are read.
  public var rule: DiaryRule
  /// How many rows lie inside the window.
  public var rows: Int

  /// How the diaries of `owners` are read in the window of `settings`, or on all days where no programme.yaml has
  /// named one; sorted by owner.
  static func all(of owners: Set<String>, in state: MergeState, _ settings: Settings?) -> [DiarySummary] {
    var rows: [String: Int] = [:]
    var isPositive: Set<String> = []
    for row in state.writtenRows(of: .availability) {
      let parts = RowKey.parts(of: row.key)
      guard parts.count == 5, owners.contains(parts[0]), let day = Day(iso: parts[1]) else { continue }
      if let settings, day < settings.visitsFrom || day > settings.visitsTo { continue }
      rows[parts[0], default: 0] += 1
      if AvailabilityStatus.allCases.contains(where: { $0.isPositive && $0.word == parts[4] }) {
        isPositive.insert(parts[0])
      }
    }
    return owners.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { owner in
      let count = rows[owner] ?? 0
      let rule: DiaryRule =
        count == 0 ? .sentNothing : isPositive.contains(owner) ? .freeOnlyInStatedRows : .freeUnlessStated
      return DiarySummary(owner: owner, rule: rule, rows: count)
    }
  }
}
