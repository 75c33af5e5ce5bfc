import Domain

/// What a clock on some wall shows: seconds since 1970-01-01 00:00 as shown, in whatever zone the wall is.
struct WallTime: Hashable, Comparable {
  let seconds: Int

  static let day = 86_400

  init(seconds: Int) { self.seconds = seconds }
  /// The midnight with which the day begins.
  init(day: Day) { seconds = day.number * Self.day }
  init(_ day: Day, hour: Int, minute: Int, second: Int) {
    seconds = day.number * Self.day + hour * 3600 + minute * 60 + second
  }

  var day: Day { Day(number: seconds.flooredDivision(by: Self.day)) }
  var secondOfDay: Int { seconds - day.number * Self.day }
  var isMidnight: Bool { secondOfDay == 0 }

  static func + (a: WallTime, seconds: Int) -> WallTime { WallTime(seconds: a.seconds + seconds) }
  static func - (a: WallTime, b: WallTime) -> Int { a.seconds - b.seconds }
  static func < (a: WallTime, b: WallTime) -> Bool { a.seconds < b.seconds }
}

/// A point of time everywhere: seconds since 1970-01-01 00:00 UTC, leap seconds not counted.
struct Instant: Hashable, Comparable {
  let seconds: Int

  static func + (a: Instant, seconds: Int) -> Instant { Instant(seconds: a.seconds + seconds) }
  static func - (a: Instant, b: Instant) -> Int { a.seconds - b.seconds }
  static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}

extension Int {
  /// The quotient rounded down, for a positive divisor.
  func flooredDivision(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
