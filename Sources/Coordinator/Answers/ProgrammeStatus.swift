public import Domain
import Foundation
public import Ledger
import Merging

/// How one programme stands, as `counterpart status` shows it. Ids and figures, no personal data.
public struct ProgrammeStatus: Sendable {
  /// The programme.
  public let programme: ProgrammeID
  /// What it waits for, or what is wrong with it, a sentence each; empty where it can be planned.
  public let awaited: [String]
  /// The newest published release, `nil` before the first.
  public let release: Release?
  /// Jobs that wait, run, or are held, the oldest first.
  public let open: [Job]
  /// Whether a plan waits for an order to publish it.
  public let hasDraft: Bool
  /// What teams answered to visits, each the last word of a team on a visit.
  public let replies: [VisitReply]

  /// Every programme that the ledger knows, by id. `today` stands in where a programme.yaml sets none.
  public static func all(
    in ledger: some LedgerReading, state: StateFolder, today: Day
  ) throws -> [ProgrammeStatus] {
    try ledger.programmes().map { id, _ in
      let rows = try ledger.currentRows(of: id).map { try StoredRow($0) }
      let awaited: [String] =
        switch Completeness(of: try MergeState(rows: rows), today: today) {
        case .complete: []
        case .incomplete(let awaited): awaited
        case .contradictory(let faults, let awaited): faults + awaited
        }
      let draft = "\(state.path)/plans/\(id).json"
      return ProgrammeStatus(
        programme: id, awaited: awaited, release: try ledger.latestRelease(of: id),
        open: try ledger.jobs(of: id, in: [.queued, .running, .held]).reversed(),
        hasDraft: FileManager.default.fileExists(atPath: draft),
        replies: try ledger.replies(of: id).map(\.reply))
    }
  }

  /// The status in lines for a terminal.
  public var lines: [String] {
    var lines = ["\(programme)"]
    if let release, case .published(let at) = release.state {
      lines.append("  release \(release.number), \(at.inWords)")
    } else {
      lines.append("  nothing published yet")
    }
    if !awaited.isEmpty { lines += ["  waits for:"] + awaited.map { "  - \($0)" } }
    if hasDraft { lines.append("  a plan waits for an order 'job: publish'") }
    lines += open.map { "  \($0.line)" }
    let declined = replies.filter { $0.answer == .decline }
    let accepted = replies.count - declined.count
    if !replies.isEmpty { lines.append("  replies: \(accepted) accepted, \(declined.count) declined") }
    lines += declined.map { "  - \($0.team) declines \($0.visit)" }
    return lines
  }
}

extension Job {
  /// The job in a line: number, kind, where it is, and what came of it.
  public var line: String {
    let words: String =
      switch state {
      case .queued(let due?, let error):
        "queued until \(due.inWords)" + (error.map { " after: \($0.firstLine)" } ?? "")
      case .queued(nil, let error): "queued" + (error.map { " after: \($0.firstLine)" } ?? "")
      case .running(nil): "running"
      case .running(.some): "running, asked to end"
      case .done(let summary): "done: \(summary)"
      case .failed(let error): "failed: \(error.firstLine)"
      case .held(let error): "held: \(error.firstLine)"
      case .cancelled: "cancelled"
      case .superseded(let newer): "superseded by \(newer)"
      }
    return "\(id)  \(kind.rawValue)  \(words)"
  }
}

extension String {
  fileprivate var firstLine: String { split(separator: "\n").first.map(String.init) ?? "" }
}
