public import Domain
import Foundation
public import Ledger

extension Timestamp {
  /// Whole seconds since 1970.
  var seconds: Int { Int(milliseconds / 1000) }

  /// The day where this machine is.
  public var localDay: Day {
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: date)
    return Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? Day(number: 0)
  }

  /// As people read it, as in `Tue 12 Jan 2027, 09:30 UTC`.
  var inWords: String {
    let minutes = milliseconds / 60_000
    let day = Day(number: Int(minutes / 1440))
    let moment = Moment(minute: Int(minutes))
    return "\(day.inWords), \(moment.clock) UTC"
  }
}
