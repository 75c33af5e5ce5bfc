import Domain

/// What everybody's diary says of any stretch of time.
struct Diaries: Sendable {
  /// A stretch of a diary in which one reading holds.
  struct Piece: Equatable {
    var interval: Interval
    /// What the stretch amounts to: a clinic that cannot be given up any more is `unavailable`.
    var status: AvailabilityStatus
    /// Why.
    var cause: Cause
  }

  /// What a reading rests on.
  enum Cause: Equatable {
    /// A row says so.
    case row
    /// A clinic on a date nearer than the notice of so many days.
    case lateClinic(notice: Int)
    /// No row says anything, and other rows offer time.
    case notOffered
    /// The person sent nothing.
    case noDiary
    /// No row says anything, which means free.
    case open
    /// A learning event of this title.
    case event(String)
  }

  private let rows: [DiaryOwner: [Availability]]
  private let window: Interval
  private let offering: Set<DiaryOwner>
  private let preferring: Set<DiaryOwner>
  private let answering: Set<DiaryOwner>
  private let notices: [DiaryOwner: Int]
  private let settings: Settings
  /// The days of published visits, of which somebody has been told: their clinics then are given up in time.
  private let told: Set<Told>
  /// When people are at learning events.
  private var engagements: [DiaryOwner: [(interval: Interval, title: String)]] = [:]

  init(programme: Programme, published: [ScheduledVisit] = []) {
    settings = programme.settings
    rows = Dictionary(grouping: programme.availability, by: \.owner)
    let midnight = ClockTime.constant(0, 0)
    window = Interval(
      start: Moment(settings.visitsFrom, midnight), end: Moment(settings.visitsTo.advanced(by: 1), midnight))
    var offering: Set<DiaryOwner> = []
    var preferring: Set<DiaryOwner> = []
    var answering: Set<DiaryOwner> = []
    for row in programme.availability where row.interval.overlaps(window) {
      answering.insert(row.owner)
      if row.status.isPositive { offering.insert(row.owner) }
      if row.status == .preferred { preferring.insert(row.owner) }
    }
    self.offering = offering
    self.preferring = preferring
    self.answering = answering
    var notices: [DiaryOwner: Int] = [:]
    for person in programme.people { notices[.person(person.id)] = person.noticeDays }
    for facilitator in programme.facilitators {
      notices[.facilitator(facilitator.id)] = facilitator.noticeDays
    }
    self.notices = notices
    told = Set((programme.schedule + published).flatMap { Self.told(of: $0, in: programme) })
  }

  /// Somebody, and a day for which they were asked.
  private struct Told: Hashable {
    var owner: DiaryOwner
    var day: Day
  }

  /// Whom a published visit asks for: everybody of its teams on its date, and those who travel also on the eve.
  private static func told(of row: ScheduledVisit, in programme: Programme) -> [Told] {
    guard let date = row.interval?.start.day, row.status != .cancelled, row.isPublished || row.status == .held
    else { return [] }
    let travellers = programme.people.filter { !$0.teams.allSatisfy { !row.visitors.contains($0) } }
    let hosts = programme.people.filter { $0.teams.contains(row.host) }
    var told = (travellers + hosts).map { Told(owner: .person($0.id), day: date) }
    told += travellers.map { Told(owner: .person($0.id), day: date.advanced(by: -1)) }
    if let leader = row.facilitator {
      told += [date, date.advanced(by: -1)].map { Told(owner: .facilitator(leader), day: $0) }
    }
    return told
  }

  /// Takes the time of `event` from `owner`.
  mutating func engage(_ owner: DiaryOwner, during interval: Interval, title: String) {
    engagements[owner, default: []].append((interval, title))
  }

  /// The notice that `owner` needs, in days.
  func notice(of owner: DiaryOwner) -> Int { notices[owner] ?? settings.visits.defaultNoticeDays }

  /// Whether a row inside the window says when `owner` likes best to come.
  func hasPreferences(_ owner: DiaryOwner) -> Bool { preferring.contains(owner) }

