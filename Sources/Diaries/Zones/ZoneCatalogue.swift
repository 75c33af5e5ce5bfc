import Domain

/// The zones that a calendar's times may be in.
///
/// A name of IANA or Windows means that zone, whatever definition comes with it: exporters get definitions wrong more
/// often than names. Any other name means the definition of that name; without one it is refused, never taken for UTC.
final class ZoneCatalogue {
  /// The programme's zone.
  let programme: ZoneClock
  private let window: CalendarWindow
  private var definitions: [String: CalendarComponent] = [:]
  private var known: [String: Result<ZoneClock, CalendarProblem>] = [:]

  /// The zones defined in `calendar`, and after them those of `others`, which stand in the same file.
  init(
    programme: ZoneClock, window: CalendarWindow, calendar: CalendarComponent, others: [CalendarComponent]
  ) {
    self.programme = programme
    self.window = window
    for definition in ([calendar] + others).flatMap({ $0.components(.zone) }) {
      let name = Self.unescaped(definition.first(.zoneName)?.value ?? "")
      if definitions[name] == nil { definitions[name] = definition }
    }
  }

  /// The zone of a TZID.
  func zone(_ written: String, times: inout RuleTimes) throws(CalendarProblem) -> ZoneClock {
    let name = Self.unescaped(written)
    if let result = known[name] { return try result.get() }
    let result: Result<ZoneClock, CalendarProblem>
    do { result = .success(try find(name, times: &times)) } catch { result = .failure(error) }
    known[name] = result
    return try result.get()
  }

  private func find(_ name: String, times: inout RuleTimes) throws(CalendarProblem) -> ZoneClock {
    if name.contains("/") || definitions[name] == nil, let zone = ZoneName.zone(name) { return zone }
    if let iana = WindowsZones.iana(name), let zone = ZoneClock(iana: iana) { return zone }
    guard let definition = definitions[name] else {
      throw CalendarProblem(
        "the time zone '\(Self.shown(name))' is not known, and the calendar does not define it",
        "choose a time zone of a city, as in Europe/London, in the calendar program, and export again")
    }
    do {
      // A definition that is used twice is the same zone.
      return ZoneClock(
        name: "line \(definition.line)",
        changes: try ZoneRules(definition).changes(until: window, times: &times))
    } catch {
      throw CalendarProblem(
        "the time zone '\(Self.shown(name))', defined in line \(definition.line), cannot be worked out: \(error.what)",
        "choose a time zone of a city, as in Europe/London, in the calendar program, and export again")
    }
  }

  /// A name without the backslashes before its commas and semicolons: RFC 5545 wants them where a zone is defined
  /// (section 3.3.11) and not where it is used, and programs write them in either place.
  private static func unescaped(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "\\")) else { return name }
    var plain = ""
    var isEscaped = false
    for character in name {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return plain
  }

  /// The beginning of a name, on one line.
  private static func shown(_ name: String) -> String {
    let line = name.onOneLine
    return line.unicodeScalars.count > 60 ? String(line.unicodeScalars.prefix(60)) + "…" : line
  }
}
