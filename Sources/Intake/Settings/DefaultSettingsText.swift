public import Domain

/// Settings written out as a complete programme.yaml.
public enum DefaultSettingsText {
  /// Every key with its value, defaults included; reading it gives the same settings back.
  ///
  /// `today` is written where `conventions` says that the file sets it, else `null`.
  public static func render(_ settings: Settings, _ conventions: FileConventions = FileConventions())
    -> String
  {
    let lines =
      [
        "id: \(SettingsText.quoted(settings.id.text))",
        "name: \(SettingsText.quoted(settings.name))",
        "time_zone: \(settings.timeZone)",
        "visits_from: \(settings.visitsFrom)",
        "visits_to: \(settings.visitsTo)",
        "today: \(conventions.setsToday ? settings.today.iso : "null")",
        "dates: \(conventions.dates.rawValue)",
        "bank_holidays: \(conventions.bankHolidays.rawValue)",
      ] + pairing(settings.pairing) + visits(settings.visits) + costs(settings.costs)
      + publish(settings.publish) + events(settings.events)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func pairing(_ pairing: PairingSettings) -> [String] {
    let indicators = pairing.indicators.map { indicator in
      """
          - {id: \(SettingsText.quoted(indicator.id.text)), label: \(SettingsText.quoted(indicator.label)), \
      direction: \(indicator.direction.rawValue), weight: \(SettingsText.number(indicator.weight))}
      """
    }
    return ["pairing:"] + list("indicators", indicators) + [
      "  max_travel_minutes: \(SettingsText.number(pairing.maxTravel?.count))",
      "  keep_apart: \(SettingsText.list(pairing.keepApart.map(SettingsText.quoted)))",
      "  level_weight: \(SettingsText.number(pairing.levelWeight))",
      "  travel_weight_per_hour: \(SettingsText.number(pairing.travelWeightPerHour))",
      "  max_level_gap: \(SettingsText.number(pairing.maxLevelGap))",
      "  min_gain: \(SettingsText.number(pairing.minGain))",
      "  min_common_indicators: \(pairing.minCommonIndicators)",
      "  fairness: \(pairing.fairness.rawValue)",
      "  travel_budget_hours: \(SettingsText.number(pairing.travelBudgetHours))",
      "  min_common_dates: \(pairing.minCommonDates)",
      "  odd_team: \(pairing.oddTeam.rawValue)",
    ]
  }

  private static func visits(_ visits: VisitSettings) -> [String] {
    [
      "visits:",
      "  required_roles: \(SettingsText.list(visits.requiredRoles.map(\.rawValue)))",
      "  gap_days: {min: \(visits.gapMin), max: \(visits.gapMax)}",
      "  max_per_week: \(SettingsText.number(visits.maxPerWeek))",
      "  max_visitors: \(SettingsText.number(visits.maxVisitors))",
      "  visitor_mdt: \(visits.visitorMeeting.rawValue)",
      "  same_facilitator: \(visits.sameFacilitator.rawValue)",
      "  independence: \(visits.independence.rawValue)",
      "  no_diary: \(visits.noDiary.rawValue)",
      "  default_notice_days: \(visits.defaultNoticeDays)",
      "  day: {earliest_start: \"\(visits.day.start)\", latest_end: \"\(visits.day.end)\"}",
      "  travel:",
      "    earliest_departure: \"\(visits.travel.earliestDeparture)\"",
      "    latest_return: \"\(visits.travel.latestReturn)\"",
      "    overnight_above_minutes: \(visits.travel.overnightAbove.count)",
      "    evening_limit_minutes: \(visits.travel.eveningLimit.count)",
    ] + list("agenda", visits.agenda.map(session)) + list("milestones", visits.milestones.map(milestone))
  }

  private static func session(_ session: Session) -> String {
    var parts = [
      "id: \(SettingsText.quoted(session.id.text))", "title: \(SettingsText.quoted(session.title))",
    ]
    if let minutes = session.minutes { parts.append("minutes: \(minutes.count)") }
    if session.isFirst { parts.append("first: true") }
    if session.isLast { parts.append("last: true") }
    if let after = session.after { parts.append("after: \(SettingsText.quoted(after.text))") }
    if let between = session.between { parts.append("between: [\"\(between.start)\", \"\(between.end)\"]") }
    return "    - {" + parts.joined(separator: ", ") + "}"
  }

  private static func milestone(_ milestone: Milestone) -> String {
    var parts = [
      "id: \(SettingsText.quoted(milestone.id.text))", "title: \(SettingsText.quoted(milestone.title))",
      "days: \(milestone.days)",
    ]
    if let side = milestone.responsible { parts.append("for: \(side.rawValue)") }
    return "    - {" + parts.joined(separator: ", ") + "}"
  }

  private static func costs(_ costs: CostSettings) -> [String] {
    ["costs:"] + CostSettings.keys.map { "  \($0.name): \(SettingsText.number(costs[keyPath: $0.path]))" }
  }

  private static func publish(_ publish: PublishSettings) -> [String] {
    [
      "publish:",
      "  policy: \(publish.policy.rawValue)",
      "  freeze_days: \(publish.freezeDays)",
      "  quiet_seconds: \(publish.quietSeconds)",
      "  detail: \(publish.detail.rawValue)",
      "  organiser_name: \(SettingsText.quoted(publish.organiserName))",
      "  organiser_email: \(SettingsText.quoted(publish.organiserEmail))",
    ]
  }

  private static func events(_ events: [LearningEvent]) -> [String] {
    if events.isEmpty { return ["events: []"] }
    return ["events:"]
      + events.flatMap { event in
        [
          "  - id: \(SettingsText.quoted(event.id.text))", "    title: \(SettingsText.quoted(event.title))",
          "    options:",
        ]
          + event.options.map { option in
            let end = option.end.day == option.start.day ? option.end.clock : "24:00"
            return
              "      - {date: \(option.start.day), start: \"\(option.start.clock)\", end: \"\(end)\"}"
          }
      }
  }

  private static func list(_ key: String, _ items: [String]) -> [String] {
    items.isEmpty ? ["  \(key): []"] : ["  \(key):"] + items
  }
}
