/// What one reading found wrong or odd.
///
/// A class because every part of the reading adds to the same findings; it lives for one reading.
final class CalendarFindings {
  private let most: Int
  private var errors: Set<CalendarFault> = []
  private var warnings: Set<CalendarFault> = []
  private var untold = 0

  init(most: Int) { self.most = most }

  var hasErrors: Bool { !errors.isEmpty }
  /// So much is wrong that nobody would read more.
  var isFull: Bool { untold > 0 }

  func error(line: Int, _ problem: CalendarProblem) {
    add(CalendarFault(line: line, what: problem.what, whatToDo: problem.whatToDo), to: &errors)
  }

  func error(line: Int, _ what: String, _ whatToDo: String) {
    error(line: line, CalendarProblem(what, whatToDo))
  }

  func warning(line: Int, _ what: String, _ whatToDo: String) {
    guard warnings.count < most else { return }
    warnings.insert(CalendarFault(line: line, what: what, whatToDo: whatToDo))
  }

  private func add(_ fault: CalendarFault, to faults: inout Set<CalendarFault>) {
    guard !faults.contains(fault) else { return }
    if faults.count < most { faults.insert(fault) } else { untold += 1 }
  }

  var sortedWarnings: [CalendarFault] { warnings.sorted() }

  /// Everything wrong, by line; the last line says how much more there was.
  var rejection: CalendarRejection? {
    guard hasErrors else { return nil }
    var faults = errors.sorted()
    if untold > 0, let last = faults.last {
      faults.append(
        CalendarFault(
          line: last.line, what: "at least \(untold) more faults are not shown",
          whatToDo: "correct the others first"))
    }
    return CalendarRejection(faults: faults)
  }
}

/// What is wrong with a value, before anybody knows in which line.
struct CalendarProblem: Error, Hashable {
  var what: String
  var whatToDo: String

  init(_ what: String, _ whatToDo: String) {
    self.what = what
    self.whatToDo = whatToDo
  }
}
