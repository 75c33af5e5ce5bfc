import Domain

extension PlanAudit {
  /// Dates in reserve on which the visit cannot be held while all others stay, and what is wrongly said of whose
  /// absence would cancel it.
  var mishapFaults: [String] {
    let bookings = Bookings(examination)
    let ahead = examination.visits.filter { $0.visit.isAhead(of: $0.settings.today) }
    let found = ahead.concurrentMap { visit -> [String] in
      let rest = RestOfPlan(beside: visit, in: bookings)
      var faults: [String] = []
      if let reserve = visit.visit.reserveDate, reserve == visit.visit.date || !rest.leavesRoom(on: reserve) {
        faults.append(
          "\(Words.sentence(visit.name)) has \(Words.date(reserve)) in reserve; it cannot be held then while the "
            + "other visits stay.")
      }
      if let stated = visit.visit.mainstays {
        let real = rest.mainstays() ?? []
        if stated != real {
          faults.append(
            "\(Words.sentence(visit.name)) is said to hang on \(names(stated)); it hangs on \(names(real)).")
        }
      }
      return faults
    }
    return Array(found.joined())
  }

  private func names(_ mainstays: [Resource]) -> String {
    if mainstays.isEmpty { return "nobody" }
    let register = facts.register
    return Words.list(
      mainstays.map { mainstay in
        switch mainstay {
        case .person(let id): register.person(id)?.name ?? id.text
        case .facilitator(let id): register.name(of: id)
        case .room(let id): register.name(of: id)
        }
      })
  }
}
