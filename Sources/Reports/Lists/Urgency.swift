import Domain

/// How soon something is due, seen from the day of the plan. Weeks begin on Monday.
enum Urgency: String, CaseIterable {
  case overdue
  case thisWeek = "this_week"
  case nextWeek = "next_week"
  case later

  /// How soon `due` is, on `today`.
  init(of due: Day, on today: Day) {
    let nextMonday = today.week.monday.advanced(by: 7)
    if due < today {
      self = .overdue
    } else if due < nextMonday {
      self = .thisWeek
    } else if due < nextMonday.advanced(by: 7) {
      self = .nextWeek
    } else {
      self = .later
    }
  }

  /// As the heading of a list.
  var inWords: String {
    switch self {
    case .overdue: "Overdue"
    case .thisWeek: "This week"
    case .nextWeek: "Next week"
    case .later: "Later"
    }
  }
}
