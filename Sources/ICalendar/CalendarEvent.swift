import Domain

/// A calendar entry before it is written: what RFC 5545 calls a VEVENT.
struct CalendarEvent: Equatable {
  /// See `EventIdentity`.
  var uid: String
  /// The entry it belongs to, where it is part of a visit.
  var parent: String?
  /// When.
  var time: EventTime
  /// The visit's SEQUENCE.
  var sequence: Int
  /// How firm it is.
  var status: EventStatus
  /// Whether the reader's time is taken, unless it is cancelled.
  var blocks: Bool
  /// What kind of entry it is.
  var category: EventCategory
  /// One line.
  var summary: String
  /// Where.
  var location: String?
  /// Exactly where, if that is known.
  var coordinates: Coordinates?
  /// The text, line by line.
  var description: [String]
  /// Whether the text names people.
  var namesPeople = false

  /// The entry with everything taken out but the time; `nil` where it takes nobody's time.
  var asBusy: CalendarEvent? {
    guard blocks else { return nil }
    var event = self
    event.uid = EventIdentity.hidden(uid)
    event.parent = nil
    event.category = .busy
    event.summary = status == .cancelled ? "Cancelled" : "Busy"
    event.location = nil
    event.coordinates = nil
    event.description = []
    event.namesPeople = false
    return event
  }
}

/// When an entry is: at local times of the programme's zone, or on a day.
enum EventTime: Equatable {
  case timed(Interval)
  case allDay(Day)

  /// The first moment.
  var start: Moment {
    switch self {
    case .timed(let interval): interval.start
    case .allDay(let day): Moment(minute: day.number * 1440)
    }
  }
}

/// How firm an entry is, in RFC 5545's words.
enum EventStatus: Equatable {
  case tentative, confirmed, cancelled

  /// What a visit's status means to a calendar: only a confirmed or held date is firm.
  init(_ status: VisitStatus) {
    switch status {
    case .draft, .tentative: self = .tentative
    case .confirmed, .held: self = .confirmed
    case .cancelled: self = .cancelled
    }
  }
}

/// The kinds of entries, as calendars show them.
enum EventCategory: Equatable {
  case visit, session, travel, milestone, learning, busy

  /// CATEGORIES; `nil` where the entry says nothing but its time.
  var title: String? {
    switch self {
    case .visit: "Peer review visit"
    case .session: "Peer review session"
    case .travel: "Peer review travel"
    case .milestone: "Peer review milestone"
    case .learning: "Peer review learning event"
    case .busy: nil
    }
  }
}
