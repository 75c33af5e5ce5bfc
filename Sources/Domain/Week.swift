/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, CaseIterable, Hashable, Sendable, Codable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The English name, as in `Monday`.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

/// A week from Monday to Sunday (ISO 8601).
public struct Week: Hashable, Comparable, Sendable {
  /// The week's first day, a Monday.
  public let monday: Day

  /// The week that begins on `monday`.
  public init(monday: Day) { self.monday = monday }

  /// Earlier weeks come first.
  public static func < (a: Week, b: Week) -> Bool { a.monday < b.monday }
}
