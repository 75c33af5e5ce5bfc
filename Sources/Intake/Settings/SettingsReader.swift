import Domain
import Yams

/// Reads programme.yaml.
struct SettingsReader {
  /// What was read.
  struct Result {
    /// `nil` where one of the five required keys is missing or cannot be read.
    var settings: Settings?
    var conventions = FileConventions()
    /// Whether `keep_apart` was written and not left to its default, and where.
    var keepApartPlace: Place?
    /// Whether the file could be read as YAML at all.
    var isReadable = false
  }

  static func read(_ file: InputFile, today: Day, _ findings: Findings) -> Result {
    var result = Result()
    guard let mapping = YAMLText.mapping(of: file, findings) else { return result }
    result.isReadable = true
    // How dates are written decides how the other keys are read, wherever it stands.
    let style = SettingsSection(
      mapping, path: "", place: .top(of: file.name), dates: .iso, findings: Findings())
    style.read("dates", into: &result.conventions.dates)
    let top = SettingsSection(
      mapping, path: "", place: .top(of: file.name), dates: result.conventions.dates, findings: findings)
    read(top, today, &result)
    top.finish()
    return result
  }

  private static func read(_ top: SettingsSection, _ today: Day, _ result: inout Result) {
    let id: ProgrammeID? = top.requiredValue("id")?.id()
    let name = top.requiredValue("name")?.text()
    let zone = top.requiredValue("time_zone").flatMap(TimeZoneName.read)
    let from = top.requiredValue("visits_from")?.day()
    let toValue = top.requiredValue("visits_to")
    let to = toValue?.day()
    if let from, let to, to < from {
      toValue?.error("visits_to \(to) is before visits_from \(from)", "correct one of the two")
    } else if let from, let to, from.distance(to: to) > Limits.windowDays {
      toValue?.error(
        "visits_to \(to) is more than \(Limits.windowDays) days after visits_from \(from)",
        "correct one of the two, or plan one part after the other")
    }
    var day = today
    if let value = top.value("today"), !value.isNull {
      result.conventions.setsToday = true
      if let set = value.day() { day = set }
    }
    top.read("dates", into: &result.conventions.dates)
    top.read("bank_holidays", into: &result.conventions.bankHolidays)
    var pairing = PairingSettings()
    if let section = top.section("pairing") { result.keepApartPlace = pairing.read(section) }
    var visits = VisitSettings()
    if let section = top.section("visits") { visits.read(section) }
    var costs = CostSettings()
    if let section = top.section("costs") { costs.read(section) }
    var publish = PublishSettings()
    if let section = top.section("publish") { publish.read(section) }
    let window = from.flatMap { from in to.flatMap { $0 < from ? nil : from...$0 } }
    let events = top.list("events").map { EventsReader(window: window).read($0) } ?? []
    guard let id, let name, let zone, let from, let to else { return }
    result.settings = Settings(
      id: id, name: name, timeZone: zone, visitsFrom: from, visitsTo: to, today: day, pairing: pairing,
      visits: visits, costs: costs, publish: publish, events: events)
  }
}
