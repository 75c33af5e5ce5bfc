import Domain

/// All events of one UID: the event, its repetitions, and what became of single ones.
struct EventSeries {
  private let masters: [CalendarEvent]
  private let changes: [CalendarEvent]

  /// Sorts out what replaces what. The highest SEQUENCE stands (RFC 5546 section 2.1.4); of several events that bear
  /// one UID and one SEQUENCE all do, since programs that number badly must not lose anybody's time.
  init(_ events: [CalendarEvent]) {
    let masters = events.filter { $0.replaces == nil }
    let newest = masters.map(\.sequence).max() ?? 0
    let standing = masters.filter { $0.sequence == newest }
    let changes = events.filter { $0.replaces != nil }
    if standing.contains(where: { $0.standing == .cancelled }) {
      // Who calls off the whole calls off its parts.
      self.masters = []
      self.changes = Self.newest(of: changes.filter { $0.sequence > newest })
    } else {
      self.masters = standing
      self.changes = Self.newest(of: changes)
    }
  }

  /// What the series adds to the diary.
  ///
  /// - Parameter walls: the window on the wall of the programme's zone.
  func occurrences(
    in walls: Range<WallTime>, times: inout RuleTimes, findings: CalendarFindings
  ) -> [EventOccurrence] {
    var found: [EventOccurrence] = []
    for change in changes {
      guard case .busy(let status) = change.standing, let start = change.start else { continue }
      // One that counts for all later repetitions is found among them, unless the event itself is missing.
      if change.replaces?.andFuture == true, !masters.isEmpty { continue }
      found.append(EventOccurrence(start: start, length: change.length, status: status, line: change.line))
    }
    let replaced = Replacements(changes)
    for master in masters {
      guard let start = master.start else { continue }
      let reach = replaced.reach
      let length = max(master.length.most, master.recurrence.longest, reach.length)
      let lower = walls.lowerBound + -(length + reach.shift + Self.zoneSlack)
      let upper = walls.upperBound + (reach.shift + Self.zoneSlack)
      let range = lower..<upper
      for occurrence in EventTimes(master, start: start).all(in: range, times: &times, findings: findings) {
        guard let changed = replaced.apply(to: occurrence, of: master) else { continue }
        found.append(changed)
      }
    }
    return found
  }

  /// No wall is further from another than two days.
  private static let zoneSlack = 2 * WallTime.day

  /// Of several changes of one repetition the newest.
  private static func newest(of changes: [CalendarEvent]) -> [CalendarEvent] {
    var best: [RepetitionKey: CalendarEvent] = [:]
    for change in changes {
      guard let replaces = change.replaces else { continue }
      let key = RepetitionKey(replaces)
      if let known = best[key], (known.sequence, known.stampSeconds) > (change.sequence, change.stampSeconds)
      {
        continue
      }
      best[key] = change
    }
    return best.values.sorted { $0.line < $1.line }
  }
}

/// Something of an event inside or near the window.
struct EventOccurrence {
  var start: EventTime
  var length: EventLength
  var status: AvailabilityStatus
  var line: Int
}

/// What tells one repetition from another.
private struct RepetitionKey: Hashable {
  /// Of a day its wall, which has no zone; of a time its instant, however it is written.
  let seconds: Int
  let isDate: Bool
  let andFuture: Bool

  init(_ replacement: CalendarEvent.Replacement) {
    let time = replacement.time
    seconds = time.isDate ? time.wall.seconds : time.instant.seconds
    isDate = time.isDate
    andFuture = replacement.andFuture
  }
}

extension CalendarEvent {
  fileprivate var stampSeconds: Int { stamp?.wall.seconds ?? .min }
}
