import Domain

/// All that can be known of a programme before looking at a plan.
struct Facts: Sendable {
  let programme: Programme
  let register: Register
  let calendar: MeetingCalendar
  let diaries: Diaries
  let drives: Drives
  let standings: Standings
  let events: EventTimes

  private let fixedVisits: [VisitID: ScheduledVisit]
  private let publishedVisits: [VisitID: ScheduledVisit]
  private let settledPairs: Set<PairID>

  init(programme: Programme, published: [ScheduledVisit] = []) {
    self.programme = programme
    register = Register(programme: programme)
    calendar = MeetingCalendar(programme: programme)
    var diaries = Diaries(programme: programme, published: published)
    events = EventTimes(programme: programme, diaries: &diaries)
    self.diaries = diaries
    drives = Drives(programme: programme)
    standings = Standings(programme: programme)

    var fixed: [VisitID: ScheduledVisit] = [:]
    var published: [VisitID: ScheduledVisit] = [:]
    var settled: Set<PairID> = []
    for row in programme.schedule where row.status != .cancelled {
      guard let interval = row.interval else { continue }
      let isPast = row.isPublished && interval.start.day <= programme.settings.today
      if row.isPublished { published[row.id] = row }
      if row.isFixed || isPast { fixed[row.id] = row }
      if row.isFixed || row.isPublished { settled.insert(PairID([row.host] + row.visitors)) }
    }
    fixedVisits = fixed
    publishedVisits = published
    settledPairs = settled
  }

  var settings: Settings { programme.settings }

  /// The row that a visit was published with, if it was.
  func publishedRow(of visit: VisitID) -> ScheduledVisit? { publishedVisits[visit] }

  /// The row that says where a visit stays: pinned, confirmed, held, or published and past.
  func fixedRow(of visit: VisitID) -> ScheduledVisit? { fixedVisits[visit] }

  /// Whether a fixed or published visit has settled who visits whom.
  func isSettled(_ pair: PairID) -> Bool { settledPairs.contains(pair) }

  /// Whether `visit` stands where a fixed row put it.
  func isFixed(_ visit: Visit) -> Bool {
    guard let row = fixedVisits[visit.id] else { return false }
    return row.interval?.start == visit.interval.start
  }
}
