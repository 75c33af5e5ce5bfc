import Domain

@testable import Ledger

/// The ledger as plain values, by the rules alone: what a random walk compares with.
struct Book {
  struct RowVersion {
    var row: LedgerRow
    var since: Int64
    var until: Int64?
  }

  struct Work {
    var programme: ProgrammeID
    var kind: JobKind
    var priority: Int
    var notBefore: Int64?
    var state: JobState = .queued(notBefore: nil, lastError: nil)
    var tries = 0
  }

  struct Edition {
    var job: Int
    var isPublished = false
    var entries: [CalendarEntry]
  }

  var inputs: [(programme: ProgrammeID, text: String, accepted: Bool)] = []
  var rows: [ProgrammeID: [RowVersion]] = [:]
  var work: [Work] = []
  var editions: [ProgrammeID: [Edition]] = [:]
  var known: Set<ProgrammeID> = []

  func first(_ programme: ProgrammeID, _ text: String) -> Int64? {
    inputs.firstIndex { $0.programme == programme && $0.text == text && $0.accepted }.map { Int64($0 + 1) }
  }

  /// The rows that hold now, or held after `input`.
  func current(_ programme: ProgrammeID, asOf input: Int64? = nil) -> [LedgerRow] {
    let input = input ?? Int64(inputs.count)
    let holding = (rows[programme] ?? []).filter { version in
      version.since <= input && version.until.map { $0 > input } ?? true
    }
    return holding.map(\.row).sorted { $0.id < $1.id }
  }

  mutating func accept(_ programme: ProgrammeID, _ text: String, _ changes: [RowChange]) {
    known.insert(programme)
    inputs.append((programme, text, true))
    let number = Int64(inputs.count)
    var versions = rows[programme] ?? []
    for change in changes {
      if let index = versions.firstIndex(where: { $0.row.id == change.row && $0.until == nil }) {
        versions[index].until = number
      }
      switch change {
      case .insert(let row), .replace(let row):
        versions.append(RowVersion(row: row, since: number, until: nil))
      case .remove: break
      }
    }
    rows[programme] = versions
  }

  mutating func enqueue(_ new: Work) {
    let number = work.count + 1
    if new.kind == .plan {
      for index in work.indices where work[index].programme == new.programme && work[index].kind == .plan {
        switch work[index].state {
        case .queued: work[index].state = .superseded(by: JobID(Int64(number)))
        case .running(let asked):
          if asked != .cancel {
            work[index].state = .running(asked: .supersede(by: JobID(Int64(number))))
          }
        default: break
        }
      }
    }
    var new = new
    new.state = .queued(
      notBefore: new.notBefore.map { Timestamp(milliseconds: $0) }, lastError: nil)
    work.append(new)
  }

  func next(at moment: Timestamp, limit: Int) -> Int? {
    let running = work.filter { $0.state.stage == .running }
    guard running.count < limit else { return nil }
    return work.indices.filter { index in
      guard case .queued(let notBefore, _) = work[index].state else { return false }
      return notBefore ?? moment <= moment
        && !running.contains { $0.programme == work[index].programme }
    }.min { (work[$0].priority, $0) < (work[$1].priority, $1) }
  }

  func entries(_ programme: ProgrammeID) -> [CalendarEntry] {
    var standing: [String: CalendarEntry] = [:]
    for edition in editions[programme] ?? [] where edition.isPublished {
      for entry in edition.entries { standing[entry.uid] = entry }
    }
    return standing.values.sorted { $0.uid < $1.uid }
  }

  func hasOpenEdition(_ job: Int) -> Bool {
    editions.values.contains { $0.contains { $0.job == job && !$0.isPublished } }
  }

  /// Where a running job goes that may not go on, or `other` where nobody asked it to end.
  func ended(_ job: Int, else other: JobState) -> JobState {
    switch work[job].state {
    case .running(.cancel): .cancelled
    case .running(.supersede(let newer)): .superseded(by: newer)
    default: other
    }
  }
}
