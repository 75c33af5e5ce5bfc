import Domain

extension VisitActions {
  /// The facilitator's agreement, while neither their notice nor the freezing of the date has passed.
  var facilitator: [Action] {
    guard let facilitator = visit.facilitator else { return [] }
    switch visit.status {
    case .confirmed, .held, .cancelled: return []
    case .draft, .tentative:
      let to = words.programme.correspondent(facilitator)
      let notice = visit.date.advanced(by: -(words.programme.facilitator(facilitator)?.noticeDays ?? 0))
      return [
        action(
          .confirmFacilitator, due: min(arranged, notice), to: to, on: visit.date, times: [visit.interval],
          "Have \(to.name) confirm to lead on \(visit.date.inWords), \(Self.clock([visit.interval])) (\(name))."
        )
      ]
    }
  }

  /// What `milestones:` makes due, once for each team that is responsible.
  var milestones: [Action] {
    words.programme.settings.visits.milestones.flatMap { milestone in
      responsible(for: milestone).map { to in
        let due = visit.date.advanced(by: milestone.days)
        return action(
          .milestone, due: due, to: to, on: due,
          "\(milestone.title): \(to.name), by \(due.inWords) (\(name), \(visit.date.inWords)).")
      }
    }
  }

  private func responsible(for milestone: Milestone) -> [Correspondent] {
    let programme = words.programme
    return switch milestone.responsible {
    case nil: ([visit.host] + visit.visitors).map { programme.correspondent($0) }
    case .host: [programme.correspondent(visit.host)]
    case .visitor: visit.visitors.map { programme.correspondent($0) }
    case .facilitator: visit.facilitator.map { [programme.correspondent($0)] } ?? []
    }
  }
}