  /// The first stretch that keeps `owner` from being free throughout `interval`, whole as it stands in the
  /// diary of its day.
  func obstacle(for owner: DiaryOwner, during interval: Interval) -> Piece? {
    guard let clash = pieces(for: owner, during: interval).first(where: { $0.status == .unavailable }) else {
      return nil
    }
    return pieces(for: owner, during: Self.wholeDay(clash.interval.start.day)).first {
      $0.interval.overlaps(clash.interval)
    }
  }

  /// Whether `preferred` wins at each minute of `interval`.
  func isPreferred(_ interval: Interval, by owner: DiaryOwner) -> Bool {
    pieces(for: owner, during: interval).allSatisfy { $0.status == .preferred }
  }

  /// The busy intervals of `status` in the diary of `owner` that touch one of `intervals`, in order of time.
  func busyIntervals(of status: AvailabilityStatus, for owner: DiaryOwner, touching intervals: [Interval])
    -> [Interval]
  {
    guard let from = intervals.map(\.start.day).min(), let end = intervals.map(\.end).max() else { return [] }
    var found: [Interval] = []
    var day = from
    while Moment(day, .constant(0, 0)) < end {
      found += pieces(for: owner, during: Self.wholeDay(day)).filter { $0.status == status }.map(\.interval)
      day = day.advanced(by: 1)
    }
    return found.filter { busy in intervals.contains { $0.overlaps(busy) } }
  }

  /// The diary of `owner` over `interval`, as the fewest pieces within each day.
  func pieces(for owner: DiaryOwner, during interval: Interval) -> [Piece] {
    let relevant = (rows[owner] ?? []).filter { $0.interval.overlaps(interval) }
    var cuts = [interval.start, interval.end]
    for row in relevant {
      cuts += [row.interval.start, row.interval.end].filter { interval.start < $0 && $0 < interval.end }
    }
    for engagement in engagements[owner] ?? [] {
      cuts += [engagement.interval.start, engagement.interval.end].filter {
        interval.start < $0 && $0 < interval.end
      }
    }
    var midnight = Moment(interval.start.day.advanced(by: 1), .constant(0, 0))
    while midnight < interval.end {
      cuts.append(midnight)
      midnight = midnight + Minutes(1440)
    }
    cuts.sort()
    var pieces: [Piece] = []
    for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
      var piece = reading(of: owner, rows: relevant, during: Interval(start: start, end: end))
      if let last = pieces.last, last.status == piece.status, last.cause == piece.cause,
        last.interval.start.day == start.day
      {
        piece.interval = Interval(start: last.interval.start, end: end)
        pieces.removeLast()
      }
      pieces.append(piece)
    }
    return pieces
  }

  private static func wholeDay(_ day: Day) -> Interval {
    Interval(start: Moment(day, .constant(0, 0)), end: Moment(day, .constant(24, 0)))
  }

  /// The reading of a stretch in which no row begins or ends and no day changes.
  private func reading(of owner: DiaryOwner, rows: [Availability], during stretch: Interval) -> Piece {
    if let engagement = engagements[owner]?.first(where: { $0.interval.contains(stretch) }) {
      return Piece(interval: stretch, status: .unavailable, cause: .event(engagement.title))
    }
    let winner = rows.filter { $0.interval.contains(stretch) }.map(\.status).min()
    switch winner {
    case .clinic:
      let notice = notice(of: owner)
      let canGiveUp =
        settings.today.distance(to: stretch.start.day) >= notice
        || told.contains(Told(owner: owner, day: stretch.start.day))
      return Piece(
        interval: stretch, status: canGiveUp ? .clinic : .unavailable,
        cause: canGiveUp ? .row : .lateClinic(notice: notice))
    case .unavailable, .ifNeeded, .available, .preferred:
      return Piece(interval: stretch, status: winner ?? .available, cause: .row)
    case nil:
      if offering.contains(owner) {
        return Piece(interval: stretch, status: .unavailable, cause: .notOffered)
      }
      if answering.contains(owner) { return Piece(interval: stretch, status: .available, cause: .open) }
      switch settings.visits.noDiary {
      case .assumeFree: return Piece(interval: stretch, status: .available, cause: .open)
      case .unavailable: return Piece(interval: stretch, status: .unavailable, cause: .noDiary)
      }
    }
  }
}
