/// The availability of a programme as people send it: the same rows in many files and forms, and nothing drawn by lot.
package struct Mixture {
  /// A row of availability.csv.
  package struct Row {
    package var person: String
    /// `YYYY-MM-DD`.
    package var date: String
    /// `HH:MM`, or blank for all day.
    package var start: String
    package var end: String
    package var status: String
  }

  /// A file.
  package struct File {
    package var name: String
    package var bytes: [UInt8]
  }

  /// What calendars say besides, and nobody is to find anywhere.
  package static let secret = "Oncology appointment, Nightingale ward"

  private let rows: [Row]

  /// The rows of a plain availability.csv with the columns person_id, date, start, end, status.
  package init(csv: String) {
    rows = csv.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Row(person: cells[0], date: cells[1], start: cells[2], end: cells[3], status: cells[4])
    }
  }

  /// The files, each kind at least once where the rows allow it.
  package var files: [File] {
    var people: [String] = []
    var byPerson: [String: [Row]] = [:]
    for row in rows {
      if byPerson[row.person] == nil { people.append(row.person) }
      byPerson[row.person, default: []].append(row)
    }
    var exports: [File] = []
    var grid: [String] = []
    var rest: [[Row]] = [[], [], [], []]
    for (index, person) in people.enumerated() {
      let rows = byPerson[person] ?? []
      let isBusyOnly = rows.allSatisfy { $0.status == "unavailable" }
      let isByDay =
        rows.allSatisfy { $0.start.isEmpty && $0.status != "clinic" }
        && Set(rows.map(\.date)).count == rows.count
      if isBusyOnly, index % 2 == 0 {
        let isCalendar = exports.count % 2 == 1
        exports.append(
          isCalendar
            ? File(name: person + ".ics", bytes: Self.calendar(rows))
            : File(name: person + ".csv", bytes: Self.outlook(rows)))
      } else if isByDay, index % 4 != 3 {
        grid.append(person)
      } else {
        rest[index % 4] += rows
      }
    }
    var files = exports
    if !grid.isEmpty { files.append(File(name: "grid.csv", bytes: Self.grid(grid, byPerson))) }
    let windows = Self.text(rest[0], ";", note: "Caf\u{E9}").unicodeScalars.map { UInt8($0.value) }
    files.append(File(name: "western.csv", bytes: windows))
    files.append(
      File(name: "semicolons.csv", bytes: Array(("sep=;\r\n" + Self.text(rest[1], ";", note: "")).utf8)))
    files.append(
      File(name: "marked.csv", bytes: [0xEF, 0xBB, 0xBF] + Array(Self.text(rest[2], ",", note: "").utf8)))
    let (book, tabs) = (rest[3].prefix(rest[3].count / 2), rest[3].dropFirst(rest[3].count / 2))
    files.append(File(name: "book.xlsx", bytes: Self.book(Array(book))))
    let units = Self.text(Array(tabs), "\t", note: "Zo\u{EB}").utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    files.append(File(name: "unicode.tsv", bytes: [0xFF, 0xFE] + units))
    return files
  }

  private static func text(_ rows: [Row], _ separator: String, note: String) -> String {
    let lines =
      [["person_id", "date", "start", "end", "status", "note"]]
      + rows.map { [$0.person, $0.date, $0.start, $0.end, $0.status, note] }
    return lines.map { $0.joined(separator: separator) + "\r\n" }.joined()
  }

  private static func grid(_ people: [String], _ rows: [String: [Row]]) -> [UInt8] {
    let words = ["available": "y", "preferred": "P", "if_needed": "?", "unavailable": "n"]
    let dates = Set(people.flatMap { (rows[$0] ?? []).map(\.date) }).sorted()
    let lines =
      [["person_id (blank=nothing)"] + dates]
      + people.map { person in
        let said = Dictionary((rows[person] ?? []).map { ($0.date, words[$0.status] ?? "") }) { first, _ in
          first
        }
        return [person] + dates.map { said[$0] ?? "" }
      }
    return Array(lines.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
  }

  /// As Outlook writes it on a machine that is set to American dates.
  private static func outlook(_ rows: [Row]) -> [UInt8] {
    let header = [
      "Subject", "Start Date", "Start Time", "End Date", "End Time", "All day event", "Reminder on/off",
      "Required Attendees", "Description", "Location", "Show time as",
    ]
    func entry(_ date: String, _ start: String, _ end: String, shown: String) -> [String] {
      let isAllDay = start.isEmpty
      return [
        secret, american(date), isAllDay ? "12:00:00 AM" : halves(start),
        isAllDay || end == "24:00" ? american(next(date)) : american(date),
        isAllDay ? "12:00:00 AM" : halves(end),
        isAllDay ? "True" : "False", "False", secret, secret + "\r\nsaid \"so\"\u{B}", secret, shown,
      ]
    }
    // An entry that is free settles how dates are written, and says nothing else.
    let lines =
      [header, entry("2026-12-31", "09:00", "10:00", shown: "0")]
      + rows.map { entry($0.date, $0.start, $0.end, shown: "2") }
    return Array(
      lines.map { line in
        line.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
      }.joined().utf8)
  }

  /// As a calendar program exports it.
  private static func calendar(_ rows: [Row]) -> [UInt8] {
    func digits(_ text: String) -> String { text.filter(\.isNumber) }
    let entries = rows.enumerated().flatMap { number, row in
      let isAllDay = row.start.isEmpty
      let start =
        isAllDay ? ";VALUE=DATE:\(digits(row.date))" : "\(zone)\(digits(row.date))T\(digits(row.start))00"
      let (last, end) = row.end == "24:00" ? (next(row.date), "00:00") : (row.date, row.end)
      let finish =
        isAllDay ? ";VALUE=DATE:\(digits(next(row.date)))" : "\(zone)\(digits(last))T\(digits(end))00"
      return [
        "BEGIN:VEVENT", "UID:\(number)@ward.example", "DTSTAMP:20261101T090000Z", "DTSTART\(start)",
        "DTEND\(finish)",
        "SUMMARY:\(secret)", "LOCATION:\(secret)", "DESCRIPTION:\(secret)\\n\(secret)",
        "ATTENDEE;CN=\"\(secret)\":mailto:ward@example.org", "TRANSP:OPAQUE", "END:VEVENT",
      ]
    }
    let lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//A//B//EN"] + entries + ["END:VCALENDAR"]
    return Array(lines.map { $0 + "\r\n" }.joined().utf8)
  }

  private static let zone = ";TZID=Europe/London:"

  private static func american(_ date: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    return "\(parts[1])/\(parts[2])/\(parts[0])"
  }

  private static func halves(_ clock: String) -> String {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    let hour = parts[0] % 12 == 0 ? 12 : parts[0] % 12
    return "\(hour):\(clock.suffix(2)):00 \(parts[0] % 24 < 12 ? "AM" : "PM")"
  }

  private static func next(_ date: String) -> String {
    iso(serial(date) + 1) ?? date
  }

  private static func book(_ rows: [Row]) -> [UInt8] {
    let header: [BookWriter.Cell] = ["Person_ID", "date", "start", "end", "status"].map { .text($0) }
    func clock(_ text: String) -> BookWriter.Cell {
      guard !text.isEmpty else { return .blank }
      let parts = text.split(separator: ":").compactMap { Int($0) }
      return .number("\(Double(parts[0] * 60 + parts[1]) / 1440)", style: 3)
    }
    let sheet = BookWriter.Sheet(
      "availability",
      [header]
        + rows.map { row in
          [
            .text(row.person), .number("\(serial(row.date))", style: 2), clock(row.start), clock(row.end),
            .inline(row.status),
          ]
        })
    return BookWriter([sheet, BookWriter.Sheet("Sheet2", [])]).bytes
  }

  /// Days since 30 December 1899, as Excel counts them.
  static func serial(_ date: String) -> Int {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1 - 693_899
  }

  private static func iso(_ serial: Int) -> String? {
    for year in 2000...2100 {
      for month in 1...12 {
        let first = Self.serial("\(year)-\(month)-1")
        if serial >= first, serial < first + 31,
          serial < Self.serial(month == 12 ? "\(year + 1)-1-1" : "\(year)-\(month + 1)-1")
        {
          func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
          return "\(year)-\(two(month))-\(two(serial - first + 1))"
        }
      }
    }
    return nil
  }
}
