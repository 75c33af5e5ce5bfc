import Domain

/// Whoever attends is free, drives included.
///
/// Admits only times at which nothing in the diary blocks; what may be given up is charged.
enum AttendeesFree {
  static let rule = Rule.attendeesFree
}

extension Diary {
  /// The longest stretch around `start..<end`, at most a day before and after it, in which nothing blocks;
  /// `nil` where something blocks inside.
  func open(around start: Int, _ end: Int) -> (from: Int, to: Int)? {
    var from = start - 1440
    var to = end + 1440
    for run in runs(around: from, to) where run.status == .blocked {
      if Int(run.end) <= start {
        from = max(from, Int(run.end))
      } else if Int(run.start) >= end {
        to = min(to, Int(run.start))
      } else {
        return nil
      }
    }
    return (from, to)
  }

  /// How many clinics and "if needed" stretches `start..<end` touches; `nil` where something blocks, unless
  /// `isLenient`.
  func charge(_ start: Int, _ end: Int, isLenient: Bool = false) -> (clinics: Int, ifNeeded: Int)? {
    var clinics = 0
    var ifNeeded = 0
    for run in runs(around: start, end) where Int(run.start) < end && start < Int(run.end) {
      switch run.status {
      case .blocked: if !isLenient { return nil }
      case .clinic: clinics += 1
      case .ifNeeded: ifNeeded += 1
      case .preferred: break
      }
    }
    return (clinics, ifNeeded)
  }
}
