import Tabular

/// The CSV files of a programme, each with its kind, and which kinds may be incomplete.
struct TableFiles {
  private(set) var files: [TableFile] = []
  private var partialKinds: Set<TableKind> = []
  /// Whether some file's kind could not be told, so that any kind without a file may be in it.
  private var hasUnknown = false

  /// Whether rows of `kind` may be missing because a file could not be read.
  func isPartial(_ kind: TableKind) -> Bool {
    partialKinds.contains(kind) || (hasUnknown && !files.contains { $0.kind == kind })
  }

  /// Whether there is a file of `kind`, readable or not.
  func mayHold(_ kind: TableKind) -> Bool { files.contains { $0.kind == kind } || isPartial(kind) }

  /// Reads `file` and finds out its kind.
  mutating func add(_ file: InputFile, keepApart: [String], findings: Findings) {
    guard let reading = reading(of: file, named: TableRecognition.kind(named: file.name), findings) else {
      return
    }
    switch TableRecognition.kind(of: reading.table.header, file: file.name) {
    case .certain(let kind): take(file, reading, kind, keepApart, findings)
    case .incomplete(let kind, let missing): refuse(file, reading, kind, missing, findings)
    case .unknown(let similar):
      TableProblems.report(reading, kind: nil, file: file.name, findings)
      TableProblems.reportUnknown(similar, in: reading.table, file: file.name, findings)
      hasUnknown = true
    }
  }

  /// Reads `file` as the kind of table that the caller says it is.
  mutating func add<Schema: TableSchema>(_ file: InputFile, as schema: Schema.Type, findings: Findings) {
    guard let reading = reading(of: file, named: schema.kind, findings) else { return }
    let names = Set(TableHeader.names(of: reading.table.header).map(\.name))
    let missing = TableColumns(schema).missing(in: names)
    if missing.isEmpty {
      take(file, reading, schema.kind, [], findings)
    } else {
      refuse(file, reading, schema.kind, missing, findings)
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
    _ file: InputFile, _ reading: CSVReading, _ kind: TableKind, _ missing: [String], _ findings: Findings
  ) {
    TableProblems.report(reading, kind: kind, file: file.name, findings)
    TableProblems.reportMissing(missing, of: kind, in: reading.table, file: file.name, findings)
    partialKinds.insert(kind)
  }

  private mutating func take(
    _ file: InputFile, _ reading: CSVReading, _ kind: TableKind, _ keepApart: [String], _ findings: Findings
  ) {
    TableProblems.report(reading, kind: kind, file: file.name, findings)
    let known = kind == .teams ? keepApart : []
    TableHeader.check(reading.table, of: kind, file: file.name, alsoKnown: known, findings: findings)
    files.append(TableFile(name: file.name, kind: kind, table: reading.table))
  }
}
