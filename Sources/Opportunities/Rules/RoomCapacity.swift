import Domain

/// A session's room holds everybody: admits only times at which the largest free room does.
enum RoomCapacity {
  static let rule = Rule.roomCapacity

  /// Whether rooms of these `capacities` hold as many `heads`, session by session.
  static func admits(heads: [Int], capacities: [Int]) -> Bool {
    zip(heads, capacities).allSatisfy { $0 <= $1 }
  }
}

extension RoomCalendar {
  /// The largest capacity among rooms free throughout; 0 where none is.
  func largestFree(_ start: Int, _ end: Int) -> Int {
    for index in rooms.indices.reversed() where isFree(index, start, end) { return capacities[index] }
    return 0
  }
}
