public import Domain
public import Intake

/// Puts a programme together from files that come one at a time, in any order.
public enum Merging {
  /// Takes `file` into the programme `state`, or hands it back where it is an order, an answer or a question.
  ///
  /// `today` stands in where programme.yaml sets none. With `judging` the receipt says what the programme still waits
  /// for, which takes reading all of it; of several files that come together only the last need be judged.
  ///
  /// Throws everything that is wrong with the file by itself; the programme is as it was then. What the file names
  /// that is not there yet, and what contradicts another file, is no reason: see `Completeness`.
  public static func take(
    _ file: InputFile, into state: MergeState, today: Day, judging: Bool = true
  ) throws(IntakeRejection) -> TakenFile {
    let settings = state.knownSettings(today: today)
    let read = try LoneFile.read(
      file, dates: settings?.conventions.dates, keepApart: settings?.settings.pairing.keepApart ?? [],
      today: today, settings: settings?.settings, owners: state.owners)
    var merge: Merge
    switch read {
    case .table(let table):
      merge = self.merge(table, of: file.name, into: state, settings?.settings)
      // Before the rooms had come, a room's calendar may have been taken for a person's.
      if table.isCalendar {
        merge.removeCalendar(
          FileKind.remembered(file.name), from: table.kind == .availability ? .roomBookings : .availability)
      }
    case .tables(let tables):
      merge = Merge(
        changes: [], state: state, receipt: MergeReceipt(file: file.name, counts: [], warnings: []))
      for table in tables {
        merge.add(self.merge(table, of: file.name, into: merge.state, settings?.settings))
      }
      // Nobody has looked at its comments, nor at sheets that are hidden.
      merge.keepsContent = false
    case .settings(let new): merge = state.taking(new, from: file.name, after: settings)
    case .job(let job): return .job(job)
    case .replies(let replies, let warnings): return .replies(replies, warnings: warnings)
    case .changes(let changes, let warnings): return .changes(changes, warnings: warnings)
    }
    if judging { merge.receipt.completeness = Completeness(of: merge.state, today: today) }
    return .data(merge)
  }

  private static func merge(
    _ table: LoneTable, of file: String, into state: MergeState, _ settings: Settings?
  ) -> Merge {
    var merge: Merge
    switch Replacement(table.kind) {
    case .row, .rows:
      var tableMerge = TableMerge(table, of: file, into: state)
      merge = tableMerge.merge()
    case .source:
      var diaryMerge = DiaryMerge(table, of: file, into: state)
      merge = diaryMerge.merge(settings)
    }
    merge.receipt.notes = table.notes + merge.receipt.notes
    merge.keepsContent = !table.saysMore
    return merge
  }
}

extension Merge {
  /// Removes what an earlier calendar of this name said in a table that is not its own.
  fileprivate mutating func removeCalendar(_ source: String, from kind: TableKind) {
    let rows = state.rows(of: kind).filter { row in
      row.source == source && (kind == .availability || RowKey.isOfCalendar(row))
    }
    guard !rows.isEmpty else { return }
    changes += rows.map { .remove($0) }
    rows.forEach { state.apply(.remove($0)) }
    var count = TableCount(table: kind.file)
    count.removed = rows.count
    receipt.counts.append(count)
  }

  /// Takes what another table of the same file did after this one.
  fileprivate mutating func add(_ next: Merge) {
    changes += next.changes
    state = next.state
    keepsContent = keepsContent && next.keepsContent
    for count in next.receipt.counts {
      // A person who is removed takes their diary along, and the diaries' own sheet comes later.
      if let index = receipt.counts.firstIndex(where: { $0.table == count.table }) {
        receipt.counts[index].added += count.added
        receipt.counts[index].changed += count.changed
        receipt.counts[index].unchanged += count.unchanged
        receipt.counts[index].removed += count.removed
      } else {
        receipt.counts.append(count)
      }
    }
    receipt.removed += next.receipt.removed
    receipt.notRemoved += next.receipt.notRemoved
    receipt.kept += next.receipt.kept
    receipt.leftOut += next.receipt.leftOut
    receipt.readings += next.receipt.readings
    receipt.notes += next.receipt.notes
    receipt.warnings += next.receipt.warnings
    if !next.receipt.readings.isEmpty { receipt.emptyDiaryCountsAs = next.receipt.emptyDiaryCountsAs }
  }
}

extension MergeState {
  /// Who may have a calendar, as far as their tables have come.
  var owners: KnownOwners {
    func ids(_ kind: TableKind) -> Set<String> {
      Set(rows(of: kind).compactMap { RowKey.parts(of: $0.key).first })
    }
    return KnownOwners(people: ids(.people).union(ids(.facilitators)), rooms: ids(.rooms))
  }

  /// programme.yaml as it was read when it was taken; `nil` where there is none.
  func knownSettings(today: Day) -> LoneSettings? {
    guard let settings else { return nil }
    let file = InputFile(name: settings.table, text: settings.cells.first ?? "")
    guard case .settings(let known)? = try? LoneFile.read(file, dates: nil, keepApart: [], today: today)
    else {
      return nil
    }
    return known
  }

  /// The programme with another programme.yaml, which takes the old one's place as a whole.
  func taking(_ new: LoneSettings, from file: String, after old: LoneSettings?) -> Merge {
    let row = StoredRow(
      table: StoredRow.settingsTable, key: "", source: StoredRow.settingsTable, cells: [new.text])
    var count = TableCount(table: row.table)
    var changes: [RowChange] = []
    switch settings {
    case nil:
      changes = [.insert(row)]
      count.added = 1
    case row: count.unchanged = 1
    case .some:
      changes = [.replace(row)]
      count.changed = 1
    }
    var state = self
    changes.forEach { state.apply($0) }
    var receipt = MergeReceipt(file: file, counts: [count], warnings: new.warnings)
    if let old, old.settings.id != new.settings.id {
      receipt.notes.append(
        "The programme was called \(old.settings.id) and is now called \(new.settings.id). Calendar entries "
          + "carry this id: subscribers will see all visits anew. Send the old id again if that was not meant."
      )
    }
    return Merge(changes: changes, state: state, receipt: receipt)
  }
}
