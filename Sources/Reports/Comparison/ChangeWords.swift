import Domain

/// What might happen, in sentences.
struct ChangeWords {
  let programme: Programme

  /// As in `Facilitator 1 is away from Mon 1 Mar 2027 to Fri 19 Mar 2027 (leave).`
  func sentence(_ change: Change) -> String {
    let words: String =
      switch change.event {
      case .notBefore(let visit, let day): "\(name(visit)) is not before \(day.inWords)"
      case .notOn(let visit, let from, let until): "\(name(visit)) is not \(span(from, until))"
      case .moveTo(let visit, let day): "\(name(visit)) is on \(day.inWords)"
      case .cancel(let visit): "\(name(visit)) does not take place"
      case .away(let who, let from, let until): "\(name(who)) \(absence(who)) \(span(from, until))"
      case .withdraw(let team): "\(name(team)) withdraws"
      case .join(let facilitator):
        "\(programme.facilitator(facilitator)?.name ?? facilitator.text) joins as a facilitator"
      }
    return words + (change.reason.map { " (\($0))" } ?? "") + "."
  }

  private func span(_ from: Day, _ until: Day) -> String {
    from == until ? "on \(from.inWords)" : "from \(from.inWords) to \(until.inWords)"
  }

  private func absence(_ who: Resource) -> String {
    switch who {
    case .person, .facilitator: "is away"
    case .room: "is taken"
    }
  }

  private func name(_ who: Resource) -> String {
    switch who {
    case .person(let id): programme.person(id)?.name ?? id.text
    case .facilitator(let id): programme.facilitator(id)?.name ?? id.text
    case .room(let id): programme.room(id).map { "\($0.name) (\(id))" } ?? id.text
    }
  }

  private func name(_ team: TeamID) -> String { programme.team(team)?.name ?? team.text }

  /// The visit as `HOST--VISITOR` names it, by its teams' names where the schedule knows it.
  private func name(_ visit: VisitID) -> String {
    for row in programme.schedule {
      let group = [row.host] + row.visitors
      for host in group {
        let visitors = group.filter { $0 != host }
        guard VisitID(host: host, visitors: visitors) == visit else { continue }
        return "The visit of \(Figures.list(visitors.map(name))) to \(name(host))"
      }
    }
    return visit.text
  }
}
