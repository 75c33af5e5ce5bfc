import Domain

/// What each person's coming or staying away costs at one visit.
struct AttendanceCosts {
  private let charges: [Charge]

  init(visit: ExaminedVisit) {
    let alone = Examination(
      facts: visit.facts, visits: [visit.visit], groups: [], pairs: nil, unscheduled: nil)
    charges = Registry.preferences.flatMap { $0.charges(in: alone) }
  }

  /// The cost of one person.
  func cost(of attendee: Attendee) -> Minutes {
    charges.filter { $0.attendee == attendee }.map(\.minutes).reduce(.zero, +)
  }
}
