import Domain

/// whatif.csv: what might happen.
enum WhatIfTable: TableSchema {
  enum Column: String, TableColumn {
    case id, change, value, until, reason
  }

  /// The words of the column `change`.
  enum Word: String, CaseIterable {
    case notBefore = "not_before"
    case notOn = "not_on"
    case moveTo = "move_to"
    case cancel, away, withdraw, join

    /// Whether `value` has to hold a date.
    var needsDay: Bool {
      switch self {
      case .notBefore, .notOn, .moveTo, .away: true
      case .cancel, .withdraw, .join: false
      }
    }

    /// Whether `until` may hold a date.
    var mayLast: Bool {
      switch self {
      case .notOn, .away: true
      case .notBefore, .moveTo, .cancel, .withdraw, .join: false
      }
    }
  }

  /// A change whose `id` is still as written.
  struct Record: Equatable {
    var id: String
    var word: Word
    /// `nil` where the word takes none, or it could not be read.
    var day: Day?
    var until: Day?
    var reason: String?
  }

  static let kind = TableKind.whatIf
  static let required: [Column] = [.id, .change]
  static let keyColumns: [Column] = [.id, .change, .value]

  static func key(of record: Record) -> String {
    "\(record.id)\u{1F}\(record.word.rawValue)\u{1F}\(record.day?.iso ?? "")"
  }

  static func precedes(_ a: Record, _ b: Record) -> Bool {
    key(of: a).utf8.lexicographicallyPrecedes(key(of: b).utf8)
  }

  static func record(from row: RowReader<Column>) -> Record? {
    let id = row.requiredText(.id)
    let word = row.requiredWord(.change, Word.self)
    guard let id, let word else { return nil }
    let day = word.needsDay ? row.requiredDay(.value) : nil
    if !word.needsDay, row.text(.value) != nil {
      row.warning(.value, "\(word.rawValue) takes no value", "leave it blank; it is not read")
    }
    var until = word.mayLast ? row.day(.until) : nil
    if !word.mayLast, row.text(.until) != nil {
      row.warning(.until, "\(word.rawValue) does not last until a day", "leave it blank; it is not read")
    }
    if let day, let last = until, last < day {
      row.error(.until, "until \(last) is before value \(day)", "correct one of the two")
      until = nil
    }
    return Record(id: id, word: word, day: day, until: until, reason: row.text(.reason))
  }
}
