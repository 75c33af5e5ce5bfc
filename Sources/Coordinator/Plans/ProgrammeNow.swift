import Domain
import Intake
import Ledger
import Merging
import Solving

/// A programme as its tables stand after one input.
struct ProgrammeNow {
  /// The input.
  let base: InputSequence
  /// programme.yaml and the tables, as merged.
  let files: [InputFile]
  /// What they say.
  let admission: Admission

  var programme: Programme { admission.programme }

  /// Reads the newest state; throws `JobRefusal` where it cannot be planned.
  init(_ id: ProgrammeID, in place: Workplace) throws {
    guard let base = try place.ledger.latestInput(of: id) else {
      throw JobRefusal(["nothing has been taken into the programme yet; drop its files"])
    }
    let rows = try place.ledger.currentRows(of: id, asOf: base).map { try StoredRow($0) }
    let state = try MergeState(rows: rows)
    switch Completeness(of: state, today: place.today) {
    case .complete(let admission):
      (self.base, files, self.admission) = (base, state.files(), admission)
    case .incomplete(let awaited):
      throw JobRefusal(["the programme is not complete; it still waits:"] + awaited.map { "- \($0)" })
    case .contradictory(let faults, let awaited):
      throw JobRefusal(
        ["the programme cannot be planned until this is put right:"] + (faults + awaited).map { "- \($0)" })
    }
  }

  /// The rows of visits.csv that came after `input`, as a table of their own; `nil` where there are none.
  func visitRows(since input: InputSequence?, in place: Workplace, of id: ProgrammeID) throws -> InputFile? {
    let table = TableKind.visits.file
    let old = try input.map { try place.ledger.currentRows(of: id, asOf: $0) } ?? []
    let known = Set(old.filter { $0.id.table == table })
    let new = try place.ledger.currentRows(of: id, asOf: base).filter {
      $0.id.table == table && !known.contains($0)
    }
    return try MergeState(rows: new.map { try StoredRow($0) }).files().first
  }
}

/// Why a job cannot be done as it was asked for, in lines for people. Trying again is of no use.
struct JobRefusal: Error, CustomStringConvertible {
  let lines: [String]
  init(_ lines: [String]) { self.lines = lines }
  var description: String { lines.joined(separator: "\n") }
}
