import Domain
import Tabular

/// Reads the cells of one row and reports what is wrong with them.
///
/// A cell that cannot be read counts as blank after it was reported.
struct RowReader<Column: TableColumn> {
  let row: SourceRow<Column>
  let dates: DateStyle
  let findings: Findings
  /// Whether nothing is missed of columns that the file has not: in a row that is to be removed.
  var passesOverAbsent = false

  /// Reports an error at the cell of `column`.
  func error(_ column: Column, _ what: @autoclosure () -> String, _ whatToDo: @autoclosure () -> String) {
    if passesOverAbsent, row[column] == nil { return }
    findings.error(at: row.place(column), what(), whatToDo())
  }

  /// Reports a warning at the cell of `column`.
  func warning(_ column: Column, _ what: @autoclosure () -> String, _ whatToDo: @autoclosure () -> String) {
    findings.warning(at: row.place(column), what(), whatToDo())
  }

  /// The cell without spaces around it; `nil` where it is blank.
  func text(_ column: Column) -> String? {
    guard let cell = row[column] else { return nil }
    return text(of: cell, named: column.rawValue)
  }

  /// The cell, which must not be blank.
  func requiredText(_ column: Column) -> String? {
    guard let text = text(column) else {
      error(column, "\(column.rawValue) is blank", "fill it in, or take the row away")
      return nil
    }
    return text
  }

  /// An identifier, which must not be blank; `noun` names its subject in messages.
  func id<Subject>(_ column: Column, _ noun: String, of _: Subject.Type = Subject.self) -> Identifier<
    Subject
  >? {
    requiredText(column).flatMap { identifier($0, at: column, noun) }
  }

  /// An identifier that may be blank.
  func optionalID<Subject>(_ column: Column, _ noun: String, of _: Subject.Type = Subject.self)
    -> Identifier<Subject>?
  {
    text(column).flatMap { identifier($0, at: column, noun) }
  }

  /// Makes an identifier of `text`, which stands in `column`.
  func identifier<Subject>(_ text: String, at column: Column, _ noun: String) -> Identifier<Subject>? {
    if let id = Identifier<Subject>(text) { return id }
    error(
      column, "'\(text.shown)' is no \(noun) id",
      "use 1 to 40 of the letters A-Z and a-z, digits, '.', '_' and '-'")
    return nil
  }

  /// A word of `Word`'s list, upper and lower case alike; `nil` where it is blank.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ column: Column, _ words: Word.Type) -> Word? {
    guard let text = text(column) else { return nil }
    if let word = Word(rawValue: text.lowercased()) { return word }
    let all = Word.allCases.map(\.rawValue)
    unknownWord(column, text, all)
    return nil
  }

  /// A word that must be there.
  func requiredWord<Word: RawRepresentable<String> & CaseIterable>(_ column: Column, _ words: Word.Type)
    -> Word?
  {
    requiredText(column) == nil ? nil : word(column, words)
  }

  /// Reports that `text` is none of `words`.
  func unknownWord(_ column: Column, _ text: String, _ words: [String]) {
    let advice = "write \(words.orList)"
    error(
      column, "'\(text.shown)' is no \(column.rawValue)",
      NearestName.of(text, among: words).map { "write '\($0)' if that is meant, or \(words.orList)" }
        ?? advice)
  }

  /// Yes or no; `blank` where it is blank.
  func yesNo(_ column: Column, blank: Bool) -> Bool {
    guard let text = text(column) else { return blank }
    switch text.lowercased() {
    case "yes", "y", "true", "1": return true
    case "no", "n", "false", "0": return false
    default:
      error(column, "'\(text.shown)' is neither yes nor no", "write yes or no")
      return blank
    }
  }

  /// A whole number inside `range`; `nil` where it is blank.
  func whole(_ column: Column, _ range: ClosedRange<Int>) -> Int? {
    guard let text = text(column) else { return nil }
    guard let value = CellText.whole(text) else {
      error(
        column, "'\(text.shown)' is no whole number",
        "write a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    guard range.contains(value) else {
      error(
        column, "\(column.rawValue) is \(text.shown), outside \(range.lowerBound) to \(range.upperBound)",
        "correct the number")
      return nil
    }
    return value
  }

  /// A decimal number; `nil` where it is blank.
  func decimal(_ column: Column) -> Double? {
    guard let text = text(column) else { return nil }
    switch DecimalText.read(text, in: row.source.form) {
    case .number(let value): return value
    case .ambiguous(let decimal, let thousands):
      error(
        column, "'\(text.shown)' may be \(decimal) or \(thousands)",
        "write \(decimal) with its last zero, or \(thousands)")
    case .none:
      error(column, "'\(text.shown)' is no number", "write digits with a point before the decimals")
    }
    return nil
  }

  /// An e-mail address, loosely; `nil` where it is blank.
  func email(_ column: Column) -> String? {
    guard let text = text(column) else { return nil }
    if EmailText.isAddress(text) { return text }
    error(
      column, "'\(text.shown)' is no e-mail address", "write it as name@hospital.example, or leave it blank")
    return nil
  }

  /// The text of any cell of the row, after a look for characters that do not belong there.
  func text(of cell: CSVCell, named name: String) -> String? {
    let text = CellText.trimmed(cell.text)
    // What Tabular reports itself is not reported again here.
    if let scalar = CellText.forbidden(in: text), !Self.isReportedByReader(scalar) {
      let place = Place(file: row.source.file, line: cell.position.line, column: cell.position.column)
      findings.error(
        at: place, "\(name) holds the control character \(CellText.code(of: scalar))",
        "write the cell on one line, without it")
    }
    return text.isEmpty ? nil : text
  }

  private static func isReportedByReader(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value)) || scalar.value == 0x7F
  }
}
