public import Domain

/// When a drawn programme's visits may be, and the day it is planned on.
public struct ProgrammeDates: Sendable, Equatable {
  /// The day the plan is made.
  public var today: Day
  /// The first day on which a visit may be.
  public var visitsFrom: Day
  /// The last day on which a visit may be.
  public var visitsTo: Day

  /// The dates as given; the generators refuse what cannot be planned.
  public init(today: Day, visitsFrom: Day, visitsTo: Day) {
    self.today = today
    self.visitsFrom = visitsFrom
    self.visitsTo = visitsTo
  }

  /// Today is 2026-11-23; visits from 2027-01-11 to 2027-07-09, which is 26 weeks.
  public static let standard = ProgrammeDates(
    today: Day(number: 20_780), visitsFrom: Day(number: 20_829), visitsTo: Day(number: 21_008))

  func checked() throws(GenerationRejection) -> ProgrammeDates {
    guard visitsFrom <= visitsTo, today < visitsTo, visitsFrom.distance(to: visitsTo) <= 731 else {
      throw .dates(self)
    }
    return self
  }

  /// Monday to Friday in the window, in order.
  var weekdays: [Day] {
    (visitsFrom.number...visitsTo.number).map(Day.init(number:)).filter(\.isWeekday)
  }

  /// The weeks that have a weekday in the window, in order.
  var weeks: [Week] {
    weekdays.reduce(into: []) { weeks, day in
      if weeks.last != day.week { weeks.append(day.week) }
    }
  }

  func contains(_ day: Day) -> Bool { visitsFrom <= day && day <= visitsTo }
}

extension Day {
  var isWeekday: Bool { weekday.rawValue <= 5 }
}
