/// What programme.yaml says about the files themselves.
public struct FileConventions: Sendable, Equatable {
  /// How dates are written.
  public var dates: DateStyle
  /// Whose bank holidays are kept.
  public var bankHolidays: HolidayCalendar
  /// Whether programme.yaml sets `today` itself.
  public var setsToday: Bool

  /// Conventions, each with its default.
  public init(
    dates: DateStyle = .iso, bankHolidays: HolidayCalendar = .england, setsToday: Bool = false
  ) {
    self.dates = dates
    self.bankHolidays = bankHolidays
    self.setsToday = setsToday
  }
}

/// How dates are written in a programme's files.
public enum DateStyle: String, Sendable, CaseIterable {
  /// `YYYY-MM-DD` only.
  case iso
  /// `DD/MM/YYYY` too.
  case dayFirst = "day_first"
}

/// Whose bank holidays close every meeting.
public enum HolidayCalendar: String, Sendable, CaseIterable {
  case england, none
}
