import Domain

/// What another programme.yaml means for the diaries that came before it.
///
/// Of a calendar only the days of the window, and one on either side, were read, in the programme's time zone; what its
/// receipt said is true of these days alone. Other tables have kept all their rows.
struct WindowChange {
  let old: Settings
  let new: Settings

  /// Warns where days matter now that no calendar was read for, where days no longer count, and where the clocks are
  /// others.
  func report(at place: Place, _ findings: Findings) {
    let resend = "send each calendar again that came before (.ics, Outlook's exports)"
    if old.timeZone != new.timeZone {
      findings.warning(
        at: place,
        "calendars that came before were read in \(old.timeZone), and time_zone is \(new.timeZone) now",
        resend)
    }
    guard let read = Self.days(of: old), let needed = Self.days(of: new) else { return }
    if needed.lowerBound < read.lowerBound || read.upperBound < needed.upperBound {
      findings.warning(
        at: place,
        """
        the window is another: calendars that came before were read for \(Self.words(read)) alone, and say nothing of \
        the other days of \(Self.words(needed))
        """, resend)
    }
    if read.lowerBound < needed.lowerBound || needed.upperBound < read.upperBound {
      findings.warning(
        at: place,
        """
        the window is another: what diaries say of days outside \(new.visitsFrom) to \(new.visitsTo) no longer counts, \
        and somebody with no row inside it as if nothing was sent
        """, "see in chase.csv of the next plan whom to ask again")
    }
  }

  private static func days(of settings: Settings) -> ClosedRange<Day>? {
    DiaryContext(dates: nil, settings: settings).calendarDays
  }

  private static func words(_ days: ClosedRange<Day>) -> String { "\(days.lowerBound) to \(days.upperBound)" }
}
