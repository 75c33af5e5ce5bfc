import Domain

extension VisitSettings {
  /// Reads the section `visits`.
  mutating func read(_ section: SettingsSection) {
    if let values = section.list("required_roles") { requiredRoles = Self.roles(values) }
    if let gap = section.section("gap_days") { readGap(gap) }
    section.read("max_per_week", 0...1000, into: &maxPerWeek)
    section.read("max_visitors", 0...1000, into: &maxVisitors)
    section.read("visitor_mdt", into: &visitorMeeting)
    section.read("same_facilitator", into: &sameFacilitator)
    section.read("independence", into: &independence)
    section.read("no_diary", into: &noDiary)
    section.read("default_notice_days", 0...730, into: &defaultNoticeDays)
    if let section = section.section("day") { readDay(section) }
    if let section = section.section("travel") { travel.read(section) }
    if let value = section.value("agenda"), let sessions = AgendaReader.read(value) { agenda = sessions }
    if let values = section.list("milestones") { milestones = Self.milestones(values) }
    section.finish()
  }

  private mutating func readGap(_ section: SettingsSection) {
    section.read("min", 0...3660, into: &gapMin)
    section.read("max", 0...3660, into: &gapMax)
    section.finish()
    if gapMin > gapMax {
      section.findings.error(
        at: section.place, "the least gap, \(gapMin) days, is more than the most, \(gapMax)",
        "correct one of the two")
    }
  }

  private mutating func readDay(_ section: SettingsSection) {
    section.read("earliest_start", into: &day.start)
    section.read("latest_end", into: &day.end)
    section.finish()
    if day.start >= day.end {
      section.findings.error(
        at: section.place, "latest_end \(day.end) is not after earliest_start \(day.start)",
        "correct one of the two")
    }
  }

  private static func roles(_ values: [SettingsValue]) -> [Role] {
    var roles: [Role] = []
    for value in values {
      guard let role = value.word(Role.self) else { continue }
      if roles.contains(role) {
        value.error("the role '\(role.rawValue)' stands here twice", "keep it once")
      } else {
        roles.append(role)
      }
    }
    return roles
  }

  private static func milestones(_ values: [SettingsValue]) -> [Milestone] {
    var milestones: [Milestone] = []
    for value in values {
      guard let section = value.section() else {
        if value.isNull { value.error("'\(value.name)' has a blank entry", "take it away") }
        continue
      }
      let id: MilestoneID? = section.requiredValue("id")?.id()
      let title = section.requiredValue("title")?.text()
      let days = section.requiredValue("days")?.whole(-730...730)
      let side = section.value("for").flatMap { $0.isNull ? nil : $0.word(Side.self) }
      section.finish()
      guard let id else { continue }
      if milestones.contains(where: { $0.id == id }) {
        value.error("the milestone '\(id)' stands here twice", "keep it once")
      } else {
        milestones.append(Milestone(id: id, title: title ?? id.text, days: days ?? 0, responsible: side))
      }
    }
    return milestones
  }
}

extension TravelSettings {
  /// Reads the section `visits.travel`.
  mutating func read(_ section: SettingsSection) {
    section.read("earliest_departure", into: &earliestDeparture)
    section.read("latest_return", into: &latestReturn)
    section.read("overnight_above_minutes", 0...2880, into: &overnightAbove)
    section.read("evening_limit_minutes", 0...2880, into: &eveningLimit)
    section.finish()
    if earliestDeparture >= latestReturn {
      section.findings.error(
        at: section.place,
        "latest_return \(latestReturn) is not after earliest_departure \(earliestDeparture)",
        "correct one of the two")
    }
  }
}
