import Domain
import Intake

/// Takes a file of diaries into a programme: it replaces whatever an earlier file of the same name said, of everybody,
/// and stands beside what files of other names say.
struct DiaryMerge {
  private let table: LoneTable
  private let source: String
  private let before: MergeState
  private var changes: [RowChange] = []
  private var count = TableCount(table: TableKind.availability.file)
  private var receipt: MergeReceipt

  init(_ table: LoneTable, of file: String, into state: MergeState) {
    self.table = table
    source = FileKind.remembered(file)
    before = state
    receipt = MergeReceipt(file: file, counts: [], warnings: table.warnings)
  }

  /// What the file does; `settings` say which days matter, if they are known.
  mutating func merge(_ settings: Settings?) -> Merge {
    let rows = before.rows(of: .availability)
    let given = table.rows.filter { !$0.isRemoval }
    let removed = Set(table.rows.filter(\.isRemoval).map { RowKey.text($0.subject) })
    // A file of nothing but removals takes these rows away and leaves the others of its name.
    let replaces = !given.isEmpty || removed.isEmpty
    let keys = Set(given.map { RowKey.text($0.subject) })
    var lost: Set<String> = []
    for row in rows {
      let isReplaced = replaces && row.source == source && !keys.contains(row.key)
      guard isReplaced || removed.contains(row.key) else { continue }
      changes.append(.remove(row))
      count.removed += 1
      if isReplaced, !removed.contains(row.key) { lost.formUnion(RowKey.parts(of: row.key).prefix(1)) }
    }
    let known = Set(rows.map(\.key))
    receipt.notRemoved = table.rows.filter { $0.isRemoval && !known.contains(RowKey.text($0.subject)) }
      .map { RowKey.shown(RowKey.text($0.subject)) }
    for row in given { give(row) }
    var state = before
    changes.forEach { state.apply($0) }
    receipt.counts = [count]
    let givers = Set(given.compactMap(\.subject.first))
    let losers = Set(changes.compactMap { Self.owner(of: $0) })
    receipt.readings = DiarySummary.all(of: givers.union(losers), in: state, settings)
    receipt.leftOut = lost.subtracting(givers).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    receipt.emptyDiaryCountsAs = settings?.visits.noDiary ?? .assumeFree
    return Merge(changes: changes, state: state, receipt: receipt)
  }

  private mutating func give(_ row: LoneRow) {
    let new = StoredRow(
      table: TableKind.availability.file, key: RowKey.text(row.subject), source: source,
      cells: StoredCells.of(row))
    switch before.row(of: .availability, key: new.key, source: source) {
    case nil:
      changes.append(.insert(new))
      count.added += 1
    case new: count.unchanged += 1
    case .some:
      changes.append(.replace(new))
      count.changed += 1
    }
  }

  private static func owner(of change: RowChange) -> String? {
    guard case .remove(let row) = change else { return nil }
    return RowKey.parts(of: row.key).first
  }
}
