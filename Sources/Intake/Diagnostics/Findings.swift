import Workbooks

/// Where something stands in a file.
struct Place: Hashable, Sendable {
  var file: String
  var line: Int
  var column: Int

  /// The beginning of a file, for what concerns all of it.
  static func top(of file: String) -> Place { Place(file: file, line: 1, column: 1) }

  /// Of a cell in a workbook its name there with a colon, as `C5: `; blank elsewhere, and for a sheet as a whole.
  var cellName: String {
    guard line > 1 || column > 1, SheetName.parts(of: file) != nil else { return "" }
    return CellName.of(row: line, column: column) + ": "
  }
}

/// What one reading found, in the order in which it was found.
///
/// A class because every table, section and check adds to the same findings; it lives for one reading.
final class Findings {
  /// A file with more diagnostics than this gets one more that says how many were left out.
  static let mostPerFile = 1000

  /// How many errors were found.
  private(set) var errorCount = 0
  var hasErrors: Bool { errorCount > 0 }
  private var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  /// How files were read where that is not the usual way; among `sorted()` as warnings too.
  private(set) var notes: [Diagnostic] = []
  private var counts: [String: Int] = [:]

  func error(
    at place: Place, awaiting awaited: Awaited? = nil, _ what: @autoclosure () -> String,
    _ whatToDo: @autoclosure () -> String
  ) {
    errorCount += 1
    add(place, .error, awaited, what, whatToDo)
  }

  func warning(at place: Place, _ what: @autoclosure () -> String, _ whatToDo: @autoclosure () -> String) {
    add(place, .warning, nil, what, whatToDo)
  }

  /// Says how a file was read: no fault, but worth a look.
  func note(at place: Place, _ what: String, _ whatToDo: String) {
    let note = Diagnostic(
      file: place.file, line: place.line, column: place.column, severity: .warning, what: what,
      whatToDo: whatToDo)
    if !notes.contains(note) { notes.append(note) }
  }

  /// Everything found, sorted, each once; without the notes where nobody wants them.
  func sorted(withNotes: Bool = true) -> [Diagnostic] {
    var all = (diagnostics + (withNotes ? notes : [])).sorted()
    for (file, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.mostPerFile {
      guard let index = all.lastIndex(where: { $0.file == file }) else { continue }
      var last = all[index]
      last.severity = hasErrors ? .error : .warning
      last.what = "\(count - Self.mostPerFile) more findings in this file are not shown"
      last.whatToDo = "correct the others first"
      // Nobody knows what is wrong with the rest while the others wait.
      last.awaits = all.lazy.filter { $0.file == file }.compactMap(\.awaits).first
      all.insert(last, at: index + 1)
    }
    return all
  }

  private func add(
    _ place: Place, _ severity: Severity, _ awaited: Awaited?, _ what: () -> String, _ whatToDo: () -> String
  ) {
    guard counts[place.file, default: 0] < Self.mostPerFile else {
      counts[place.file, default: 0] += 1
      return
    }
    let diagnostic = Diagnostic(
      file: place.file, line: place.line, column: place.column, severity: severity,
      what: place.cellName + what(), whatToDo: whatToDo(), awaits: awaited)
    guard seen.insert(diagnostic).inserted else { return }
    counts[place.file, default: 0] += 1
    diagnostics.append(diagnostic)
  }
}
