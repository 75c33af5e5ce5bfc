import Domain

extension KnownSchedule {
  /// What speaks against publishing `plan`, which was made earlier, today: a sentence for each visit of which it says
  /// something else than has happened, or was said by people, since.
  ///
  /// What is over stays, a visit that was cancelled by order is not held, and none begins on a day that has gone. What
  /// was confirmed, held or pinned stays where it is, with its leader. Nor does a visit move that lies within the freeze
  /// of `settings`, unless nothing is published yet, or the plan is one that was and is to be brought back.
  func objections(to plan: Plan, in settings: Settings, isRestored: Bool) -> [String] {
    let today = settings.today
    let frozen = isRestored || release == nil ? today : today.advanced(by: settings.publish.freezeDays)
    let planned = Dictionary(plan.visits.map { ($0.id, $0) }) { first, _ in first }
    let rows = Dictionary(visits.map { ($0.id, $0) }) { first, _ in first }
    // A plan that is made anew knows of all this by itself.
    func remedy(_ words: String) -> String { isRestored ? "; an order 'job: unpin' \(words)" : "" }
    var objections: [(VisitID, String)] = []
    for visit in plan.visits where visit.status != .cancelled {
      let isCancelled = withheld.contains(visit.id)
      if visit.date <= today, isCancelled || rows[visit.id]?.interval?.start != visit.interval.start {
        objections.append((visit.id, "\(visit.id) would be on \(visit.date.inWords), which has gone"))
      } else if isCancelled {
        objections.append((visit.id, "\(visit.id) is cancelled by order" + remedy("takes that back")))
      }
    }
    for row in visits where row.status != .cancelled {
      guard let start = row.interval?.start else { continue }
      let visit = planned[row.id]
      let isElsewhere = visit?.interval.start != start
      let day = start.day.inWords
      if start.day <= today, isElsewhere, row.isFixed(on: today) {
        objections.append((row.id, "\(row.id) is over, since \(day)"))
      } else if start.day > today, row.isFixed, isElsewhere || visit.map(row.isLedAnew) ?? false {
        let word = row.pin == nil ? row.status.rawValue : "pinned"
        let leader = row.facilitator.map { ", led by \($0)" } ?? ""
        objections.append(
          (
            row.id,
            "\(row.id) is \(word), on \(day)\(leader)" + (row.status == .held ? "" : remedy("lets it go"))
          ))
      } else if row.isPublished, start.day > today, start.day <= frozen, isElsewhere {
        objections.append(
          (row.id, "\(row.id) is on \(day), within the freeze of \(settings.publish.freezeDays) days"))
      }
    }
    return objections.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// `plan`, which was published once, with what was said since of visits that it leaves as they are.
  func restoring(_ plan: Plan) -> Plan {
    let rows = Dictionary(visits.map { ($0.id, $0) }) { first, _ in first }
    var plan = plan
    for index in plan.visits.indices {
      guard let row = rows[plan.visits[index].id], row.status != .cancelled,
        row.interval?.start == plan.visits[index].interval.start, !row.isLedAnew(by: plan.visits[index])
      else { continue }
      plan.visits[index].pin = row.pin
      plan.visits[index].status = row.status
    }
    return plan
  }
}

extension ScheduledVisit {
  /// Whether a plan has the visit with another leader than this row.
  fileprivate func isLedAnew(by visit: Visit) -> Bool {
    facilitator != nil && visit.facilitator != facilitator
  }
}
