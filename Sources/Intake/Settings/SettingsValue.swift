import Domain
import Yams

/// A value of programme.yaml and its full name, as `visits.gap_days.min`.
struct SettingsValue {
  let node: Node
  let name: String
  let owner: SettingsSection
  /// Whether it is a member of the list of that name.
  var isMember = false

  var place: Place { YAMLText.place(of: node, owner.file) }

  /// Whether it says `null`, `~` or nothing.
  var isNull: Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  func error(_ what: @autoclosure () -> String, _ whatToDo: @autoclosure () -> String) {
    owner.findings.error(at: place, what(), whatToDo())
  }

  /// Text on one line, not blank; `nil` after reporting.
  func text() -> String? {
    guard let text = scalar("a text") else { return nil }
    guard !text.isEmpty else {
      error("'\(name)' is blank", "write a text")
      return nil
    }
    return text
  }

  /// Text on one line, perhaps blank; `nil` after reporting.
  func textOrBlank() -> String? { isNull ? "" : scalar("a text") }

  /// An identifier; `nil` after reporting.
  func id<Subject>(of _: Subject.Type = Subject.self) -> Identifier<Subject>? {
    guard let text = text() else { return nil }
    if let id = Identifier<Subject>(text) { return id }
    error("'\(text.shown)' is no id", "use 1 to 40 of the letters A-Z and a-z, digits, '.', '_' and '-'")
    return nil
  }

  /// A date; `nil` after reporting.
  func day() -> Day? {
    guard let text = text() else { return nil }
    switch DateText.read(text, style: owner.dates) {
    case .success(let day): return day
    case .failure(let fault):
      error(fault.what, fault.whatToDo)
      return nil
    }
  }

  /// A time of day; `nil` after reporting.
  func time() -> ClockTime? {
    guard let text = text() else { return nil }
    if let time = TimeText.read(text) { return time }
    error("'\(text.shown)' is no time of day", "write it as \"HH:MM\", from 00:00 to 24:00")
    return nil
  }

  /// A decimal number inside `range`; `nil` after reporting.
  func decimal(_ range: ClosedRange<Double>) -> Double? {
    guard let text = number(),
      let value = CellText.decimal(text) ?? wrong("a number", "write digits with a point before the decimals")
    else { return nil }
    guard range.contains(value) else {
      return wrong(
        text, outside: SettingsText.number(range.lowerBound), SettingsText.number(range.upperBound))
    }
    return value
  }

  /// A whole number inside `range`; `nil` after reporting.
  func whole(_ range: ClosedRange<Int>) -> Int? {
    guard let text = number(),
      let value = CellText.whole(text) ?? wrong("a whole number", "write digits only")
    else { return nil }
    guard range.contains(value) else {
      return wrong(text, outside: "\(range.lowerBound)", "\(range.upperBound)")
    }
    return value
  }

  /// True or false; `nil` after reporting.
  func flag() -> Bool? {
    switch scalar("true or false")?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    case nil: return nil
    case .some: return wrong("true or false", "write true or false")
    }
  }

  /// One of `Word`'s words; `nil` after reporting.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ words: Word.Type) -> Word? {
    let all = Word.allCases.map(\.rawValue)
    guard !isNull else {
      error("'\(name)' is blank", "write \(all.orList)")
      return nil
    }
    guard let text = text() else { return nil }
    if let word = Word(rawValue: text) { return word }
    let nearest = NearestName.of(text, among: all)
    error(
      "'\(name)' is '\(text.shown)'",
      nearest.map { "write '\($0)' if that is meant, or \(all.orList)" } ?? "write \(all.orList)")
    return nil
  }

  /// Its parts by key; `nil` where it is null or after reporting.
  func section() -> SettingsSection? {
    if isNull { return nil }
    guard let mapping = node.mapping else {
      return wrong("a section of keys", "write 'key: value' lines under it")
    }
    return SettingsSection(
      mapping, path: name, place: place, dates: owner.dates, isMember: isMember, findings: owner.findings)
  }

  /// Its members; `nil` where it is null or after reporting.
  func list() -> [SettingsValue]? {
    if isNull { return nil }
    guard let sequence = node.sequence else {
      return wrong("a list", "write it as [a, b], or with '- ' lines")
    }
    return sequence.map { SettingsValue(node: $0, name: name, owner: owner, isMember: true) }
  }

  private func scalar(_ kind: String) -> String? {
    guard let scalar = node.scalar, !isNull else { return wrong(kind, "write \(kind)") }
    let text = CellText.trimmed(scalar.string)
    if let control = CellText.forbidden(in: text) {
      error(
        "'\(name)' holds the control character \(CellText.code(of: control))",
        "write it on one line, without it")
    }
    return text
  }

  private func number() -> String? {
    guard let text = scalar("a number") else { return nil }
    guard node.scalar?.style == .plain else {
      error("'\(name)' is a text in quotes", "write the number without quotes")
      return nil
    }
    return text
  }

  private func wrong<Value>(_ kind: String, _ advice: String) -> Value? {
    error("'\(name)' is \(found), not \(kind)", advice)
    return nil
  }

  private func wrong<Value>(_ text: String, outside lower: String, _ upper: String) -> Value? {
    error("'\(name)' is \(text.shown), outside \(lower) to \(upper)", "correct the number")
    return nil
  }

  /// What stands there, for messages.
  private var found: String {
    if isNull { return "blank" }
    switch node {
    case .scalar(let scalar): return "'\(scalar.string.shown)'"
    case .mapping: return "a section"
    case .sequence: return "a list"
    // Refused before anything is read.
    case .alias: return "an alias"
    }
  }
}
