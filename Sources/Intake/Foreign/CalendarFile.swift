import Diaries
import Domain
import Tabular

/// iCalendar files: the one place where their reader plugs in.
enum CalendarFile {
  /// The table that `file` is; `nil` after reporting what is wrong.
  static func table(of file: InputFile, _ context: DiaryContext, _ findings: Findings) -> TableFile? {
    guard let owner = CalendarOwner(file: file.name, known: context.owners) else {
      CalendarOwner.reportNone(file.name, findings)
      return nil
    }
    guard let days = context.calendarDays, let zone = context.zone else {
      findings.error(
        at: .top(of: file.name),
        "nobody knows yet of which days and in which time zone the calendar is to be read",
        "send programme.yaml first, then this file again")
      return nil
    }
    return stretches(of: file, owner: owner, days: days, zone: zone, findings).map {
      owner.table(of: $0, named: file.name, days: days)
    }
  }

  /// What `file` says of `days`, in the zone of that IANA name; `nil` after reporting what is wrong.
  ///
  /// Nothing else of what the file says of people's days may leave this function.
  private static func stretches(
    of file: InputFile, owner: CalendarOwner, days: ClosedRange<Day>, zone: String, _ findings: Findings
  ) -> [DiaryStretch]? {
    func place(_ line: Int) -> Place { Place(file: file.name, line: line, column: 1) }
    do {
      let diary = try CalendarDiary.read(
        file.bytes, zone: zone, window: CalendarWindow(first: days.lowerBound, last: days.upperBound))
      for fault in diary.warnings {
        findings.warning(at: place(fault.line), fault.what, fault.whatToDo)
      }
      findings.note(
        at: place(1), "read as a calendar: " + diary.notes(zone: zone).joined(separator: "; "),
        "send it again if the programme's window changes")
      let name = PlacedCell(owner.id, at: TextPosition(line: 1, column: 1))
      return diary.stretches.flatMap { stretch in
        stretch.byDay.map { day, minutes in
          DiaryStretch(
            day: day, start: minutes.lowerBound, end: minutes.upperBound, status: stretch.status, owner: name,
            place: TextPosition(line: stretch.line, column: 1))
        }
      }
    } catch {
      for fault in error.faults { findings.error(at: place(fault.line), fault.what, fault.whatToDo) }
      return nil
    }
  }
}

extension CalendarOwner {
  /// The id.
  var id: String {
    switch self {
    case .person(let id), .room(let id): id
    }
  }

  /// What the owner's calendar says as a table of a programme.
  func table(of stretches: [DiaryStretch], named file: String, days: ClosedRange<Day>) -> TableFile {
    switch self {
    case .person:
      TableFile(
        name: file, kind: .availability, table: DiaryTable.availability(stretches, days: days),
        origin: .calendar)
    case .room:
      TableFile(
        name: file, kind: .roomBookings,
        table: DiaryTable.bookings(stretches, calendar: CalendarName.of(file)), origin: .calendar)
    }
  }
}
