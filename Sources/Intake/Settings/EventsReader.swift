import Domain

/// Reads `events`: the learning events with their times.
struct EventsReader {
  /// The programme's window; `nil` where it could not be read.
  let window: ClosedRange<Day>?

  /// The events of a list, each that could be read; what is wrong is reported.
  func read(_ values: [SettingsValue]) -> [LearningEvent] {
    var events: [LearningEvent] = []
    var ids: [EventID] = []
    for value in values {
      guard let section = value.section() else {
        if value.isNull { value.error("'\(value.name)' has a blank entry", "take it away") }
        continue
      }
      let id: EventID? = section.requiredValue("id")?.id()
      let title = section.requiredValue("title")?.text()
      let times = section.requiredValue("options")
      let options = times?.list()
      section.finish()
      if let times, times.isNull || options?.isEmpty ?? false {
        times.error(
          "the event has no time", "write its date, start and end, or several of which the best is chosen")
      }
      guard let id else { continue }
      if ids.contains(id) {
        value.error("the event '\(id)' stands here twice", "keep it once, or rename one")
        continue
      }
      ids.append(id)
      let read = (options ?? []).compactMap(option)
      if !read.isEmpty { events.append(LearningEvent(id: id, title: title ?? id.text, options: read)) }
    }
    return events
  }

  /// A time at which an event could be.
  private func option(_ value: SettingsValue) -> Interval? {
    guard let section = value.section() else {
      if value.isNull { value.error("'\(value.name)' has a blank entry", "take it away") }
      return nil
    }
    let dateValue = section.requiredValue("date")
    let day = dateValue?.day()
    let start = section.requiredValue("start")?.time()
    let end = section.requiredValue("end")?.time()
    section.finish()
    guard let day, let start, let end else { return nil }
    guard start < end else {
      value.error("the event ends at \(end), not after its start at \(start)", "correct one of the two")
      return nil
    }
    if let window,
      day < window.lowerBound.advanced(by: -Limits.eventDays)
        || day > window.upperBound.advanced(by: Limits.eventDays)
    {
      dateValue?.error(
        "the event on \(day) is more than \(Limits.eventDays) days before or after the visits",
        "correct the date")
      return nil
    }
    return Interval(start: Moment(day, start), end: Moment(day, end))
  }
}
