import Checking
import Domain

/// Which published visits cannot stay where they are, by the checker's word.
struct ImpossibleVisits {
  /// Their ids.
  let ids: Set<VisitID>

  /// Examines the visits to come of `schedule` in `programme`, by what is possible on their days.
  ///
  /// What is fixed is left out: it stays whatever it breaks. A breach that names a pair, a team or a facilitator
  /// concerns all visits of theirs; one that names something else concerns every visit. A published visit settles its
  /// pair, whatever is wrong with it: but a team that takes part no more, and a ruling against the pair, give it up,
  /// unless a fixed visit holds it together.
  init(_ schedule: [ScheduledVisit], in programme: Programme) {
    let today = programme.settings.today
    let dated = schedule.filter { $0.interval != nil && $0.status != .cancelled }
    let visits = dated.compactMap { row -> Visit? in
      row.interval.map {
        Visit(
          host: row.host, visitors: row.visitors, interval: $0, room: row.room,
          facilitator: row.facilitator, status: row.status, pin: row.pin, release: row.release,
          sequence: row.sequence)
      }
    }
    .sorted { a, b in
      a.interval.start != b.interval.start ? a.interval.start < b.interval.start : a.id < b.id
    }
    var groups: [[TeamID]] = []
    for visit in visits {
      let group = ([visit.host] + visit.visitors).sorted()
      if !groups.contains(group) { groups.append(group) }
    }
    var held = programme
    held.schedule = schedule
    let found = Checker(programme: held).allBreaches(of: visits, pairs: groups)
    let fixed = Set(dated.filter { $0.isFixed(on: today) }.map(\.id))
    let loose = visits.filter { !fixed.contains($0.id) }
    let heldPairs = Set(visits.filter { fixed.contains($0.id) }.map(\.pair))
    let unheld = loose.filter { !heldPairs.contains($0.pair) }
    var ids: Set<VisitID> = []
    for breach in found.standing where Self.givesUpPair.contains(breach.rule) {
      ids.formUnion(unheld.filter { Self.concerns(breach.subject, $0) }.map(\.id))
    }
    for breach in found.breaches {
      let concerned = loose.filter { Self.concerns(breach.subject, $0) }
      ids.formUnion((concerned.isEmpty ? loose : concerned).map(\.id))
    }
    self.ids = ids
  }

  private static let givesUpPair: Set<Rule> = [.eligibleTeams, .forbiddenPair]

  private static func concerns(_ subject: String, _ visit: Visit) -> Bool {
    subject == visit.id.text || subject == visit.pair.text || subject == visit.facilitator?.text
      || ([visit.host] + visit.visitors).contains { $0.text == subject }
  }
}
