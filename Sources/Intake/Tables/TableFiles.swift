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

  /// Reads `file` and finds out its kind, which must be among `wanted`, if given.
  mutating func add(_ file: InputFile, keepApart: [String], wanted: TableKind? = nil, findings: Findings) {
    let reading = CSVReader().read(file.bytes)
    guard reading.table.header.count > 0 else {
      TableProblems.report(reading, kind: nil, file: file.name, findings)
      hold(open: wanted ?? TableRecognition.kind(named: file.name))
      return
    }
    let answer = TableRecognition.kind(of: reading.table.header, file: file.name)
    switch answer {
    case .certain(let kind) where wanted == nil || wanted == kind:
      take(file, reading, kind, keepApart, findings)
    case .incomplete(let kind, let missing) where wanted == nil || wanted == kind:
      TableProblems.report(reading, kind: kind, file: file.name, findings)
      TableProblems.reportMissing(missing, of: kind, in: reading.table, file: file.name, findings)
      partialKinds.insert(kind)
    case .certain, .incomplete, .unknown:
      addUnfit(file, reading, answer, keepApart, wanted, findings)
    }
  }

  private mutating func addUnfit(
    _ file: InputFile, _ reading: CSVReading, _ answer: TableRecognition.Answer, _ keepApart: [String],
    _ wanted: TableKind?, _ findings: Findings
  ) {
    if let wanted {
      // The caller says what it is, whatever it resembles.
      let names = Set(TableHeader.names(of: reading.table.header).map(\.name))
      let missing = wanted.columns.missing(in: names)
      guard !missing.isEmpty else { return take(file, reading, wanted, keepApart, findings) }
      TableProblems.report(reading, kind: wanted, file: file.name, findings)
      TableProblems.reportMissing(missing, of: wanted, in: reading.table, file: file.name, findings)
      partialKinds.insert(wanted)
    } else if case .unknown(let similar) = answer {
      TableProblems.report(reading, kind: nil, file: file.name, findings)
      TableProblems.reportUnknown(similar, in: reading.table, file: file.name, findings)
      hasUnknown = true
    }
  }

  private mutating func take(
    _ file: InputFile, _ reading: CSVReading, _ kind: TableKind, _ keepApart: [String], _ findings: Findings
  ) {
    TableProblems.report(reading, kind: kind, file: file.name, findings)
    let known = kind == .teams ? keepApart : []
    TableHeader.check(reading.table, of: kind, file: file.name, alsoKnown: known, findings: findings)
    files.append(TableFile(name: file.name, kind: kind, table: reading.table))
  }

  private mutating func hold(open kind: TableKind?) {
    if let kind { partialKinds.insert(kind) } else { hasUnknown = true }
  }
}
