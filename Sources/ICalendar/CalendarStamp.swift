public import Domain
import Foundation

/// The instant of a plan, in UTC: a calendar's DTSTAMP and LAST-MODIFIED.
///
/// It belongs to the plan or its release and never to the rendering, so that the same plan is the same bytes.
public struct CalendarStamp: Sendable, Equatable {
  /// Whole seconds since 1970-01-01 00:00 UTC.
  public let secondsSince1970: Int

  /// The instant `secondsSince1970` whole seconds after 1970-01-01 00:00 UTC.
  public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  /// The first instant of `day` in the IANA zone `timeZone`; `nil` where there is no such zone.
  public init?(startOf day: Day, inZone timeZone: String) {
    guard let zone = TimeZone(identifier: timeZone) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let (year, month, date) = day.civil
    guard let noon = calendar.date(from: DateComponents(year: year, month: month, day: date, hour: 12))
    else { return nil }
    // A day that starts with a clock change has no midnight; its start is whatever comes first.
    secondsSince1970 = Int(calendar.startOfDay(for: noon).timeIntervalSince1970)
  }
}
