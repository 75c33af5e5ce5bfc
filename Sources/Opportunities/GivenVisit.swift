import Domain

/// What a schedule given with the programme says of one leg, as the search needs it.
struct GivenVisit: Sendable {
  /// Whether it stays as it is: pinned, confirmed, held, or published and past.
  let isFixed: Bool
  /// Whether moving it is charged.
  let isPublished: Bool
  let day: Day
  /// Absolute local minutes.
  let start: Int
  let end: Int
  /// Index into the programme's facilitators; `nil` where the row names none.
  let facilitator: Int?
  /// Index into the programme's rooms; `nil` where the row names none.
  let room: Int?

  /// The row's visit; `nil` where it has no date or is cancelled.
  init?(_ row: ScheduledVisit, in programme: Programme) {
    guard let interval = row.interval, row.status != .cancelled else { return nil }
    isFixed = row.isFixed(on: programme.settings.today)
    isPublished = row.isPublished
    day = interval.start.day
    start = interval.start.minute
    end = interval.end.minute
    facilitator = row.facilitator.flatMap { id in programme.facilitators.firstIndex { $0.id == id } }
    room = row.room.flatMap { id in programme.rooms.firstIndex { $0.id == id } }
  }
}

/// A host and its one or two visiting teams, by index.
struct Leg: Hashable, Sendable {
  private let host: Int
  private let first: Int
  private let second: Int

  /// The leg of `visitors`, in whatever order, at `host`.
  init(host: Int, visitors: [Int]) {
    self.host = host
    first = visitors.min() ?? -1
    second = visitors.count > 1 ? visitors.max() ?? -1 : -1
  }

  /// The leg of one `visitor`.
  init(host: Int, visitor: Int) {
    self.host = host
    first = visitor
    second = -1
  }
}

/// What it costs to hold a published visit otherwise than it was published.
struct MoveCharge: Sendable {
  let given: GivenVisit
  let move: Int
  let breach: Int
  let today: Day

  /// The charge; `nil` where the leg was not published.
  init?(_ given: GivenVisit?, _ settings: Settings) {
    guard let given, given.isPublished else { return nil }
    self.given = given
    move = Minutes(hours: settings.costs.movePublished).count
    breach = Minutes(hours: settings.costs.noticeBreach).count
    today = settings.today
  }

  /// The charge for each required person who needs `notice` days, when the visit goes to another start on `day`.
  func ofPerson(notice: Int, day: Day) -> Int { breaches(notice, [given.day, day]) ? breach : 0 }

  /// The charge for the change itself and for facilitators: those who leave, come or stay.
  func ofChange(isMoved: Bool, day: Day, leader: Int?, desks: [FacilitatorDesk]) -> (move: Int, notice: Int) {
    let isLedAnew = leader != given.facilitator
    guard isMoved || isLedAnew else { return (0, 0) }
    var notice = 0
    if let former = given.facilitator {
      let dates = isLedAnew ? [given.day] : [given.day, day]
      if breaches(desks[former].facilitator.noticeDays, dates) { notice += breach }
    }
    if isLedAnew, let leader, breaches(desks[leader].facilitator.noticeDays, [day]) { notice += breach }
    return (move, notice)
  }

  private func breaches(_ notice: Int, _ dates: [Day]) -> Bool {
    dates.contains { today.distance(to: $0) < notice }
  }
}
