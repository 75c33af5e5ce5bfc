import Domain

/// A learning event in words: when it is, who can be there, who cannot, and what the other times would have been like.
struct EventWords {
  let words: PlanWords
  let event: PlannedEvent

  /// As in `Tue 12 January 2027, 10:00–16:00`.
  var time: String { Self.time(event.interval) }

  /// As in `11 of 12 required people can be there.`
  var turnout: String {
    let all = event.attending.count + event.missing.count
    if all == 0 { return "Nobody is required to be there." }
    return "\(event.attending.count) of \(all) required \(all == 1 ? "person" : "people") can be there."
  }

  /// Who cannot, by name; `nil` where everybody can.
  var missing: String? {
    let names = event.missing.map { id in words.programme.person(id)?.name ?? id.text }
    return names.isEmpty ? nil : "Not free: \(names.joined(separator: "; "))."
  }

  /// The times that were not chosen, with how many could come; `nil` where there was no choice.
  var others: String? {
    guard let described = words.programme.event(event.event) else { return nil }
    let others = zip(described.options, event.tallies).filter { $0.0 != event.interval }
      .map { "\(Self.time($0.0)) (\($0.1))" }
    return others.isEmpty ? nil : "Other times, and how many could come: \(others.joined(separator: "; "))."
  }

  private static func time(_ interval: Interval) -> String {
    "\(interval.start.day.inWords), \(interval.start.clock)–\(Cells.end(of: interval))"
  }
}
