import Checking
import Domain
import Testing

extension Fixture {
  /// The breaches of the plan save for what a change does to the number of common dates.
  var visitBreaches: [Breach] { breaches.filter { $0.rule != .enoughCommonDates } }

  /// The breaches of the plan's visits given without detail, likewise.
  var possibilityBreaches: [Breach] { handMadeBreaches.filter { $0.rule != .enoughCommonDates } }

  /// The breaches of one rule.
  func breaches(of rule: Rule) -> [Breach] { breaches.filter { $0.rule == rule } }

  /// The sentence of every breach of one rule.
  func sentences(of rule: Rule) -> [String] { breaches(of: rule).map(\.sentence) }

  /// Changes the detail of a visit by its place in the plan.
  mutating func edit(visit: Int = 0, _ change: (inout VisitDetail) -> Void) {
    guard var detail = plan.visits[visit].detail else { return }
    change(&detail)
    plan.visits[visit].detail = detail
  }

  /// Changes what is stated of one person.
  mutating func edit(_ person: PersonID, visit: Int = 0, _ change: (inout Attendance) -> Void) {
    edit(visit: visit) { detail in
      for place in detail.attendance.indices where detail.attendance[place].attendee == .person(person) {
        change(&detail.attendance[place])
      }
    }
  }

  /// States that an optional person stays away from a visit, at two hours.
  mutating func absent(_ person: PersonID, visit: Int = 0) {
    edit(person, visit: visit) {
      $0.isRequired = false
      $0.isAbsent = true
      $0.missed = ["welcome", "mdt", "review", "outlook"]
      $0.cost = Minutes(120)
    }
  }

  /// Changes one session of a visit's agenda.
  mutating func edit(session: SessionID, visit: Int = 0, _ change: (inout AgendaItem) -> Void) {
    edit(visit: visit) { detail in
      for place in detail.agenda.indices where detail.agenda[place].session == session {
        change(&detail.agenda[place])
      }
    }
  }

  /// Puts a row into somebody's diary.
  mutating func diary(_ owner: DiaryOwner, _ status: AvailabilityStatus, _ interval: Interval) {
    availability.append(Availability(owner: owner, interval: interval, status: status))
  }

  /// Changes a person of people.csv.
  mutating func edit(person id: PersonID, _ change: (inout Person) -> Void) {
    for place in people.indices where people[place].id == id { change(&people[place]) }
  }

  /// Adds a second facilitator like the first, but called F2.
  mutating func addFacilitator() {
    var second = facilitators[0]
    second.id = "F2"
    second.name = "Facilitator F2"
    facilitators.append(second)
  }

  /// Two pairs that host on one day: B visits A and D visits C on Tuesday 4 May, led by F and F2.
  static var sameDay: Fixture {
    var fixture = Fixture(four: true)
    fixture.addFacilitator()
    fixture.plan.visits[1] = visit(host: "C", visitor: "D", leg: 1, on: .on(5, 4), leader: "F2")
    fixture.plan.visits[3] = visit(host: "D", visitor: "C", leg: 2, on: .on(5, 26), leader: "F2")
    return fixture
  }
}
