import Domain

extension CostSettings {
  /// The name of each cost and where it is kept, in the order of docs/formats.md.
  static let keys: [(name: String, path: any WritableKeyPath<CostSettings, Double> & Sendable)] = [
    ("delay_per_week", \.delayPerWeek),
    ("optional_absence", \.optionalAbsence),
    ("counterpart_missing", \.counterpartMissing),
    ("clinic_cancelled", \.clinicCancelled),
    ("if_needed", \.ifNeeded),
    ("not_preferred", \.notPreferred),
    ("own_mdt_missed", \.ownMeetingMissed),
    ("overnight", \.overnight),
    ("facilitator_change", \.facilitatorChange),
    ("facilitator_travel_per_hour", \.facilitatorTravelPerHour),
    ("facilitator_imbalance", \.facilitatorImbalance),
    ("move_published", \.movePublished),
    ("notice_breach", \.noticeBreach),
    ("unscheduled", \.unscheduled),
  ]

  /// No cost is higher, so that sums stay far from overflow, in hours.
  static let highest = 1_000_000.0

  /// Reads the section `costs`.
  mutating func read(_ section: SettingsSection) {
    for (name, path) in Self.keys { section.read(name, 0...Self.highest, into: &self[keyPath: path]) }
    section.finish()
  }
}
