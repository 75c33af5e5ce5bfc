import Domain

/// The identifiers of one kind that a programme knows.
struct KnownIDs<Subject> {
  let ids: Set<Identifier<Subject>>
  /// Whether more may exist in a table that could not be read; then nothing counts as unknown.
  let isPartial: Bool
  /// What they name, as `team`.
  let noun: String
  /// Where they are listed.
  let table: TableKind

  init(_ ids: some Sequence<Identifier<Subject>>, isPartial: Bool, noun: String, table: TableKind) {
    self.ids = Set(ids)
    self.isPartial = isPartial
    self.noun = noun
    self.table = table
  }

  /// Whether `id` is known, after reporting it at `place` where it is not.
  @discardableResult
  func check(_ id: Identifier<Subject>, at place: Place, _ findings: Findings) -> Bool {
    if ids.contains(id) { return true }
    if isPartial { return false }
    findings.error(
      at: place, awaiting: .row(id: id.text, of: [table]),
      "no \(noun) '\(id)' is in \(table.file)", advice(for: id.text))
    return false
  }

  /// The known name nearest to `text`, or what else to do.
  func advice(for text: String) -> String {
    nearest(to: text).map { "write '\($0)' if that is meant, or add the \(noun)" } ?? "add the \(noun) there"
  }

  func nearest(to text: String) -> String? { NearestName.of(text, among: ids.lazy.map(\.text)) }
}
