import Domain
import Tabular

/// A table whose kind is known.
struct TableFile {
  let name: String
  let kind: TableKind
  let table: CSVTable
  var origin = TableOrigin.rows
}

/// What a table was before it became rows of a programme.
enum TableOrigin {
  /// Rows like the programme's own.
  case rows
  /// A grid of people and days.
  case grid
  /// Somebody's whole calendar, or a room's, with more in it than is kept.
  case calendar
}

/// The rows of one kind of table, over all its files.
struct TableContents<Schema: TableSchema> {
  /// In the order of files and rows, each key once unless the schema lets it stand in several files.
  var entries: [Entry<Schema>] = []
  /// Whether rows may be missing because a file could not be read.
  var isPartial = false

  /// Reads every file of the schema's kind among `files`.
  init(
    _ schema: Schema.Type, in files: [TableFile], dates: DateStyle, isPartial: Bool, findings: Findings
  ) {
    self.isPartial = isPartial
    var first: [Schema.Key: Int] = [:]
    for file in files where file.kind == Schema.kind {
      let source = TableSource<Schema.Column>(file: file.name, table: file.table)
      let removal = source.headers.first { $0.name == TableHeader.removal }?.field
      for cells in file.table.rows where !cells.isBlank {
        let row = SourceRow(source: source, cells: cells)
        if let removal, RemovalWord(cells[removal].trimmedText) != .no {
          let position = cells[removal].position
          findings.error(
            at: Place(file: file.name, line: position.line, column: position.column),
            "the row is to be removed, and here nothing is",
            "delete the row; the daemon alone removes rows, of the tables that it puts together")
          self.isPartial = true
          continue
        }
        let reader = RowReader(row: row, dates: dates, findings: findings)
        let errorsBefore = findings.errorCount
        guard let record = Schema.record(from: reader) else {
          self.isPartial = true
          continue
        }
        let entry = Entry<Schema>(value: record, row: row)
        let key = Schema.key(of: record)
        guard let index = first[key] else {
          first[key] = entries.count
          entries.append(entry)
          continue
        }
        if entries[index].row.source.file != file.name, Schema.mayStandInSeveralFiles(record) {
          entries.append(entry)
        } else if findings.errorCount == errorsBefore {
          // A row with errors of its own may only seem to repeat another.
          Self.report(entry, repeating: entries[index], findings)
        }
      }
    }
  }

  /// The records in the order of a programme.
  var sorted: [Schema.Record] { entries.map(\.value).sorted(by: Schema.precedes) }

  /// Says that `entry` has the key of `first`: an error where they differ, a warning where they agree.
  static func report(_ entry: Entry<Schema>, repeating first: Entry<Schema>, _ findings: Findings) {
    let place = entry.row.place
    let name = Schema.keyColumns.compactMap { column in
      entry.row[column].flatMap { $0.isBlank ? nil : "\(column.rawValue) \($0.trimmedText)" }
    }.joined(separator: ", ")
    if entry.value == first.value {
      // Two sources of one diary may well agree.
      if Schema.kind == .availability, place.file != first.row.source.file { return }
      findings.warning(
        at: place, "the row repeats \(first.row.where)", "take one of the two away")
    } else {
      findings.error(
        at: place, "\(name) stands in \(first.row.where) too, with different values",
        "keep one of the two rows")
    }
  }
}
