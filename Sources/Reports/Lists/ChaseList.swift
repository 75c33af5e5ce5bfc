import Domain

/// chase.csv: who has sent no diary, whom to write to, and by when it is needed.
struct ChaseList {
  /// Sorted by the day it is needed, then by team and person.
  let items: [ChaseItem]
  private let today: Day

  private static let header = [
    "needed_by", "when", "person_id", "name", "role", "team_id", "email", "coordinator_email", "notice_days",
    "required", "first_visit", "visits",
  ]

  /// Who is to be reminded: everybody of an eligible team, and every facilitator, without a row of availability
  /// inside the window.
  init(programme: Programme, plan: Plan) {
    today = plan.today
    let window = programme.settings.visitsFrom...programme.settings.visitsTo
    var answered: Set<DiaryOwner> = []
    for row in programme.availability where window.contains(row.interval.start.day) {
      answered.insert(row.owner)
    }
    let eligible = Set(programme.teams.filter { $0.isApproved && $0.arm == .visit }.map(\.id))
    let people = programme.people.filter { person in
      !answered.contains(.person(person.id)) && person.teams.contains(where: eligible.contains)
    }
    let facilitators = programme.facilitators.filter { !answered.contains(.facilitator($0.id)) }
    let items =
      people.map { ChaseItem($0, programme: programme, plan: plan) }
      + facilitators.map { ChaseItem($0, programme: programme, plan: plan) }
    self.items = items.sorted { a, b in
      if a.neededBy != b.neededBy { return a.neededBy < b.neededBy }
      let (left, right) = (a.teams.first?.text ?? "", b.teams.first?.text ?? "")
      if left != right { return left.utf8.lexicographicallyPrecedes(right.utf8) }
      return a.owner < b.owner
    }
  }

  /// How soon a diary is needed.
  func urgency(of item: ChaseItem) -> Urgency { Urgency(of: item.neededBy, on: today) }

  /// The file.
  var file: ReportFile {
    ReportFile(
      table: "chase.csv", header: Self.header,
      rows: items.map { item in
        [
          item.neededBy.iso, urgency(of: item).rawValue, item.owner.description, item.name,
          item.role?.rawValue, Cells.ids(item.teams), item.email, item.coordinatorEmail, String(item.notice),
          Cells.word(item.isRequired), item.firstVisit?.iso,
          item.visits.map(\.text).joined(separator: ";"),
        ]
      })
  }
}
