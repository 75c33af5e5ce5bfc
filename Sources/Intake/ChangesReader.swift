public import Domain
import Tabular

/// Reads a whatif.csv: what might happen to a programme with its schedule.
public enum ChangesReader {
  /// The changes in `file`, in the order of its rows, and warnings.
  ///
  /// Throws every error: whatever names nothing of `programme`, visits that have taken place or are pinned or held, and
  /// rows that contradict each other. A facilitator who joins must be among the programme's already.
  public static func changes(
    in file: InputFile, of programme: Programme, dates: DateStyle = .iso
  ) throws(IntakeRejection) -> (changes: [Change], warnings: [Diagnostic]) {
    let findings = Findings()
    var files = TableFiles()
    files.add(file, as: WhatIfTable.self, findings: findings)
    let contents = TableContents(
      WhatIfTable.self, in: files.files, dates: dates, isPartial: false, findings: findings)
    let links = ChangeLinks(programme, findings)
    let changes = contents.entries.compactMap { links.change($0) }
    if contents.entries.isEmpty, !findings.hasErrors {
      findings.error(at: .top(of: file.name), "no row says what might happen", "write at least one")
    }
    links.checkTogether(contents.entries)
    guard !findings.hasErrors else { throw IntakeRejection(diagnostics: findings.sorted()) }
    return (changes, findings.sorted())
  }
}
