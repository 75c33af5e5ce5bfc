import Domain
import Intake

/// Says where in a merged programme something is wrong: by table and row, since nobody has its files.
struct RowPlaces {
  private let state: MergeState
  private var rows: [TableKind: [StoredRow]] = [:]

  init(_ state: MergeState) { self.state = state }

  /// What `diagnostic`, of one of the state's files, says, on one line and without its full stop.
  mutating func sentence(_ diagnostic: Diagnostic) -> String {
    let text = "\(diagnostic.what); \(diagnostic.whatToDo)".onOneLine
    guard let kind = MergeState.kind(of: diagnostic.file) else {
      return "\(diagnostic.file), line \(diagnostic.line): \(text)"
    }
    if rows[kind] == nil { rows[kind] = state.writtenRows(of: kind) }
    guard diagnostic.line >= 2, let row = rows[kind]?.dropFirst(diagnostic.line - 2).first else {
      return "\(diagnostic.file): \(text)"
    }
    return "\(diagnostic.file), \(RowKey.shown(row.key)): \(text)"
  }
}
