import Domain

extension PlanAudit {
  /// Learning events that are missing, at another time than the best, or said to be attended by others.
  var eventFaults: [String] {
    let real = facts.events.planned
    if plan.events == real { return [] }
    if plan.events.map(\.event) != real.map(\.event) {
      let stated = plan.events.isEmpty ? "no learning event" : Words.list(plan.events.map(\.event.text))
      return ["The plan holds \(stated); programme.yaml lists \(Words.list(real.map(\.event.text)))."]
    }
    return zip(plan.events, real).filter { $0 != $1 }.map { stated, own in
      "\(own.title) is planned \(Words.dated(stated.interval)) for \(stated.attending.count) of those required; it is "
        + "best \(Words.dated(own.interval)) for \(own.attending.count)."
    }
  }
}
