import Domain

/// actions.csv: what to do, by when, for which visit, and whom to write to.
struct ActionList {
  /// Sorted by the day they are due, then by visit.
  let actions: [Action]
  private let today: Day

  private static let header = [
    "due", "when", "action", "visit_id", "visit_date", "to", "email", "team_id", "person_id", "room_id", "on",
    "times", "what",
  ]

  /// The actions of `plan`.
  init(words: PlanWords) {
    today = words.plan.today
    let diaries = Dictionary(grouping: words.programme.availability, by: \.owner)
    let asks = words.plan.unscheduled.flatMap { visit -> [Action] in
      guard let ask = visit.cheapestAsk else { return [] }
      // Several are needed together: each is asked, and told of the others.
      return (visit.askees ?? [.programme]).map { askee in
        Action(
          due: words.plan.today, kind: .ask, visit: visit.id, visitDate: nil,
          to: words.programme.correspondent(askee, about: visit),
          sentence: "So that \(words.visit(visit.host, visit.visitors)) finds a date: \(ask)")
      }
    }
    let others = words.plan.visits.flatMap { visit in
      VisitActions(visit: visit, words: words, diaries: diaries).all
    }
    actions = (asks + others).sorted(by: Action.precedes)
  }

  /// How soon an action is due.
  func urgency(of action: Action) -> Urgency { Urgency(of: action.due, on: today) }

  /// The file.
  var file: ReportFile {
    ReportFile(
      table: "actions.csv", header: Self.header,
      rows: actions.map { action in
        [
          action.due.iso, urgency(of: action).rawValue, action.kind.rawValue, action.visit.text,
          action.visitDate?.iso, action.to.name, action.to.email, action.to.team?.text, action.to.id,
          action.room?.text, action.on?.iso,
          action.times.map { "\($0.start.clock)-\(Cells.end(of: $0))" }.joined(separator: ";"),
          action.sentence,
        ]
      })
  }
}
