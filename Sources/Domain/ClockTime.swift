/// A local time of day in whole minutes, `00:00` to `24:00`.
public struct ClockTime: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Minutes after midnight, 0 to 1440.
  public let minute: Int

  /// The time `minute` minutes after midnight; `nil` outside 0...1440.
  public init?(minute: Int) {
    guard (0...1440).contains(minute) else { return nil }
    self.minute = minute
  }

  /// Reads `HH:MM` or `H:MM` of a 24-hour clock, `24:00` as the end of a day; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2 else {
      return nil
    }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
    guard let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60 else { return nil }
    self.init(minute: hour * 60 + minute)
  }

  /// A time written in the code itself, taken modulo a day so that no input can make it fail.
  public static func constant(_ hour: Int, _ minute: Int) -> ClockTime {
    ClockTime(unchecked: (hour * 60 + minute) % 1441)
  }

  private init(unchecked minute: Int) { self.minute = minute }

  /// The time as `HH:MM`.
  public var description: String { padded(minute / 60, 2) + ":" + padded(minute % 60, 2) }

  /// Earlier times come first.
  public static func < (a: ClockTime, b: ClockTime) -> Bool { a.minute < b.minute }
}
