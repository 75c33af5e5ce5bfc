/// A time of day as Outlook writes it: `09:00:00`, `9:00 AM`.
enum OutlookTime {
  /// Minutes after midnight, 0 to 1440, and whether seconds come after; `nil` where `text` is no time.
  static func read(_ text: String) -> (minute: Int, hasSeconds: Bool)? {
    // Some versions put a narrow space before AM.
    var words = CellText.plain(text).uppercased().split(separator: " ").map(String.init)
    var half: String?
    if words.count == 2 { half = words.removeLast().replacing(".", with: "") }
    guard words.count == 1, half == nil || half == "AM" || half == "PM" else { return nil }
    let parts = words[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].utf8.count),
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    var hour = numbers[0]
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "PM" ? 12 : 0)
    }
    let hasSeconds = numbers.count == 3 && numbers[2] > 0
    let minute = hour * 60 + numbers[1]
    return minute <= 1440 && !(minute == 1440 && hasSeconds) ? (minute, hasSeconds) : nil
  }
}
