import Domain

/// A VEVENT, as far as time is concerned; or an AVAILABLE, which is written alike.
struct CalendarEvent {
  /// Where it begins.
  let line: Int
  /// What is the same for an event, its repetitions and its cancellation. Never leaves the room.
  let uid: String?
  let sequence: Int
  let stamp: WrittenTime?
  /// Which repetition this is about, and whether all that follow too; `nil` for an event by itself.
  let replaces: Replacement?
  /// `nil` where it only calls something off.
  let start: EventTime?
  let length: EventLength
  let standing: EventStanding
  let recurrence: Recurrence

  /// Which repetition an event takes the place of.
  struct Replacement {
    var time: EventTime
    var andFuture: Bool
  }

  var isRecurring: Bool { !recurrence.isEmpty }
}

/// What makes an event repeat.
struct Recurrence {
  var rules: [(rule: RecurrenceRule, line: Int)] = []
  var exceptionRules: [(rule: RecurrenceRule, line: Int)] = []
  /// More times, some of a length of their own.
  var dates: [(time: EventTime, length: EventLength?)] = []
  var exceptionDates: [EventTime] = []

  var isEmpty: Bool { rules.isEmpty && dates.isEmpty }
  /// The longest that a single date is by itself, in seconds.
  var longest: Int { dates.compactMap(\.length?.most).max() ?? 0 }
}
