import Domain
import Tabular

/// Reads the rows of `changes:` in a job file, each a section with the columns of whatif.csv as keys.
struct ChangeRowsReader {
  private static let columns = WhatIfTable.Column.allCases.map(\.rawValue)

  /// The rows as a table like whatif.csv, in their order; `nil` after reporting what is wrong with `value`.
  static func table(_ members: [SettingsValue], of value: SettingsValue, named name: String) -> InputFile? {
    guard !members.isEmpty else {
      value.error("'changes' holds no row", "write at least one, with id and change")
      return nil
    }
    let rows = members.compactMap(row)
    guard rows.count == members.count else { return nil }
    return InputFile(name: name, bytes: CSVWriter.bytes(header: columns, rows: rows))
  }

  private static func row(_ member: SettingsValue) -> [String]? {
    guard let section = member.section() else {
      if member.isNull { member.error("a row of 'changes' is blank", "take it away") }
      return nil
    }
    let id = section.requiredValue("id")?.text()
    let word = section.requiredValue("change")?.word(WhatIfTable.Word.self)
    var day: Day?
    var until: Day?
    if let word {
      if word.needsDay {
        day = section.requiredValue("value")?.day()
        if word.mayLast {
          let last = section.value("until").flatMap { $0.isNull ? nil : $0 }
          until = last?.day()
          if let day, let until, until < day {
            last?.error("until \(until) is before value \(day)", "correct one of the two")
          }
        }
        if day == nil { return nil }
      }
    } else {
      // Which keys belong depends on the word.
      _ = [section.value("value"), section.value("until")]
    }
    let reason = section.value("reason").flatMap { $0.isNull ? nil : $0.text() }
    section.finish()
    guard let id, let word else { return nil }
    return [id, word.rawValue, day?.iso ?? "", until?.iso ?? "", reason ?? ""]
  }
}
