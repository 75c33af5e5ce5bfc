public import Domain

extension UnscheduledVisit {
  /// The visit of `explanation` in a plan without a date for it: why in a sentence, and what to ask for first.
  ///
  /// `programme` has the plan for its schedule.
  public init(_ explanation: VisitExplanation, in programme: Programme) {
    let ask = explanation.asks.first { $0.date != nil }
    self.init(
      host: explanation.host, visitors: explanation.visitors,
      reason: UnscheduledReason(explanation, in: programme).sentence,
      cheapestAsk: ask?.sentence(in: programme), askees: ask?.askees(in: programme))
  }
}

/// Why a visit has no date, from what is said of each.
struct UnscheduledReason {
  let sentence: String

  init(_ explanation: VisitExplanation, in programme: Programme) {
    let all = explanation.dates
    guard !all.isEmpty else {
      sentence =
        "\(programme.team(explanation.host)?.name ?? explanation.host.text) has no MDT meeting in the window"
      return
    }
    // Why else it is not there does not matter of a day that is closed to this visit alone.
    let dates = all.filter { !$0.isClosedToVisit }
    let closed = all.count - dates.count
    guard !dates.isEmpty else {
      sentence =
        all.count == 1
        ? "the one meeting date is closed to this visit"
        : "all \(all.count) meeting dates are closed to this visit"
      return
    }
    let lead =
      closed == 0
      ? ""
      : "\(closed) of \(all.count) meeting dates \(closed == 1 ? "is" : "are") closed to this visit; of the others "
    var counts: [(topic: String, dates: Int)] = []
    var blocked = 0
    for verdict in dates {
      guard case .blocked(let obstacles) = verdict.outcome else { continue }
      blocked += 1
      var topics: [String] = []
      for obstacle in obstacles {
        let topic = Self.topic(obstacle, on: verdict.day, in: programme)
        if !topics.contains(topic) { topics.append(topic) }
      }
      for topic in topics {
        if let known = counts.firstIndex(where: { $0.topic == topic }) {
          counts[known].dates += 1
        } else {
          counts.append((topic, 1))
        }
      }
    }
    let commonest = counts.enumerated()
      .sorted { ($1.element.dates, $0.offset) < ($0.element.dates, $1.offset) }.prefix(4)
      .map { "\($0.element.topic) (\($0.element.dates)×)" }
    let none =
      blocked == dates.count
      ? lead
        + "none\(closed == 0 ? " of \(dates.count) meeting dates" : "") is possible while the other visits stay"
      : lead
        + "\(dates.count - blocked)\(closed == 0 ? " of \(dates.count) meeting dates" : "") are possible, but no better plan was found"
    sentence = commonest.isEmpty ? none : "\(none): \(commonest.joined(separator: "; "))"
  }

  /// The obstacle without hours and dates, so that it can be counted.
  private static func topic(_ obstacle: Obstacle, on day: Day, in programme: Programme) -> String {
    switch obstacle {
    case .busy(.person(let id), _): "\(programme.person(id)?.name ?? id.text) is away"
    case .busy(.facilitator(let id), _): "\(programme.facilitator(id)?.name ?? id.text) is away"
    case .visit(_, _, let rules):
      rules.contains(.oneVisitPerFacilitatorPerDay) || rules.contains(.facilitatorWithinReach)
        ? "the facilitator leads another visit" : "another visit is in the way"
    case .gap: "too near to the other visit, or too far from it"
    case .weekFull: "the week is full"
    case .facilitatorWeekFull(let id, _, _), .facilitatorFull(let id, _):
      "\(programme.facilitator(id)?.name ?? id.text) leads as many visits as they give"
    case .roomTaken(let id, _): "\(programme.room(id)?.name ?? id.text) is taken"
    case .noMeeting(_, _, .moved): "the MDT meeting is moved"
    case .event(let id, _): "there is the learning event \"\(programme.event(id)?.title ?? id.text)\""
    case .ownMeeting(let team, _): "\(programme.team(team)?.name ?? team.text) has its own MDT meeting"
    case .noMeeting, .bankHoliday, .closure, .past, .drive, .travelHours, .dayLength, .roleVacant,
      .visitorLimit,
      .noRoom, .notIndependent, .noNotice, .noFacilitator, .sameFacilitator, .daysGiven:
      obstacle.clause(in: programme, on: day)
    }
  }
}

extension DateVerdict {
  /// Whether a closure of the visit itself is among what keeps it from the day.
  fileprivate var isClosedToVisit: Bool {
    guard case .blocked(let obstacles) = outcome else { return false }
    return obstacles.contains { obstacle in
      if case .closure(_, .visit) = obstacle { true } else { false }
    }
  }
}
