import Domain

extension Links {
  /// The diaries' rows, each with its owner, a person or a facilitator.
  func linkedAvailability() -> [Availability] {
    var rows: [Availability] = []
    rows.reserveCapacity(tables.availability.entries.count)
    for entry in tables.availability.entries {
      guard let owner = owner(entry) else { continue }
      rows.append(Availability(owner: owner, interval: entry.value.interval, status: entry.value.status))
    }
    return rows.sorted { a, b in
      if a.owner != b.owner { return a.owner < b.owner }
      return (a.interval.start, a.interval.end, a.status) < (b.interval.start, b.interval.end, b.status)
    }
  }

  private func owner(_ entry: Entry<AvailabilityTable>) -> DiaryOwner? {
    let id = entry.value.owner
    if people.ids.contains(id) { return .person(id) }
    if let facilitator = FacilitatorID(id.text), facilitators.ids.contains(facilitator) {
      return .facilitator(facilitator)
    }
    guard !people.isPartial, !facilitators.isPartial else { return nil }
    findings.error(
      at: entry.place(.owner),
      awaiting: .row(id: id.text, of: [.people, .facilitators]),
      "nobody in people.csv or facilitators.csv has the id '\(id)'",
      nearestOwner(to: id.text).map { "write '\($0)' if that is meant, or add the person" }
        ?? "add the person, or take the row away")
    return nil
  }

  private func nearestOwner(to text: String) -> String? {
    NearestName.of(text, among: [people.nearest(to: text), facilitators.nearest(to: text)].compactMap { $0 })
  }

  /// Rooms of known ids are booked.
  func checkBookings() {
    for entry in tables.bookings.entries {
      rooms.check(entry.value.booking.room, at: entry.place(.room), findings)
    }
  }

  /// How the diary of every person and facilitator is read in the window.
  static func readings(
    people: [Person], facilitators: [Facilitator], availability: [Availability], settings: Settings
  ) -> [DiaryReading] {
    var rules: [DiaryOwner: DiaryRule] = [:]
    for row in availability {
      guard settings.visitsFrom <= row.interval.start.day, row.interval.start.day <= settings.visitsTo else {
        continue
      }
      if row.status.isPositive {
        rules[row.owner] = .freeOnlyInStatedRows
      } else if rules[row.owner] == nil {
        rules[row.owner] = .freeUnlessStated
      }
    }
    let owners = people.map { DiaryOwner.person($0.id) } + facilitators.map { DiaryOwner.facilitator($0.id) }
    return owners.sorted().map { DiaryReading(owner: $0, rule: rules[$0] ?? .sentNothing) }
  }
}
