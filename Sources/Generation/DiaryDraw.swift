import Domain

/// What a person's or a facilitator's diary says in the window, weekday by weekday.
///
/// Of the people 4 % send nothing; 12 % offer dates, every weekday on which they are free being preferred (25
/// %), if_needed (15 %) or available (60 %); the others say when they are busy. Unavailable all day: leave,
/// whole weeks, 7 % of ordinary weeks and 22 % of school holiday weeks; a weekday off every week for those
/// who work part-time (doctors 10 %, nurses 25 %, others 20 %; never the weekday of their meeting); single
/// days (doctors 7 %, nurses 6 %, managers 9 %, others 5 %). Unavailable for half a day: 3 %. Clinics are
/// half-days a week (doctors 2 or 3, nurses 1 or 2, others none), 09:00–12:30 or 13:30–17:00, the same each
/// week, never during their meeting; not in leave and not on bank holidays. Facilitators have no clinics and
/// no weekday off, are on leave like people, and away on 12 % of single days; they all say when they are
/// busy.
struct DiaryDraw {
  let seed: UInt64
  let dates: ProgrammeDates
  let calendar: EnglishCalendar

  /// availability.csv without rows.
  static var table: Table {
    Table("availability.csv", "person_id", "date", "start", "end", "status", "note")
  }

  func rows(for person: DrawnPerson, meetings: [MeetingDraw]) -> Table {
    var source = RandomSource(seed: seed, stream: "diary \(person.id)")
    let style = source.below(100)
    let habits = Habits(person.role, meetings, &source)
    guard style >= 4 else { return Self.table }
    return rows(person.id, habits, offers: style < 16, &source)
  }

  func rows(forFacilitator id: String) -> Table {
    var source = RandomSource(seed: seed, stream: "diary \(id)")
    let habits = Habits(dayOff: nil, clinics: [], singleDaysPerMille: 120)
    return rows(id, habits, offers: false, &source)
  }

  private func rows(
    _ id: String, _ habits: Habits, offers: Bool, _ source: inout RandomSource
  ) -> Table {
    var table = Self.table
    for week in dates.weeks {
      let isLeave = source.chance(perMille: calendar.isHolidayWeek(week) ? 220 : 70)
      for day in (0..<5).map(week.monday.advanced) where dates.contains(day) {
        // Drawn for every day, so that no choice moves the numbers of the days that follow.
        let roll = source.below(1000)
        let half = source.below(2)
        let liking = source.below(100)
        if isLeave || day.weekday == habits.dayOff || roll < habits.singleDaysPerMille {
          table.add(id, day.iso, nil, nil, "unavailable")
          continue
        }
        if calendar.isBankHoliday(day) { continue }
        if roll < habits.singleDaysPerMille + 30 {
          table.add(id, day.iso, Self.halves[half].start, Self.halves[half].end, "unavailable")
        }
        for clinic in habits.clinics where clinic.weekday == day.weekday {
          table.add(id, day.iso, Self.halves[clinic.half].start, Self.halves[clinic.half].end, "clinic")
        }
        if offers {
          table.add(
            id, day.iso, nil, nil, liking < 25 ? "preferred" : liking < 40 ? "if_needed" : "available")
        }
      }
    }
    return table
  }

  static let workdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
  private static let halves = [(start: "09:00", end: "12:30"), (start: "13:30", end: "17:00")]
}

/// What is the same every week in a diary.
private struct Habits {
  var dayOff: Weekday?
  var clinics: [(weekday: Weekday, half: Int)]
  var singleDaysPerMille: Int

  init(dayOff: Weekday?, clinics: [(weekday: Weekday, half: Int)], singleDaysPerMille: Int) {
    self.dayOff = dayOff
    self.clinics = clinics
    self.singleDaysPerMille = singleDaysPerMille
  }

  init(_ role: Role, _ meetings: [MeetingDraw], _ source: inout RandomSource) {
    let isNurse = role == .nurseSpecialist
    let others = DiaryDraw.workdays.filter { day in !meetings.contains { $0.weekday == day } }
    let isPartTime = source.chance(perMille: role.isDoctor ? 100 : isNurse ? 250 : 200)
    let off = isPartTime && !others.isEmpty ? others[source.below(others.count)] : nil
    let slots = DiaryDraw.workdays.flatMap { day in [(day, 0), (day, 1)] }.filter { day, half in
      day != off && !meetings.contains { $0.weekday == day && $0.touches(half: half) }
    }
    let count = role.isDoctor ? 2 + source.below(2) : isNurse ? 1 + source.below(2) : 0
    self.init(
      dayOff: off, clinics: source.shuffled(slots).prefix(count).map { (weekday: $0.0, half: $0.1) },
      singleDaysPerMille: role.isDoctor ? 70 : isNurse ? 60 : role == .manager ? 90 : 50)
  }
}

extension MeetingDraw {
  /// Whether it overlaps the morning (half 0, 09:00–12:30) or the afternoon (half 1, 13:30–17:00).
  fileprivate func touches(half: Int) -> Bool {
    half == 0 ? start < 12 * 60 + 30 && end > 9 * 60 : start < 17 * 60 && end > 13 * 60 + 30
  }
}
