import Domain
import Tabular

/// Outlook's export of a calendar as CSV, read as rows of availability.csv or room_bookings.csv.
///
/// Only when entries are, and how they are shown, is read. Subjects, places, descriptions and people are looked at by
/// nobody and appear in no message.
struct OutlookTable {
  private let file: String
  private let export: CSVTable
  private let columns: OutlookColumns
  private let context: DiaryContext
  private let findings: Findings

  /// `nil` where `table` is no such export.
  init?(file: String, _ table: CSVTable, _ context: DiaryContext, _ findings: Findings) {
    guard let columns = OutlookColumns(table.header) else { return nil }
    self.file = file
    export = table
    self.columns = columns
    self.context = context
    self.findings = findings
  }

  /// An entry lasts so many days at most.
  private static let longest = 731
  /// All entries together last so many days at most.
  private static let most = 500_000

  /// One entry, as far as it is read.
  private struct Entry {
    var owner: PlacedCell
    var start: Moment
    var end: Moment
    var shownAs: ShownAs
    var place: TextPosition
  }

  /// Entries that are not kept.
  private struct LeftOut {
    var free = 0
    var outside = 0
  }

  /// The table of a programme that the export stands for; `nil` after reporting what is wrong.
  func table() -> TableFile? {
    guard let owner = owner() else { return nil }
    let rows = export.rows.filter { !$0.isBlank }
    let dates = OutlookDates(
      rows.flatMap { [$0[columns.startDate], $0[columns.endDate]] }, style: context.dates, file: file,
      findings)
    guard let dates else { return nil }
    let entries = rows.compactMap { entry($0, dates, owner.cell) }
    let hasZero = rows.contains { row in columns.shownAs.map { row[$0].trimmedText == "0" } ?? false }
    var stretches: [DiaryStretch] = []
    var left = LeftOut()
    for entry in entries {
      guard let status = entry.shownAs.status(hasZero: hasZero) else {
        left.free += 1
        continue
      }
      let found = self.stretches(entry, status)
      if found.isEmpty, entry.start < entry.end { left.outside += 1 }
      stretches += found
      if stretches.count > Self.most {
        findings.error(
          at: .top(of: file), "the entries last more than \(Self.most) days, all together",
          "export less of the calendar")
        return nil
      }
    }
    if !hasZero { warnOfNumbers(rows) }
    note(dates, entries.count, left, owner.kind)
    if stretches.isEmpty, entries.count == rows.count { warnOfNothing(owner.kind) }
    guard let days = days(for: stretches, owner.kind) else { return nil }
    return owner.kind.table(of: stretches, named: file, days: days)
  }

  /// Whose the entries are: what kind of owner, and the one cell that names it where no column does.
  private func owner() -> (kind: CalendarOwner, cell: PlacedCell?)? {
    if columns.person != nil { return (.person(""), nil) }
    if columns.room != nil { return (.room(""), nil) }
    guard let owner = CalendarOwner(file: file, known: context.owners) else {
      CalendarOwner.reportNone(file, findings)
      return nil
    }
    return (owner, PlacedCell(owner.id, at: TextPosition(line: 1, column: 1)))
  }

  private func entry(_ row: CSVRow, _ dates: OutlookDates, _ owner: PlacedCell?) -> Entry? {
    let start = day(row[columns.startDate], dates)
    let isAllDay = isAllDay(row)
    // Of an entry of one day some programs leave the last day out.
    let end = row[columns.endDate].isBlank ? start : day(row[columns.endDate], dates)
    let from = time(row[columns.startTime], isAllDay: isAllDay, roundsUp: false)
    let to = time(row[columns.endTime], isAllDay: isAllDay, roundsUp: true)
    let shownAs = shownAs(row)
    var named = owner
    if named == nil, let field = columns.person ?? columns.room {
      named = id(row[field], columns.person == nil ? "room" : "person")
    }
    guard let start, let end, let isAllDay, let from, let to, let shownAs, let named else { return nil }
    let begin = row[columns.startDate].position
    var first = Moment(minute: start.number * 1440 + from)
    var last = Moment(minute: end.number * 1440 + to)
    if isAllDay {
      // Whole days, whatever the times say. At midnight the last day has not begun, unless it is the only one.
      let isIncluded = row[columns.endTime].isBlank || end == start || to > 0
      first = Moment(minute: start.number * 1440)
      last = Moment(minute: (end.number + (isIncluded ? 1 : 0)) * 1440)
    }
    guard first <= last else {
      findings.error(
        at: place(row[columns.endDate]), "the entry ends before it begins", "correct one of the two")
      return nil
    }
    guard last.minute - first.minute <= Self.longest * 1440 || context.window != nil else {
      findings.error(
        at: place(row[columns.endDate]), "the entry lasts longer than \(Self.longest) days",
        "shorten it, or send programme.yaml first")
      return nil
    }
    return Entry(owner: named, start: first, end: last, shownAs: shownAs, place: begin)
  }

