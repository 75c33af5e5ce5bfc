import Domain
public import Intake

extension MergeReceipt {
  /// The receipt as plain text: lines of at most 100 characters, at most 60 of them, each ended with a line feed.
  public var text: String {
    var page = Page()
    let name = Self.clipped(file)
    page.paragraph("\(name) was taken.")
    if counts.count <= 2 {
      for count in counts { page.paragraph(Self.sentence(count)) }
    } else {
      page.list("Its tables:", counts.map(Self.sentence), room: 14)
    }
    page.list("How it was read, and what to know:", notes, room: 8)
    page.list("Removed, as _remove asked:", removed, room: 4)
    page.list(
      "Not removed, since the programme does not have it:", notRemoved, room: 3)
    page.list(
      "Kept. To remove a row, send it again with _remove = yes:",
      kept.map { "\($0) was in \(counts.first?.table ?? name) before and is not in this file: kept" },
      room: 6)
    page.list(
      "An earlier \(name) had rows for these, and they are gone with it:",
      leftOut.isEmpty
        ? [] : [Page.names(leftOut, most: 10) + "; send their rows in a file of another name to keep both"],
      room: 3)
    page.list("How availability is read:", diarySentences, room: 8)
    page.list("Please look at:", warnings.map(\.description), room: 6)
    describe(completeness, on: &page)
    return page.text(atMost: 60)
  }

  private static func sentence(_ count: TableCount) -> String {
    if count.table == StoredRow.settingsTable {
      let state =
        count.added > 0
        ? "new" : count.changed > 0 ? "changed; it takes the place of the earlier one" : "unchanged"
      return "\(count.table): \(state)."
    }
    let total = count.added + count.changed + count.unchanged + count.removed
    if total == 0 { return "\(count.table): the file has no rows." }
    return """
      \(count.table): \(count.added) added, \(count.changed) changed, \(count.unchanged) unchanged, \
      \(count.removed) removed.
      """
  }

  private var diarySentences: [String] {
    func owners(_ rule: DiaryRule) -> [String] { readings.filter { $0.rule == rule }.map(\.owner) }
    let missing =
      switch emptyDiaryCountsAs {
      case .assumeFree: "free whenever there is no other reason"
      case .unavailable: "never free"
      }
    let sentences: [(owners: [String], reading: String)] = [
      (owners(.freeOnlyInStatedRows), "free only in rows that say available, if_needed or preferred"),
      (owners(.freeUnlessStated), "free wherever no row says otherwise"),
      (owners(.sentNothing), "no row inside the window, so as if nothing was sent: \(missing)"),
    ]
    return sentences.filter { !$0.owners.isEmpty }.map { owners, reading in
      "\(Page.names(owners, most: 10)): \(reading)"
    }
  }

  private func describe(_ completeness: Completeness?, on page: inout Page) {
    switch completeness {
    case nil: break
    case .complete:
      page.paragraph("The programme is complete: it can be planned.")
    case .incomplete(let awaited):
      page.list("The programme is not planned yet. It still waits:", awaited, room: 10)
    case .contradictory(let faults, let awaited):
      page.list("The programme cannot be planned until this is put right:", faults, room: 7)
      page.list("It also waits:", awaited, room: 3)
    }
  }

  static func clipped(_ name: String) -> String {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    return base.count <= 80 ? base : base.prefix(79) + "…"
  }
}

extension IntakeRejection {
  /// Why `file` was not taken, as plain text: lines of at most 100 characters, at most 60 of them, each ended with a
  /// line feed.
  public func text(for file: String) -> String {
    var page = Page()
    let errors = diagnostics.filter { $0.severity == .error }
    let warnings = diagnostics.filter { $0.severity == .warning }
    page.paragraph("\(MergeReceipt.clipped(file)) was not taken, and nothing was changed by it.")
    page.list(
      "What is wrong (file:line:column), and what to do:", errors.map(\.description),
      room: warnings.isEmpty ? 50 : 38)
    page.list("Please look at this too:", warnings.map(\.description), room: 8)
    page.paragraph("Correct the file and drop it again.")
    return page.text
  }
}
