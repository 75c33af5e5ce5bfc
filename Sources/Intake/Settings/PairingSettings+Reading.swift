import Domain

extension PairingSettings {
  /// Reads the section `pairing`; returns where `keep_apart` is written.
  mutating func read(_ section: SettingsSection) -> Place? {
    if let values = section.list("indicators") { indicators = Self.indicators(values, section) }
    section.read("max_travel_minutes", 0...2880, into: &maxTravel)
    let apart = section.value("keep_apart")
    if let apart { keepApart = apart.isNull ? [] : Self.columns(apart) ?? keepApart }
    section.read("level_weight", 0...1000, into: &levelWeight)
    section.read("travel_weight_per_hour", 0...1000, into: &travelWeightPerHour)
    section.read("max_level_gap", 0...1000, into: &maxLevelGap)
    section.read("min_gain", 0...1000, into: &minGain)
    section.read("min_common_indicators", 0...1000, into: &minCommonIndicators)
    section.read("fairness", into: &fairness)
    section.read("travel_budget_hours", 0...100_000, into: &travelBudgetHours)
    section.read("min_common_dates", 0...366, into: &minCommonDates)
    section.read("odd_team", into: &oddTeam)
    section.finish()
    return apart?.place
  }

  private static func columns(_ value: SettingsValue) -> [String]? {
    guard let names = value.list() else { return nil }
    var columns: [String] = []
    for name in names {
      // Headers are read in lower case.
      guard let column = name.text()?.lowercased() else { continue }
      if columns.contains(column) {
        name.error("'\(value.name)' names '\(column)' twice", "name it once")
      } else {
        columns.append(column)
      }
    }
    return columns
  }

  private static func indicators(_ values: [SettingsValue], _ section: SettingsSection) -> [Indicator] {
    var indicators: [Indicator] = []
    for value in values {
      guard let entry = value.section() else {
        if value.isNull { value.error("'\(value.name)' has a blank entry", "take it away") }
        continue
      }
      let id: IndicatorID? = entry.requiredValue("id")?.id()
      var direction = Direction.higher
      var weight = 1.0
      let label = entry.value("label")?.text()
      entry.read("direction", into: &direction)
      if let number = entry.value("weight")?.decimal(0...1000) {
        weight = number
        if number == 0 {
          entry.value("weight")?.error(
            "the weight is 0", "write a number above 0, or take the indicator away")
        }
      }
      entry.finish()
      guard let id else { continue }
      if indicators.contains(where: { $0.id == id }) {
        value.error("the indicator '\(id)' stands here twice", "keep it once")
        continue
      }
      indicators.append(Indicator(id: id, label: label ?? id.text, direction: direction, weight: weight))
    }
    return indicators
  }
}
