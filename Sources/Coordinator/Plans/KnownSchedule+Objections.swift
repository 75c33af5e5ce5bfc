import Domain

extension KnownSchedule {
  /// What speaks against publishing `plan`, which was made earlier, today: a sentence for each visit of which it says
  /// something else than has happened, or was said by people, since.
  ///
  /// What is over stays, a visit that was cancelled by order is not held, and none begins on a day that has gone. What
  /// was confirmed, held or pinned stays where it is. Nor does a visit move that lies within `settings`' freeze, unless
  /// the plan is one that was published and is to be brought back.
  func objections(to plan: Plan, in settings: Settings, isRestored: Bool) -> [String] {
    let today = settings.today
    let frozen = isRestored ? today : today.advanced(by: settings.publish.freezeDays)
    let planned = Dictionary(plan.visits.map { ($0.id, $0) }) { first, _ in first }
    let rows = Dictionary(visits.map { ($0.id, $0) }) { first, _ in first }
    var objections: [(VisitID, String)] = []
    for visit in plan.visits where visit.status != .cancelled {
      if withheld.contains(visit.id) {
        objections.append(
          (visit.id, "\(visit.id) is cancelled by order; an order 'job: unpin' takes that back"))
      } else if visit.date <= today, rows[visit.id]?.interval?.start != visit.interval.start {
        objections.append((visit.id, "\(visit.id) would be on \(visit.date.inWords), which has gone"))
      }
    }
    for row in visits where row.status != .cancelled {
      guard let start = row.interval?.start, planned[row.id]?.interval.start != start else { continue }
      let day = start.day.inWords
      if row.isFixed(on: today) {
        let word =
          switch row.status {
          case .confirmed, .held: row.status.rawValue
          default: row.pin == nil ? "over" : "pinned"
          }
        let remedy = start.day <= today ? "" : "; an order 'job: unpin' lets it go"
        objections.append((row.id, "\(row.id) is \(word), on \(day)\(remedy)"))
      } else if row.isPublished, start.day <= frozen {
        objections.append(
          (row.id, "\(row.id) is on \(day), within the freeze of \(settings.publish.freezeDays) days"))
      }
    }
    return objections.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// `plan`, which was published once, with what was said since of visits that it leaves where they are.
  func restoring(_ plan: Plan) -> Plan {
    let rows = Dictionary(visits.map { ($0.id, $0) }) { first, _ in first }
    var plan = plan
    for index in plan.visits.indices {
      guard let row = rows[plan.visits[index].id], row.status != .cancelled,
        row.interval?.start == plan.visits[index].interval.start
      else { continue }
      plan.visits[index].pin = row.pin
      plan.visits[index].status = row.status
    }
    return plan
  }
}
