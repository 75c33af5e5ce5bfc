import Domain

/// changes.txt: what a release changes, in plain words, for all with the reasons, and for each team without: a reason
/// may say who is away.
struct ChangesText {
  private let programme: Programme
  private let before: ReleasedPlan?
  private let after: ReleasedPlan
  private let reasons: [VisitID: String]

  init(_ programme: Programme, from before: ReleasedPlan?, to after: ReleasedPlan, reasons: [VisitID: String])
  {
    self.programme = programme
    self.before = before
    self.after = after
    self.reasons = reasons
  }

  /// The text under a `title`, lines ended with a line feed.
  func text(title: String) -> String {
    let changes = self.changes
    var lines = [title, ""]
    if changes.isEmpty {
      lines.append(
        "No visit changes its date, hours, room or facilitator. What calendars say of drives, agendas or who attends "
          + "is up to date.")
    }
    lines += changes.map { sentence($0, seenBy: nil) }
    for team in programme.teams {
      let own = changes.filter { ([$0.visit.host] + $0.visit.visitors).contains(team.id) }
      guard !own.isEmpty else { continue }
      lines += ["", "\(team.name) (\(team.id))"] + own.map { sentence($0, seenBy: team.id) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many visits change.
  var count: Int { changes.count }

  private enum Kind {
    case begins
    case moves(from: Visit)
    case isLedAnew(from: Visit)
    case isAdjusted(from: Visit)
    case isFirmer
    case isCalledOff
    case ends(String?)
  }

  private struct Change {
    let visit: Visit
    let kind: Kind
  }

  private var changes: [Change] {
    let old = Dictionary((before?.plan.visits ?? []).map { ($0.id, $0) }) { first, _ in first }
    var changes: [Change] = after.plan.visits.compactMap { visit in
      guard let was = old[visit.id] else { return Change(visit: visit, kind: .begins) }
      if was.interval.start != visit.interval.start { return Change(visit: visit, kind: .moves(from: was)) }
      if was.facilitator != visit.facilitator { return Change(visit: visit, kind: .isLedAnew(from: was)) }
      if was.interval != visit.interval || was.room != visit.room {
        return Change(visit: visit, kind: .isAdjusted(from: was))
      }
      return was.status == visit.status ? nil : Change(visit: visit, kind: .isFirmer)
    }
    let planned = Set(after.plan.visits.map(\.id))
    let over = after.over
    for visit in before?.plan.visits ?? [] where !planned.contains(visit.id) && !over.contains(visit.id) {
      if programme.scheduledVisit(visit.id)?.status == .cancelled {
        changes.append(Change(visit: visit, kind: .isCalledOff))
        continue
      }
      let why = after.plan.unscheduled.first { $0.id == visit.id }?.reason
      changes.append(Change(visit: visit, kind: .ends(why)))
    }
    return changes.sorted { a, b in
      a.visit.interval.start != b.visit.interval.start
        ? a.visit.interval.start < b.visit.interval.start : a.visit.id < b.visit.id
    }
  }

  private func sentence(_ change: Change, seenBy team: TeamID?) -> String {
    let visit = change.visit
    let name = subject(visit, seenBy: team)
    let because = team == nil ? reasons[visit.id].map { ", because \($0)" } ?? "" : ""
    switch change.kind {
    case .begins: return "- \(name) is on \(time(visit))\(leader(visit))."
    case .moves(let was):
      return "- \(name) moves from \(time(was)) to \(time(visit))\(because)."
    case .isLedAnew(let was):
      return "- \(name) on \(visit.date.inWords) is led by \(facilitator(visit)) instead of "
        + "\(facilitator(was))\(because)."
    case .isAdjusted:
      let room = visit.room.map { programme.room($0)?.name ?? $0.text }
      return "- \(name) stays on \(time(visit))" + (room.map { ", in \($0)" } ?? "") + "."
    case .isFirmer: return "- \(name) on \(time(visit)) is \(visit.status.rawValue) now."
    case .isCalledOff: return "- \(name) on \(time(visit)) is cancelled."
    case .ends(let reason):
      let why = team == nil ? reason : nil
      return "- \(name) on \(time(visit)) does not take place" + (why.map { ": \($0)" } ?? "")
        + (why?.hasSuffix(".") == true ? "" : ".")
    }
  }

  private func subject(_ visit: Visit, seenBy team: TeamID?) -> String {
    let visitors = visit.visitors.map(name).joined(separator: " and ")
    if team == visit.host { return "The visit of \(visitors) to you" }
    if let team, visit.visitors.contains(team) { return "Your visit to \(name(visit.host))" }
    return "The visit of \(visitors) to \(name(visit.host))"
  }

  private func name(_ team: TeamID) -> String { programme.team(team)?.name ?? team.text }

  private func facilitator(_ visit: Visit) -> String {
    visit.facilitator.map { programme.facilitator($0)?.name ?? $0.text } ?? "nobody"
  }

  private func leader(_ visit: Visit) -> String {
    visit.facilitator == nil ? "" : ", led by \(facilitator(visit))"
  }

  private func time(_ visit: Visit) -> String {
    let end = visit.interval.end.minuteOfDay == 0 ? "24:00" : visit.interval.end.clock
    return "\(visit.date.inWords), \(visit.interval.start.clock)–\(end)"
  }
}
