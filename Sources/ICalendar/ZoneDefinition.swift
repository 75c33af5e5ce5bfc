import Domain
import Foundation

/// A time zone as a compact VTIMEZONE: right for the years asked for, and no longer than that takes.
///
/// A zone without clock changes is one STANDARD; one that changes twice a year by a rule is a STANDARD and a
/// DAYLIGHT with a yearly RRULE; any other lists the changes of those years (RFC 5545 section 3.6.5).
struct ZoneDefinition: Equatable {
  /// The IANA name, which is the TZID.
  let identifier: String
  /// In the order of their first onset.
  let observances: [Observance]

  /// The zone of that IANA name, right for `years`; `nil` where there is no such zone.
  init?(identifier: String, years: ClosedRange<Int>) {
    guard identifier.utf8.allSatisfy(Self.isInName), let zone = TimeZone(identifier: identifier) else {
      return nil
    }
    self.identifier = identifier
    let changes = Self.changes(of: zone, in: years)
    if changes.isEmpty {
      let offset = Self.offset(of: zone, atStartOf: years.lowerBound)
      observances = [Observance(isDaylight: false, onset: Self.epoch, from: offset, to: offset)]
    } else if let rules = Self.yearlyRules(of: zone, from: years) {
      observances = rules
    } else {
      observances = Self.listed(changes, before: Self.offset(of: zone, atStartOf: years.lowerBound))
    }
  }

  /// The first onset of an observance that was always in force.
  private static let epoch = Moment(minute: 0)

  /// How many years beyond the programme a rule must hold to be believed: enough to tell a month's last Sunday
  /// from its fourth.
  private static let yearsBeyond = 10

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private static func instant(startOf year: Int) -> Date {
    Date(timeIntervalSince1970: Double(Day(year: year, month: 1, day: 1)?.number ?? 0) * 86_400)
  }

  private static func offset(of zone: TimeZone, atStartOf year: Int) -> Int {
    zone.secondsFromGMT(for: instant(startOf: year))
  }

  /// The changes of the clock between the starts of the first year and of the year after the last.
  private static func changes(of zone: TimeZone, in years: ClosedRange<Int>) -> [ClockChange] {
    let end = instant(startOf: years.upperBound + 1)
    var changes: [ClockChange] = []
    var now = instant(startOf: years.lowerBound)
    while let next = zone.nextDaylightSavingTimeTransition(after: now), next > now, next < end {
      let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
      let after = zone.secondsFromGMT(for: next)
      if before != after {
        changes.append(
          ClockChange(utcSeconds: Int(next.timeIntervalSince1970), from: before, to: after))
      }
      now = next
    }
    return changes
  }

  /// A STANDARD and a DAYLIGHT, if two yearly rules explain every change from the year before the programme on.
  private static func yearlyRules(of zone: TimeZone, from years: ClosedRange<Int>) -> [Observance]? {
    let span = (years.lowerBound - 1)...(years.upperBound + yearsBeyond)
    let changes = changes(of: zone, in: span)
    guard changes.count == 2 * span.count else { return nil }
    let halves = [0, 1].map { half in
      stride(from: half, to: changes.count, by: 2).map { changes[$0] }
    }
    var observances: [Observance] = []
    for half in halves {
      guard let first = half.first, let rule = YearlyRule(of: half.map(\.onset)),
        half.map(\.onset.day.civil.year) == Array(span),
        half.allSatisfy({ $0.from == first.from && $0.to == first.to })
      else { return nil }
      observances.append(
        Observance(
          isDaylight: first.to > first.from, onset: first.onset, from: first.from, to: first.to, rule: rule))
    }
    return observances
  }

  /// One observance for what was before the years, and one for each kind of change with all its onsets.
  private static func listed(_ changes: [ClockChange], before offset: Int) -> [Observance] {
    let standard = min(offset, changes.map(\.to).min() ?? offset)
    var observances = [
      Observance(isDaylight: offset > standard, onset: epoch, from: offset, to: offset)
    ]
    for change in changes {
      let known = observances.firstIndex {
        $0.onset != epoch && $0.from == change.from && $0.to == change.to
      }
      if let known {
        observances[known].furtherOnsets.append(change.onset)
      } else {
        observances.append(
          Observance(
            isDaylight: change.to > standard, onset: change.onset, from: change.from, to: change.to))
      }
    }
    return observances
  }
}

/// A STANDARD or DAYLIGHT part of a VTIMEZONE.
struct Observance: Equatable {
  /// Whether the clock is ahead of the zone's standard time.
  var isDaylight: Bool
  /// When it first begins, on the clock that ends.
  var onset: Moment
  /// Seconds east of UTC before.
  var from: Int
  /// Seconds east of UTC from then on.
  var to: Int
  /// When it begins again, year by year.
  var rule: YearlyRule?
  /// When it begins again, one by one.
  var furtherOnsets: [Moment] = []
}

/// A change of a zone's clock.
struct ClockChange: Equatable {
  /// The instant, in seconds since 1970-01-01 00:00 UTC.
  var utcSeconds: Int
  /// Seconds east of UTC before.
  var from: Int
  /// Seconds east of UTC after.
  var to: Int

  /// The instant on the clock that ends.
  var onset: Moment { Moment(minute: Int((Double(utcSeconds + from) / 60).rounded(.down))) }
}