  /// Whether a text can be nothing but a date; where quotes or delimiters went wrong, any cell may hold any other.
  private static func isHarmless(_ text: String) -> Bool {
    text.utf8.count <= 12
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x2F }
  }

  private func day(_ cell: CSVCell, _ dates: OutlookDates) -> Day? {
    let text = cell.trimmedText
    guard !text.isEmpty else {
      findings.error(at: place(cell), "the entry has no date", "fill it in, or take the row away")
      return nil
    }
    switch dates.day(text) {
    case .success(let day): return day
    case .failure(let fault) where Self.isHarmless(text):
      findings.error(at: place(cell), fault.what, fault.whatToDo)
    case .failure: findings.error(at: place(cell), "the cell is no date", "write it as YYYY-MM-DD")
    }
    return nil
  }

  private func isAllDay(_ row: CSVRow) -> Bool? {
    guard let field = columns.allDay else { return false }
    switch row[field].trimmedText.lowercased() {
    case "true", "yes", "1", "on": return true
    case "", "false", "no", "0", "off": return false
    default:
      findings.error(
        at: place(row[field]), "nobody can tell whether the entry lasts all day", "write True or False")
      return nil
    }
  }

  private func time(_ cell: CSVCell, isAllDay: Bool?, roundsUp: Bool) -> Int? {
    let text = cell.trimmedText
    if text.isEmpty, isAllDay != false { return 0 }
    guard let (minute, hasSeconds) = OutlookTime.read(text) else {
      findings.error(
        at: place(cell), text.isEmpty ? "the entry has no time" : "the cell is no time of day",
        "write it as HH:MM, or with AM or PM")
      return nil
    }
    return minute + (hasSeconds && roundsUp ? 1 : 0)
  }

  private func shownAs(_ row: CSVRow) -> ShownAs? {
    guard let field = columns.shownAs else { return .busy }
    if let shownAs = ShownAs(row[field].trimmedText) { return shownAs }
    findings.error(
      at: place(row[field]), "the cell is no way to show time",
      "write Free, Tentative, Busy, Out of Office or Working Elsewhere")
    return nil
  }

  private func id(_ cell: CSVCell, _ noun: String) -> PlacedCell? {
    let text = cell.trimmedText
    if PersonID(text) != nil { return PlacedCell(text, at: cell.position) }
    if text.isEmpty {
      findings.error(at: place(cell), "\(noun)_id is blank", "fill it in, or take the row away")
    } else {
      findings.error(
        at: place(cell), "the cell is no \(noun) id",
        "use 1 to 40 of the letters A-Z and a-z, digits, '.', '_' and '-'")
    }
    return nil
  }

  /// The entry day by day, as far as the days matter; an entry without length says nothing.
  private func stretches(_ entry: Entry, _ status: AvailabilityStatus) -> [DiaryStretch] {
    var first = entry.start.day
    var last = entry.end.minuteOfDay == 0 ? entry.end.day.advanced(by: -1) : entry.end.day
    if let days = context.calendarDays {
      first = max(first, days.lowerBound)
      last = min(last, days.upperBound)
    }
    guard first <= last else { return [] }
    return (first...last).compactMap { day in
      let midnight = day.number * 1440
      let start = max(0, entry.start.minute - midnight)
      let end = min(1440, entry.end.minute - midnight)
      guard start < end else { return nil }
      return DiaryStretch(
        day: day, start: start, end: end, status: status, owner: entry.owner, place: entry.place)
    }
  }

  /// The days on which whoever has tentative entries is free elsewhere; `nil` after reporting that nobody knows them.
  private func days(for stretches: [DiaryStretch], _ owner: CalendarOwner) -> ClosedRange<Day>? {
    if let days = context.calendarDays { return days }
    let day = Day(number: 0)
    guard case .person = owner, let tentative = stretches.first(where: { $0.status.isPositive }) else {
      return day...day
    }
    findings.error(
      at: Place(file: file, line: tentative.place.line, column: tentative.place.column),
      "the entry is tentative, and nobody knows yet on which days its owner is free elsewhere",
      "send programme.yaml first, then this file again")
    return nil
  }

  private func warnOfNumbers(_ rows: [CSVRow]) {
    guard let field = columns.shownAs else { return }
    let numbered = rows.map { $0[field] }.filter { ["3", "4"].contains($0.trimmedText) }
    guard let first = numbered.first else { return }
    findings.warning(
      at: place(first),
      """
      \(numbered.count.of("entry", "entries")) shown as 3 or 4, which is out of office or working elsewhere by Outlook's \
      own numbers and free or out of office by another count, read as busy
      """,
      "write Free, Out of Office or Working Elsewhere instead")
  }

  private func warnOfNothing(_ owner: CalendarOwner) {
    let days = context.calendarDays.map { " between \($0.lowerBound) and \($0.upperBound)" } ?? ""
    let consequence =
      switch owner {
      case .person: "so it counts as not sent"
      case .room: "so it leaves the room free"
      }
    findings.warning(
      at: .top(of: file), "nothing in this calendar takes time\(days), \(consequence)",
      "see that it is the right calendar, exported for these dates")
  }

  private func note(_ dates: OutlookDates, _ entries: Int, _ left: LeftOut, _ owner: CalendarOwner) {
    var what = "read as Outlook's export of \(entries.of("entry", "entries"))"
    if let days = context.calendarDays { what += ", for \(days.lowerBound) to \(days.upperBound)" }
    if let isDayFirst = dates.isDayFirst {
      what += ", the \(isDayFirst ? "day" : "month") first in dates \(dates.reason)"
    }
    switch owner {
    case .person: what += "; busy and out of office as unavailable, tentative as if needed, nothing else kept"
    case .room: what += "; busy and out of office as booked, tentative as held, nothing else kept"
    }
    if left.free > 0 { what += "; \(left.free) shown as free left out" }
    if left.outside > 0 { what += "; \(left.outside) outside these days left out" }
    findings.note(at: .top(of: file), what, "send it again if the programme's window changes")
  }

  private func place(_ cell: CSVCell) -> Place {
    Place(file: file, line: cell.position.line, column: cell.position.column)
  }
}
