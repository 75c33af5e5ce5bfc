import Tabular

/// The tables of a programme, each with its kind, and which kinds may be incomplete.
struct TableFiles {
  private(set) var files: [TableFile] = []
  private var partialKinds: Set<TableKind> = []
  /// Whether some file's kind could not be told, so that any kind without a file may be in it.
  private var hasUnknown = false
  /// Tables that are diaries in another form, not read yet.
  private var foreign: [(file: String, reading: CSVReading)] = []
  private var calendars: [InputFile] = []
  /// Whether rows may be there to be removed, which then need no more than their names.
  private let takesRemovals: Bool

  /// No tables yet.
  init(takesRemovals: Bool = false) { self.takesRemovals = takesRemovals }

  /// Whether rows of `kind` may be missing because a file could not be read.
  func isPartial(_ kind: TableKind) -> Bool {
    partialKinds.contains(kind) || (hasUnknown && !files.contains { $0.kind == kind })
  }

  /// Whether there is a file of `kind`, readable or not.
  func mayHold(_ kind: TableKind) -> Bool { files.contains { $0.kind == kind } || isPartial(kind) }

  /// Reads `file`, whose name says that tables may be in it, and finds out their kinds.
  ///
  /// Calendars and grids wait for `addDiaries`.
  mutating func add(_ file: InputFile, keepApart: [String], findings: Findings) {
    switch FileKind(named: file.name) {
    case .calendar: calendars.append(file)
    case .workbook:
      guard let tables = WorkbookFile.tables(of: file, findings) else {
        hasUnknown = true
        return
      }
      for (name, table) in tables { add(CSVReading(table: table, problems: []), name, keepApart, findings) }
    case .table, .settings, .job, .otherYAML, .otherWorkbook, .unknown:
      guard let reading = reading(of: file, named: TableRecognition.kind(named: file.name), findings) else {
        return
      }
      add(reading, file.name, keepApart, findings)
    }
  }

  private mutating func add(
    _ reading: CSVReading, _ file: String, _ keepApart: [String], _ findings: Findings
  ) {
    if OutlookColumns(reading.table.header) != nil || GridTable.isGrid(reading.table) {
      foreign.append((file, reading))
      return
    }
    let isRemoval = takesRemovals && TableHeader.isRemoval(reading.table)
    let answer = TableRecognition.kind(of: reading.table.header, file: file, isRemoval: isRemoval)
    if !answer.isCertain, let header = TableRecognition.headerBelow(reading.table) {
      TableProblems.reportBelow(header, file: file, findings)
      hasUnknown = true
      return
    }
    switch answer {
    case .certain(let kind): take(file, reading, kind, keepApart, findings)
    case .incomplete(let kind, let missing): refuse(file, reading, kind, missing, findings)
    case .unknown(let similar):
      TableProblems.report(reading, kind: nil, file: file, findings)
      TableProblems.reportUnknown(similar, in: reading.table, file: file, findings)
      hasUnknown = true
    }
  }

  /// Reads the calendars and grids among the files, once all files are there: only then is it known who has one.
  mutating func addDiaries(_ context: DiaryContext, findings: Findings) {
    var context = context
    context.owners = context.owners.union(owners)
    for (file, reading) in foreign {
      Self.note(reading.table, file, findings)
      if let outlook = OutlookTable(file: file, reading.table, context, findings) {
        TableProblems.reportStructure(reading, file: file, findings)
        append(outlook.table())
      } else {
        TableProblems.report(reading, kind: .availability, file: file, findings)
        let grid = GridTable(file: file, reading.table, dates: context.dates ?? .dayFirst, findings)
        append(TableFile(name: file, kind: .availability, table: grid.table(), origin: .grid))
      }
    }
    for file in calendars { append(CalendarFile.table(of: file, context, findings)) }
    foreign = []
    calendars = []
  }

  private mutating func append(_ file: TableFile?) {
    guard let file else {
      partialKinds.formUnion([.availability, .roomBookings])
      return
    }
    files.append(file)
  }

  /// Who may have a calendar, by the tables among the files.
  private var owners: KnownOwners {
    func ids(_ kind: TableKind, _ column: String) -> Set<String> {
      var ids: Set<String> = []
      for file in files where file.kind == kind {
        guard let field = TableHeader.names(of: file.table.header).first(where: { $0.name == column })?.field
        else { continue }
        for row in file.table.rows { ids.insert(row[field].trimmedText) }
      }
      return ids
    }
    return KnownOwners(
      people: ids(.people, "person_id").union(ids(.facilitators, "facilitator_id")),
      rooms: ids(.rooms, "room_id"))
  }

  /// Reads `file` as the kind of table that the caller says it is.
  mutating func add<Schema: TableSchema>(_ file: InputFile, as schema: Schema.Type, findings: Findings) {
    guard let reading = reading(of: file, named: schema.kind, findings) else { return }
    if let other = WrongTable(reading.table, wanted: schema) {
      other.report(file.name, findings)
      partialKinds.insert(schema.kind)
      return
    }
    let names = Set(TableHeader.names(of: reading.table.header).map(\.name))
    let missing = TableColumns(schema).missing(in: names)
    if missing.isEmpty {
      take(file.name, reading, schema.kind, [], findings)
    } else {
      refuse(file.name, reading, schema.kind, missing, findings)
    }
  }

  /// The cells of `file`; `nil` after reporting that there are none.
  private mutating func reading(of file: InputFile, named kind: TableKind?, _ findings: Findings)
    -> CSVReading?
  {
    let reading = CSVReader().read(file.bytes)
    if reading.table.header.count > 0 { return reading }
    TableProblems.report(reading, kind: nil, file: file.name, findings)
    if let kind { partialKinds.insert(kind) } else { hasUnknown = true }
    return nil
  }

  private mutating func refuse(
    _ file: String, _ reading: CSVReading, _ kind: TableKind, _ missing: [String], _ findings: Findings
  ) {
    TableProblems.report(reading, kind: kind, file: file, findings)
    TableProblems.reportMissing(missing, of: kind, in: reading.table, file: file, findings)
    partialKinds.insert(kind)
  }

  private mutating func take(
    _ file: String, _ reading: CSVReading, _ kind: TableKind, _ keepApart: [String], _ findings: Findings
  ) {
    Self.note(reading.table, file, findings)
    TableProblems.report(reading, kind: kind, file: file, findings)
    let known = kind == .teams ? keepApart : []
    TableHeader.check(reading.table, of: kind, file: file, alsoKnown: known, findings: findings)
    files.append(TableFile(name: file, kind: kind, table: reading.table))
  }

  /// Says how the text is written, where that is not the usual way.
  private static func note(_ table: CSVTable, _ file: String, _ findings: Findings) {
    guard table.form != .plain else { return }
    findings.note(
      at: .top(of: file), "read as \(table.form.words)",
      "save it as 'CSV UTF-8' if letters or cells come out wrong")
  }
}
