import Domain

/// Somebody who has sent no diary.
struct ChaseItem: Equatable {
  var owner: DiaryOwner
  var name: String
  /// `nil` of a facilitator.
  var role: Role?
  /// None of a facilitator.
  var teams: [TeamID]
  var email: String?
  /// Where the team is written to.
  var coordinatorEmail: String?
  /// The days of notice they need to give up a clinic, or a facilitator to take a visit.
  var notice: Int
  /// The last day on which, if they turn out to be busy at the first visit, notice can still be kept. The day of
  /// the plan where only visits without a date wait for the diary.
  var neededBy: Day
  /// Whether the plan counts on them at one of the visits.
  var isRequired: Bool
  /// The first of the visits that has a date.
  var firstVisit: Day?
  /// The visits still to come that depend on the diary, dated ones first.
  var visits: [VisitID]

  /// A member of a team.
  init(_ person: Person, programme: Programme, plan: Plan) {
    let mine = { (host: TeamID, visitors: [TeamID]) in
      ([host] + visitors).contains(where: person.teams.contains)
    }
    self.init(
      owner: .person(person.id), name: person.name, role: person.role, teams: person.teams,
      email: person.email,
      coordinatorEmail: person.teams.lazy.compactMap { programme.coordinatorEmail(of: $0) }.first {
        $0 != person.email
      },
      notice: person.noticeDays ?? programme.settings.visits.defaultNoticeDays,
      dated: plan.visits.filter { mine($0.host, $0.visitors) },
      undated: plan.unscheduled.filter { mine($0.host, $0.visitors) }.map(\.id), programme: programme,
      today: plan.today)
  }

  /// A facilitator.
  init(_ facilitator: Facilitator, programme: Programme, plan: Plan) {
    self.init(
      owner: .facilitator(facilitator.id), name: facilitator.name, role: nil, teams: [], email: nil,
      coordinatorEmail: nil, notice: facilitator.noticeDays,
      dated: plan.visits.filter { $0.facilitator == facilitator.id }, undated: [], programme: programme,
      today: plan.today)
  }

  private init(
    owner: DiaryOwner, name: String, role: Role?, teams: [TeamID], email: String?, coordinatorEmail: String?,
    notice: Int, dated: [Visit], undated: [VisitID], programme: Programme, today: Day
  ) {
    self.owner = owner
    self.name = name
    self.role = role
    self.teams = teams
    self.email = email
    self.coordinatorEmail = coordinatorEmail
    self.notice = notice
    let coming = dated.filter { $0.isToCome(after: today) }
    isRequired = coming.contains { visit in
      (visit.detail?.attendance ?? []).contains { $0.isRequired && $0.attendee.owner == owner }
    }
    firstVisit = coming.map(\.date).min()
    visits = coming.map(\.id) + undated
    let first = firstVisit ?? (undated.isEmpty ? programme.settings.visitsFrom : nil)
    neededBy = first.map { $0.advanced(by: -notice) } ?? today
  }
}

extension Attendee {
  /// Whose diary it is.
  var owner: DiaryOwner {
    switch self {
    case .person(let id): .person(id)
    case .facilitator(let id): .facilitator(id)
    }
  }
}

extension Visit {
  /// Whether it has neither been held nor been cancelled, and lies after `today`.
  func isToCome(after today: Day) -> Bool {
    switch status {
    case .draft, .tentative, .confirmed: date > today
    case .cancelled, .held: false
    }
  }
}
