import Domain

/// Dates as HTTP writes them (RFC 9110 section 5.6.7): whole seconds since 1970.
enum HTTPDate {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The form that is sent: `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func text(_ seconds: Int64) -> String {
    let day = Day(number: Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
    let rest = Int(seconds) - day.number * 86_400
    let (year, month, date) = day.civil
    return "\(days[day.weekday.rawValue - 1]), \(two(date)) \(months[month - 1]) \(four(year)) "
      + "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)) GMT"
  }

  /// Reads that form and the two older ones that have to be taken too (RFC 850's and that of C's asctime); `nil` for
  /// anything else, such as a day that there is not.
  static func seconds(_ text: String) -> Int64? {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 6, words[5] == "GMT", words[0].hasSuffix(",") {
      return seconds(words[1], words[2], words[3], words[4], full: true)
    }
    if words.count == 4, words[3] == "GMT", words[0].hasSuffix(",") {
      let parts = words[1].split(separator: "-").map(String.init)
      guard parts.count == 3 else { return nil }
      return seconds(parts[0], parts[1], parts[2], words[2], full: false)
    }
    if words.count == 5, days.contains(words[0]) {
      return seconds(
        words[2].count == 1 ? "0" + words[2] : words[2], words[1], words[4], words[3], full: true)
    }
    return nil
  }

  private static func seconds(
    _ date: String, _ month: String, _ year: String, _ clock: String, full: Bool
  ) -> Int64? {
    let times = clock.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard times.count == 3, let date = number(date, 2), let month = months.firstIndex(of: month),
      var year = number(year, full ? 4 : 2), let hour = number(times[0], 2),
      let minute = number(times[1], 2), let second = number(times[2], 2), hour < 24, minute < 60,
      second <= 60
    else { return nil }
    // Two digits were last written when years began with 19.
    if !full { year += year < 70 ? 2000 : 1900 }
    guard let day = Day(year: year, month: month + 1, day: date) else { return nil }
    return Int64(day.number * 86_400 + hour * 3600 + minute * 60 + second)
  }

  private static func number(_ text: String, _ digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func four(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
  }
}
