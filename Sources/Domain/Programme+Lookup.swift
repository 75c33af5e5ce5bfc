extension Programme {
  /// The team of that id, by binary search; `nil` where there is none.
  public func team(_ id: TeamID) -> Team? { find(id, in: teams, by: \.id) }
  /// The site of that id, by binary search; `nil` where there is none.
  public func site(_ id: SiteID) -> Site? { find(id, in: sites, by: \.id) }
  /// The person of that id, by binary search; `nil` where there is none.
  public func person(_ id: PersonID) -> Person? { find(id, in: people, by: \.id) }
  /// The room of that id, by binary search; `nil` where there is none.
  public func room(_ id: RoomID) -> Room? { find(id, in: rooms, by: \.id) }
  /// The facilitator of that id, by binary search; `nil` where there is none.
  public func facilitator(_ id: FacilitatorID) -> Facilitator? { find(id, in: facilitators, by: \.id) }
  /// The learning event of that id; `nil` where there is none. They are few, and in the order of programme.yaml.
  public func event(_ id: EventID) -> LearningEvent? { settings.events.first { $0.id == id } }

  /// The row of the schedule for that visit, by binary search; `nil` where there is none.
  public func scheduledVisit(_ id: VisitID) -> ScheduledVisit? { find(id, in: schedule, by: \.id) }

  /// The place of each team among `teams`; of two with one id the first.
  public var teamPositions: [TeamID: Int] {
    Dictionary(teams.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func find<Row, Key: Comparable>(_ key: Key, in rows: [Row], by id: (Row) -> Key) -> Row? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if id(rows[middle]) < key { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && id(rows[low]) == key ? rows[low] : nil
  }
}
