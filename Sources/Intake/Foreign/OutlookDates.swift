import Domain
import Tabular

/// How the dates of an export are written, which depends on the machine that wrote it.
struct OutlookDates {
  /// Whether the day comes before the month; `nil` where it does not matter.
  let isDayFirst: Bool?
  /// Why that is so, for whoever sent the file.
  let reason: String

  /// A date with two numbers before the year.
  private struct Parts {
    var first: Int
    var second: Int
    var year: Int

    init?(_ text: String) {
      let parts = CellText.plain(text).split(separator: "/", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { part in
        (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          ? Int(part) : nil
      }
      guard parts.count == 3, numbers.count == 3, parts[2].utf8.count == 4 else { return nil }
      (first, second, year) = (numbers[0], numbers[1], numbers[2])
    }

    var dayFirst: Day? { Day(year: year, month: second, day: first) }
    var monthFirst: Day? { Day(year: year, month: first, day: second) }
  }

  /// A sheet in which a program with the other order of day and month has taken texts for dates: those that it could not
  /// take have remained texts, and of the others none has a day after the twelfth.
  private struct Swapped {
    /// One that has remained.
    let text: CSVCell
    /// One that became a date.
    let date: CSVCell

    init?(_ cells: [CSVCell]) {
      let texts = cells.filter { cell in
        Parts(cell.trimmedText).map { ($0.first > 12) != ($0.second > 12) } ?? false
      }
      let dates = cells.compactMap { cell in
        Day(iso: DateText.withoutMidnight(cell.trimmedText)).map { (cell: cell, day: $0) }
      }
      guard let text = texts.first, let date = dates.first?.cell,
        dates.allSatisfy({ $0.day.civil.day <= 12 })
      else { return nil }
      (self.text, self.date) = (text, date)
    }
  }

  /// By programme.yaml, or by a day after the twelfth among `cells`; `nil` after reporting that both readings are as
  /// likely, or that the cells contradict each other.
  init?(_ cells: [CSVCell], style: DateStyle?, file: String, _ findings: Findings) {
    func place(_ cell: CSVCell) -> Place {
      Place(file: file, line: cell.position.line, column: cell.position.column)
    }
    if SheetName.parts(of: file) != nil, let swapped = Swapped(cells) {
      findings.error(
        at: place(swapped.text),
        """
        '\(swapped.text.trimmedText.shown)' is text, and line \(swapped.date.position.line) has a date, \
        \(swapped.date.trimmedText.shown): whatever made a sheet of the export took days for months where it could
        """,
        "send the file as Outlook exported it, or write all dates as YYYY-MM-DD")
      return nil
    }
    if style == .dayFirst {
      (isDayFirst, reason) = (true, "as programme.yaml says")
      return
    }
    var dayFirst: CSVCell?
    var monthFirst: CSVCell?
    var either: (cell: CSVCell, parts: Parts)?
    for cell in cells {
      guard let parts = Parts(cell.trimmedText) else { continue }
      if parts.first > 12 { dayFirst = dayFirst ?? cell }
      if parts.second > 12 { monthFirst = monthFirst ?? cell }
      if parts.first != parts.second, either == nil { either = (cell, parts) }
    }
    switch (dayFirst, monthFirst) {
    case (let day?, let month?):
      findings.error(
        at: place(month),
        """
        '\(month.trimmedText.shown)' is a date only with the month first, and '\(day.trimmedText.shown)' in line \
        \(day.position.line) only with the day first
        """,
        "export the calendar again, or write all dates as YYYY-MM-DD")
      return nil
    case (let day?, nil):
      (isDayFirst, reason) = (true, "since '\(day.trimmedText.shown)' can be nothing else")
    case (nil, let month?):
      (isDayFirst, reason) = (false, "since '\(month.trimmedText.shown)' can be nothing else")
    case (nil, nil):
      if let (cell, parts) = either, let first = parts.dayFirst, let second = parts.monthFirst {
        findings.error(
          at: place(cell),
          "'\(cell.trimmedText.shown)' is \(first) with the day first and \(second) with the month first",
          """
          say 'dates: day_first' in programme.yaml if the day comes first, or export a longer time, in which a day after \
          the twelfth settles it
          """)
        return nil
      }
      (isDayFirst, reason) = (nil, "")
    }
  }

  /// The day that `text` is, however long ago; the fault where it is none.
  func day(_ text: String) -> Result<Day, DateText.Fault> {
    let text = CellText.plain(text)
    guard let parts = Parts(text) else {
      // In the parts of Europe that write points, the day comes first.
      if text.split(separator: ".").count == 3, let parts = Parts(text.replacing(".", with: "/")),
        let day = parts.dayFirst
      {
        return .success(day)
      }
      if let day = Day(iso: DateText.withoutMidnight(text)) { return .success(day) }
      return DateText.read(text, style: .iso)
    }
    let day = isDayFirst == false ? parts.monthFirst : parts.dayFirst
    guard let day else {
      let order = isDayFirst == false ? "month" : "day"
      return .failure(
        DateText.Fault(
          what: "'\(text.shown)', read \(order) first \(reason), is no day of the calendar",
          whatToDo: "correct the date, or write all dates as YYYY-MM-DD"))
    }
    return .success(day)
  }
}
