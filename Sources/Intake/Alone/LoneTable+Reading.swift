import Domain
import Tabular

extension LoneTable {
  /// The rows of `files`, tables of one kind that came in one file; everything wrong with them is reported.
  static func rows(
    of files: [TableFile], _ kind: TableKind, dates: DateStyle?, _ findings: Findings
  ) -> [LoneRow] {
    func rows<Schema: MergedTable>(_ schema: Schema.Type) -> [LoneRow] {
      var reading = LoneReading<Schema>(dates: dates, findings)
      for file in files { reading.read(file) }
      return reading.rows
    }
    return switch kind {
    case .teams: rows(TeamsTable.self)
    case .sites: rows(SitesTable.self)
    case .people: rows(PeopleTable.self)
    case .indicators: rows(IndicatorsTable.self)
    case .mdt: rows(MeetingsTable.self)
    case .mdtExceptions: rows(MeetingExceptionsTable.self)
    case .availability: rows(AvailabilityTable.self)
    case .rooms: rows(RoomsTable.self)
    case .roomBookings: rows(RoomBookingsTable.self)
    case .facilitators: rows(FacilitatorsTable.self)
    case .travel: rows(TravelTable.self)
    case .pairRules: rows(PairRulesTable.self)
    case .closures: rows(ClosuresTable.self)
    case .visits: rows(VisitsTable.self)
    case .whatIf, .replies, .pairs, .attendance, .agenda, .unscheduled, .chase, .actions, .allocation, .slips,
      .feedLinks:
      []
    }
  }
}

/// Reads a table row by row: rows given, rows taken away, and what two rows say of one thing.
private struct LoneReading<Schema: MergedTable> {
  private(set) var rows: [LoneRow] = []
  private let dates: DateStyle?
  private let findings: Findings
  private var given: [Schema.Key: Entry<Schema>] = [:]
  private var hasRemoval = false
  /// The first row that gives, and the first that takes away, what has a subject.
  private var givers: [[String]: SourceRow<Schema.Column>] = [:]
  private var takers: [[String]: SourceRow<Schema.Column>] = [:]

  init(dates: DateStyle?, _ findings: Findings) {
    self.dates = dates
    self.findings = findings
  }

  mutating func read(_ file: TableFile) {
    let source = TableSource<Schema.Column>(file: file.name, table: file.table)
    let removal = source.headers.first { $0.name == TableHeader.removal }?.field
    hasRemoval = hasRemoval || removal != nil
    for cells in file.table.rows where !cells.isBlank {
      let row = SourceRow(source: source, cells: cells)
      guard let isRemoval = isRemoval(row, removal) else { continue }
      if isRemoval { readRemoval(row) } else { readGiven(row) }
    }
  }

  private mutating func readGiven(_ row: SourceRow<Schema.Column>) {
    let errorsBefore = findings.errorCount
    guard let record = Schema.record(from: reader(row, findings)) else { return }
    let entry = Entry<Schema>(value: record, row: row)
    if let first = given[Schema.key(of: record)] {
      // A row with errors of its own may only seem to repeat another.
      if findings.errorCount == errorsBefore { TableContents.report(entry, repeating: first, findings) }
      return
    }
    given[Schema.key(of: record)] = entry
    let subject = Schema.subject(of: record)
    if !takers.isEmpty, let taker = takers[subject] { reportContradiction(subject, row, taker) }
    if hasRemoval, givers[subject] == nil { givers[subject] = row }
    let texts = LoneCells<Schema>(dates: dates)
    rows.append(
      LoneRow(
        subject: subject, isRemoval: false, cells: texts.known(row),
        others: Schema.kind == .teams ? texts.others(row) : [], line: row.cells.position.line))
  }

  /// Only what names the thing has to be sound in a row that takes it away.
  private mutating func readRemoval(_ row: SourceRow<Schema.Column>) {
    let aside = Findings()
    var cells = reader(row, aside)
    cells.passesOverAbsent = true
    let subject = Schema.subject(removedBy: cells)
    let places = Set(Schema.subjectColumns.compactMap { row[$0] == nil ? nil : row.place($0) })
    let errors = aside.sorted().filter { diagnostic in
      let place = Place(file: diagnostic.file, line: diagnostic.line, column: diagnostic.column)
      return diagnostic.severity == .error && places.contains(place)
    }
    for error in errors {
      findings.error(
        at: Place(file: error.file, line: error.line, column: error.column), error.what, error.whatToDo)
    }
    guard errors.isEmpty else { return }
    guard let subject else {
      findings.error(
        at: row.place, "the row is to be removed and does not say which",
        "fill in \(Schema.subjectColumns.map(\.rawValue).andList)")
      return
    }
    if let first = takers[subject] {
      findings.warning(at: row.place, "the row repeats \(first.where)", "take one of the two away")
      return
    }
    takers[subject] = row
    if let giver = givers[subject] { reportContradiction(subject, row, giver) }
    rows.append(
      LoneRow(subject: subject, isRemoval: true, cells: [], others: [], line: row.cells.position.line))
  }

  private func reportContradiction(
    _ subject: [String], _ row: SourceRow<Schema.Column>, _ first: SourceRow<Schema.Column>
  ) {
    findings.error(
      at: row.place,
      "'\(subject.filter { !$0.isEmpty }.joined(separator: ", ").shown)' is given and removed, here and in \(first.where)",
      "keep one of the two rows")
  }

  /// Whether the row is to be removed; `nil` after reporting that nobody can tell.
  private func isRemoval(_ row: SourceRow<Schema.Column>, _ removal: Int?) -> Bool? {
    guard let removal else { return false }
    let cell = row.cells[removal]
    switch RemovalWord(cell.trimmedText) {
    case .no: return false
    case .yes: return true
    case nil:
      let position = cell.position
      findings.error(
        at: Place(file: row.source.file, line: position.line, column: position.column),
        "'\(cell.trimmedText.shown)' in \(TableHeader.removal) is neither yes nor no",
        "write yes to remove what the row names, or leave the cell blank")
      return nil
    }
  }

  private func reader(_ row: SourceRow<Schema.Column>, _ findings: Findings) -> RowReader<Schema.Column> {
    RowReader(row: row, dates: dates ?? .dayFirst, findings: findings)
  }
}
