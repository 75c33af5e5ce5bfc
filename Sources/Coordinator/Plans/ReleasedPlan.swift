import Domain
import Foundation
import Ledger

/// A plan as it was released: what the ledger keeps of a release.
struct ReleasedPlan: Codable, Equatable {
  /// The plan, its visits as firm as they were published.
  var plan: Plan
  /// Visits that were published once and that the plan has no more, sorted by id: cancelled, with the sequence that says
  /// so, or over before one of their teams left.
  var cancelled: [Visit]

  /// Of the visits that the plan has no more, those that are over.
  var over: Set<VisitID> { Set(cancelled.filter { $0.status != .cancelled }.map(\.id)) }

  /// The plan as calendars show it: its visits and the others, by start.
  var shown: Plan {
    var shown = plan
    shown.visits = (plan.visits + cancelled).sorted { a, b in
      a.interval.start != b.interval.start ? a.interval.start < b.interval.start : a.id < b.id
    }
    return shown
  }

  /// The same bytes for the same plan.
  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self))
    }
  }

  init(plan: Plan, cancelled: [Visit] = []) {
    self.plan = plan
    self.cancelled = cancelled
  }

  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(ReleasedPlan.self, from: Data(bytes))
  }

  /// The newest release of a programme with its plan; `nil` before the first.
  static func latest(of programme: ProgrammeID, in ledger: some LedgerReading) throws -> (
    Release, ReleasedPlan
  )? {
    guard let release = try ledger.latestRelease(of: programme),
      let bytes = try ledger.plan(ofRelease: release.number, of: programme)
    else { return nil }
    return (release, try ReleasedPlan(bytes))
  }
}
