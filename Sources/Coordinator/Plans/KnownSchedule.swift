import Domain
import Intake
import Ledger
import Tabular

/// The schedule as people know it: the newest release, and over it what was said about visits since.
struct KnownSchedule {
  /// The newest release; `nil` before the first.
  let release: Release?
  /// What it published.
  let released: ReleasedPlan?
  /// By visit id. Before the first release, what visits.csv says.
  private(set) var visits: [ScheduledVisit]
  /// Visits that were cancelled by order, and so are not planned again.
  let withheld: Set<VisitID>

  init(_ now: ProgrammeNow, in place: Workplace) throws {
    let programme = now.programme
    let id = try Self.programme(of: now, in: place)
    let latest = try ReleasedPlan.latest(of: id, in: place.ledger)
    (release, released) = (latest?.0, latest?.1)
    withheld = Set(programme.schedule.filter { $0.status == .cancelled }.map(\.id))
    guard let release, let released else {
      visits = programme.schedule
      return
    }
    var known: [VisitID: ScheduledVisit] = [:]
    // What is over of a pair that has parted settles nobody's partner.
    let planned = Set(released.plan.visits.flatMap { [$0.host] + $0.visitors })
    let others = released.cancelled.filter { visit in
      visit.status == .cancelled || planned.isDisjoint(with: [visit.host] + visit.visitors)
    }
    for visit in released.plan.visits + others {
      known[visit.id] = ScheduledVisit(visit, in: programme)
    }
    if let rows = try now.visitRows(since: release.basedOn, in: place, of: id) {
      let read = try ScheduleReader.visits(
        in: rows, of: programme, dates: now.admission.conventions.dates)
      for row in read.visits { known[row.id] = row.over(known[row.id]) }
    }
    // The calendars forget what was cancelled long ago, the order stands.
    for row in programme.schedule where row.status == .cancelled && known[row.id] == nil {
      known[row.id] = row
    }
    visits = known.values.sorted { $0.id < $1.id }
  }

  private static func programme(of now: ProgrammeNow, in place: Workplace) throws -> ProgrammeID {
    guard let input = try place.ledger.input(now.base) else {
      throw LedgerError.invalidValue("\(now.base) cannot be found")
    }
    return input.programme
  }

  /// The schedule as a visits.csv, `nil` where there is no visit.
  var file: InputFile? {
    visits.isEmpty ? nil : ScheduleTable(visits).file(named: TableKind.visits.file)
  }

  /// A closures table that keeps visits cancelled by order from every day; `nil` where there are none.
  func closures(in settings: Settings) -> InputFile? {
    guard !withheld.isEmpty else { return nil }
    return InputFile(
      name: "closures-of-cancelled-visits.csv",
      bytes: CSVWriter.bytes(
        header: ["date_from", "date_to", "scope", "reason"],
        rows: withheld.sorted().map {
          [settings.visitsFrom.iso, settings.visitsTo.iso, $0.text, "the visit is cancelled"]
        }))
  }

  /// Pins what `reason` gives a reason for and nothing else keeps in its place.
  func pinning(_ reason: (ScheduledVisit) -> String?) -> KnownSchedule {
    var pinned = self
    for index in visits.indices where visits[index].pin == nil && visits[index].interval != nil {
      guard let why = reason(visits[index]) else { continue }
      pinned.visits[index].pin = Pin(by: Self.pinner, reason: why)
    }
    return pinned
  }

  /// Who sets pins that last for one plan only.
  static let pinner = "counterpart"

  /// `plan` with the pins that people set, and without those that were set for it alone.
  func withoutOwnPins(_ plan: Plan) -> Plan {
    let pins = Dictionary(visits.map { ($0.id, $0.pin) }) { first, _ in first }
    var plan = plan
    for index in plan.visits.indices where plan.visits[index].pin?.by == Self.pinner {
      plan.visits[index].pin = pins[plan.visits[index].id] ?? nil
    }
    return plan
  }
}

extension ScheduledVisit {
  /// A published visit as the next plan is given it: without what the programme no longer has. `nil` where a team is
  /// gone.
  init?(_ visit: Visit, in programme: Programme) {
    guard ([visit.host] + visit.visitors).allSatisfy({ programme.team($0) != nil }) else { return nil }
    self.init(
      id: visit.id, host: visit.host, visitors: visit.visitors, interval: visit.interval,
      room: visit.room.flatMap { programme.room($0)?.id },
      facilitator: visit.facilitator.flatMap { programme.facilitator($0)?.id }, status: visit.status,
      pin: visit.pin, reserveDate: visit.reserveDate, release: visit.release, sequence: visit.sequence)
  }

  /// This row as the word that counts, with what only a release gives from the row before.
  func over(_ published: ScheduledVisit?) -> ScheduledVisit {
    guard let published else { return self }
    var row = self
    row.release = published.release
    row.sequence = published.sequence
    if row.status == .draft { row.status = .tentative }
    return row
  }
}
