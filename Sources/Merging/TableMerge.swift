import Intake

/// Takes a table other than the diaries into a programme: a newer row replaces, a missing one is kept and told.
struct TableMerge {
  private let table: LoneTable
  private let file: String
  private let source: String
  private let before: MergeState
  private var changes: [RowChange] = []
  private var count: TableCount
  private var receipt: MergeReceipt

  init(_ table: LoneTable, of file: String, into state: MergeState) {
    self.table = table
    self.file = file
    source = FileKind.remembered(file)
    before = state
    count = TableCount(table: table.kind.file)
    receipt = MergeReceipt(file: file, counts: [], warnings: table.warnings)
  }

  /// What the file does.
  mutating func merge() -> Merge {
    var subjects: [String: [LoneRow]] = [:]
    var order: [String] = []
    for row in table.rows where !row.isRemoval {
      let subject = RowKey.text(row.subject)
      if subjects[subject] == nil { order.append(subject) }
      subjects[subject, default: []].append(row)
    }
    for subject in order { replace(subject, by: subjects[subject] ?? []) }
    let removed = table.rows.filter(\.isRemoval)
    for row in removed { remove(row) }
    if table.isCalendar { removeRest(given: Set(order)) }
    reportKept(given: Set(order), removed: Set(removed.map { RowKey.text($0.subject) }))
    var state = before
    changes.forEach { state.apply($0) }
    let diaries = removeDiaries(of: Set(removed.map { $0.subject.first ?? "" }), &state)
    receipt.counts = [count] + diaries
    return Merge(changes: changes, state: state, receipt: receipt)
  }

  /// The rows of a subject, one or more, take the place of those that it had.
  private mutating func replace(_ subject: String, by rows: [LoneRow]) {
    let old = storedRows(of: subject)
    // Several rows have no order of their own.
    let cells = rows.map(StoredCells.of).sorted(by: Self.precedes)
    for (index, cells) in cells.enumerated() {
      let row = StoredRow(
        table: table.kind.file, key: Self.key(subject, index), source: source, cells: cells)
      guard index < old.count else {
        changes.append(.insert(row))
        count.added += 1
        continue
      }
      guard old[index].cells != cells else {
        count.unchanged += 1
        continue
      }
      changes += old[index].source == source ? [.replace(row)] : [.remove(old[index]), .insert(row)]
      count.changed += 1
    }
    for row in old.dropFirst(cells.count) {
      changes.append(.remove(row))
      count.removed += 1
    }
  }

  private mutating func remove(_ row: LoneRow) {
    let old = storedRows(of: RowKey.text(row.subject))
    changes += old.map { .remove($0) }
    count.removed += old.count
    receipt.removed += old.prefix(1).map { RowKey.shown($0.key) }
    if old.isEmpty { receipt.notRemoved.append(RowKey.shown(RowKey.text(row.subject))) }
  }

  /// A room's calendar is all that it says: what an earlier file of its name said besides is gone.
  private mutating func removeRest(given: Set<String>) {
    for row in before.rows(of: table.kind)
    where row.source == source && RowKey.isOfCalendar(row) && !given.contains(row.key) {
      changes.append(.remove(row))
      count.removed += 1
    }
  }

  /// Rows of a file that this one is sent instead of, and that are not in it.
  private mutating func reportKept(given: Set<String>, removed: Set<String>) {
    // A file of nothing but removals is no table sent again.
    guard !given.isEmpty else { return }
    let rows = before.rows(of: table.kind).filter { !RowKey.isOfCalendar($0) }.map { row in
      (row: row, subject: Self.subject(of: row, table.kind))
    }
    var sizes: [String: (all: Int, here: Int)] = [:]
    for (row, subject) in rows {
      sizes[row.source, default: (0, 0)].all += 1
      if given.contains(subject) || removed.contains(subject) { sizes[row.source, default: (0, 0)].here += 1 }
    }
    for (row, subject) in rows where !given.contains(subject) && !removed.contains(subject) {
      guard let size = sizes[row.source], row.source == source || size.here * 2 >= size.all else { continue }
      receipt.kept.append(RowKey.shown(row.key))
    }
  }

  /// Whoever leaves the programme takes their diary with them.
  private mutating func removeDiaries(of owners: Set<String>, _ state: inout MergeState) -> [TableCount] {
    guard table.kind == .people || table.kind == .facilitators else { return [] }
    // Who is in the other table stays, and so does the diary.
    let other: TableKind = table.kind == .people ? .facilitators : .people
    let owners = owners.filter { before.row(of: other, key: RowKey.text([$0]), source: "") == nil }
    guard !owners.isEmpty else { return [] }
    let rows = before.rows(of: .availability).filter { owners.contains(RowKey.parts(of: $0.key).first ?? "") }
    guard !rows.isEmpty else { return [] }
    changes += rows.map { .remove($0) }
    rows.forEach { state.apply(.remove($0)) }
    var count = TableCount(table: TableKind.availability.file)
    count.removed = rows.count
    return [count]
  }

  private func storedRows(of subject: String) -> [StoredRow] {
    guard case .rows = Replacement(table.kind) else {
      return before.row(of: table.kind, key: subject, source: source).map { [$0] } ?? []
    }
    var rows: [StoredRow] = []
    while let row = before.row(of: table.kind, key: Self.key(subject, rows.count), source: source) {
      rows.append(row)
    }
    return rows
  }

  /// The key of a subject's row `index`: the subject itself, then with 2, 3 and so on as a further part.
  private static func key(_ subject: String, _ index: Int) -> String {
    index == 0 ? subject : "\(subject)|\(index + 1)"
  }

  private static func subject(of row: StoredRow, _ kind: TableKind) -> String {
    guard case .rows = Replacement(kind) else { return row.key }
    let parts = row.key.split(separator: "|", omittingEmptySubsequences: false)
    // A closure's subject has two parts, a rule's three.
    return parts.prefix(kind == .closures ? 2 : 3).joined(separator: "|")
  }

  private static func precedes(_ a: [String], _ b: [String]) -> Bool {
    for (a, b) in zip(a, b) where a != b { return a.utf8.lexicographicallyPrecedes(b.utf8) }
    return a.count < b.count
  }
}
