import Domain

/// A team's MDT meeting and the days on which it is not as usual.
///
/// Weekday: Monday 10 %, Tuesday to Thursday 25 % each, Friday 15 %. Start: on the half hour, 08:00 to 14:30,
/// mostly 08:30–09:30 and 12:30–13:30. Length: 60 (20 %), 75 (10 %), 90 (30 %), 105 (5 %), 120 (25 %) or 150
/// minutes (10 %), cut so that the standard agenda fits around it: a meeting that begins before 12:15 ends by
/// 13:45 (lunch follows it), any other by 15:45 (two sessions follow it). Weekly in 88 %,
/// fortnightly in 12 %. In 60 % it is held in the site's first room.
///
/// Of its dates, 25 % in school holiday weeks and 1.5 % in others are cancelled, 1.5 % are without a quorum,
/// 1 % are moved to the next day (a Friday's to Thursday); of those on bank holidays, 30 % are moved so.
struct MeetingDraw {
  let team: DiaryTeam
  let weekday: Weekday
  let start: Int
  let end: Int
  private let isWeekly: Bool
  private let firstDate: Day?
  private let room: String?
  private let exceptions: [(day: Day, status: String, newDate: Day?)]

  init(team: DiaryTeam, seed: UInt64, dates: ProgrammeDates, calendar: EnglishCalendar) {
    var source = RandomSource(seed: seed, stream: "meeting \(team.id)")
    let weekday = Self.weekdays.draw(&source)
    let start = Self.starts.draw(&source)
    let latest = start < 12 * 60 + 15 ? 13 * 60 + 45 : 15 * 60 + 45
    let days = dates.weekdays.filter { $0.weekday == weekday }
    // Fortnights need a first date, which a window of a few days may not have.
    let isWeekly = source.chance(perMille: 880) || days.count < 2
    let skipped = isWeekly ? 0 : source.below(2)
    self.team = team
    self.weekday = weekday
    self.start = start
    self.end = min(start + Self.lengths.draw(&source), latest)
    self.isWeekly = isWeekly
    firstDate = isWeekly ? nil : days.dropFirst(skipped).first
    room = source.chance(perMille: 600) ? "\(team.site)-R1" : nil
    let own = isWeekly ? days : days.indices.filter { $0 % 2 == skipped }.map { days[$0] }
    var exceptions: [(day: Day, status: String, newDate: Day?)] = []
    for day in own {
      let other = day.advanced(by: day.weekday == .friday ? -1 : 1)
      let canMove = dates.contains(other) && !calendar.isBankHoliday(other)
      let roll = source.below(1000)
      if calendar.isBankHoliday(day) {
        if roll < 300, canMove { exceptions.append((day, "moved", other)) }
        continue
      }
      let cancelled = calendar.isHolidayWeek(day.week) ? 250 : 15
      switch roll {
      case ..<cancelled: exceptions.append((day, "cancelled", nil))
      case ..<(cancelled + 15): exceptions.append((day, "inquorate", nil))
      case ..<(cancelled + 25) where canMove: exceptions.append((day, "moved", other))
      case _: break
      }
    }
    self.exceptions = exceptions
  }

  /// mdt.csv.
  static func table(of meetings: [MeetingDraw]) -> Table {
    var table = Table("mdt.csv", "team_id", "weekday", "start", "end", "frequency", "first_date", "room_id")
    for meeting in meetings {
      table.add(
        meeting.team.id.text, meeting.weekday.name, clock(meeting.start), clock(meeting.end),
        meeting.isWeekly ? "weekly" : "fortnightly", meeting.firstDate?.iso, meeting.room)
    }
    return table
  }

  /// mdt_exceptions.csv.
  static func exceptions(of meetings: [MeetingDraw]) -> Table {
    var table = Table("mdt_exceptions.csv", "team_id", "date", "status", "new_date", "start", "end")
    for meeting in meetings {
      for exception in meeting.exceptions {
        table.add(meeting.team.id.text, exception.day.iso, exception.status, exception.newDate?.iso)
      }
    }
    return table
  }

  private static let weekdays = Choice(
    (Weekday.monday, 10), (.tuesday, 25), (.wednesday, 25), (.thursday, 25), (.friday, 15))
  private static let starts = Choice(
    (480, 8), (510, 14), (540, 12), (570, 8), (600, 6), (660, 4), (720, 6), (750, 12), (780, 14), (810, 8),
    (840, 6), (870, 2))
  private static let lengths = Choice((60, 20), (75, 10), (90, 30), (105, 5), (120, 25), (150, 10))
}

/// `minute` after midnight as `HH:MM`.
func clock(_ minute: Int) -> String { ClockTime.constant(0, minute).description }
