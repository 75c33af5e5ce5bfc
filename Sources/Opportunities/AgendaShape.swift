import Domain

/// The agenda's sessions as flat arrays, the MDT meeting apart.
///
/// Sets of sessions are bit masks over the sessions other than the meeting, in the order of programme.yaml.
struct AgendaShape: Sendable {
  /// Indices into the programme's agenda.
  let sessions: [Int]
  /// The meeting's index in the programme's agenda.
  let meetingIndex: Int
  /// Minutes of each session.
  let minutes: [Int]
  /// Whether each needs a room.
  let needsRoom: [Bool]
  /// Minutes after midnight between which each must take place.
  let between: [(start: Int, end: Int)?]
  /// Sessions of this shape that must be over before each.
  let before: [Int]
  /// Whether each must follow the meeting because it comes after it, or must precede it.
  let followsMeeting: [Bool]
  let precedesMeeting: [Bool]
  /// The session that comes first, and last.
  let first: Int?
  let last: Int?
  /// For each session, the earlier one of the list that is alike in everything, so that only one order of the
  /// two need be tried.
  let twin: [Int?]
  /// All sessions but the meeting.
  var all: Int { (1 << minutes.count) - 1 }
  /// How many sessions there are, the meeting included.
  var count: Int { minutes.count + 1 }

  private let dayStart: Int
  private let dayEnd: Int

  init(_ settings: VisitSettings) {
    let agenda = settings.agenda
    let meetingIndex = agenda.firstIndex(where: \.isMeeting) ?? 0
    let sessions = agenda.indices.filter { $0 != meetingIndex }
    let position = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { (agenda[$1].id, $0) })
    self.meetingIndex = meetingIndex
    self.sessions = sessions
    minutes = sessions.map { agenda[$0].minutes?.count ?? 0 }
    needsRoom = sessions.map { agenda[$0].needsRoom }
    between = sessions.map { index in
      agenda[index].between.map { ($0.start.minute, $0.end.minute) }
    }
    before = sessions.map { index in agenda[index].after.flatMap { position[$0] }.map { 1 << $0 } ?? 0 }
    followsMeeting = sessions.map { agenda[$0].after == agenda[meetingIndex].id }
    let mustPrecede = agenda[meetingIndex].after.flatMap { position[$0] }
    precedesMeeting = sessions.indices.map { $0 == mustPrecede }
    first = sessions.firstIndex { agenda[$0].isFirst }
    last = sessions.firstIndex { agenda[$0].isLast }
    let referred = Set(agenda.compactMap(\.after))
    twin = sessions.indices.map { position in
      let session = agenda[sessions[position]]
      guard !session.isFirst, !session.isLast, !referred.contains(session.id) else { return nil }
      return (0..<position).last { earlier in
        let other = agenda[sessions[earlier]]
        return !other.isFirst && !other.isLast && !referred.contains(other.id)
          && other.minutes == session.minutes
          && other.after == session.after && other.between == session.between
          && other.needsRoom == session.needsRoom
      }
    }
    dayStart = settings.day.start.minute
    dayEnd = settings.day.end.minute
  }

  /// How the day lies around a meeting at `meeting`.
  func frame(_ meeting: Interval) -> DayFrame {
    let midnight = meeting.start.day.number * 1440
    let start = meeting.start.minute
    let end = meeting.end.minute
    let firstYields = first.map { start - minutes[$0] < midnight + dayStart } ?? false
    let lastYields = last.map { end + minutes[$0] > midnight + dayEnd } ?? false
    return DayFrame(
      midnight: midnight, meetingStart: start, meetingEnd: end, from: min(midnight + dayStart, start),
      to: max(midnight + dayEnd, end), firstYields: firstYields, lastYields: lastYields)
  }
}

/// A day around one meeting, in absolute local minutes.
struct DayFrame: Sendable, Hashable {
  /// Midnight before the meeting.
  var midnight: Int
  var meetingStart: Int
  var meetingEnd: Int
  /// Sessions take place from here …
  var from: Int
  /// … to here.
  var to: Int
  /// Whether the first session has no room before the meeting.
  var firstYields: Bool
  /// Whether the last session has no room after it.
  var lastYields: Bool
}
