import Tabular

/// The files of a programme's folder, each put where it belongs.
struct ProgrammeFiles {
  /// programme.yaml; `nil` where there is none.
  private(set) var settings: InputFile?
  /// Every file that may bring tables, sorted by name.
  private(set) var tables: [InputFile] = []

  /// The tables without which there is no programme.
  static let requiredTables: [TableKind] = [.teams, .sites, .people, .mdt]

  init(_ files: [InputFile], _ findings: Findings) {
    let sorted = files.sorted {
      $0.name == $1.name
        ? $0.bytes.lexicographicallyPrecedes($1.bytes)
        : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    for file in sorted { add(file, findings) }
    if settings == nil {
      findings.error(
        at: .top(of: "programme.yaml"), awaiting: .settings, "the programme has no programme.yaml",
        "add one with at least id, name, time_zone, visits_from and visits_to")
    }
  }

  private mutating func add(_ file: InputFile, _ findings: Findings) {
    let name = FileKind.name(of: file.name)
    // What an operating system or an editor keeps for itself.
    if name.hasPrefix(".") || name.hasPrefix("~") || name.hasSuffix("~") { return }
    switch FileKind(named: name) {
    case .table, .workbook, .calendar: tables.append(file)
    case .otherYAML:
      findings.warning(
        at: .top(of: file.name), "the file is not read", "name it programme.yaml if it is meant to be")
    case .settings:
      if let first = settings {
        findings.error(at: .top(of: file.name), "\(first.name) is there too", "keep one of the two")
      } else {
        settings = file
      }
    case .otherWorkbook:
      findings.error(
        at: .top(of: file.name), "workbooks of the kind .\(FileKind.ending(of: name)) are not read",
        "save it as .xlsx, or take it away")
    case .job, .unknown:
      findings.warning(
        at: .top(of: file.name), "the file is not read", "name it .csv if it is a table, or take it away")
    }
  }

  /// The kinds of `tables`, after reporting tables that are missing or no part of a programme.
  func recognised(keepApart: [String], _ context: DiaryContext, _ findings: Findings) -> TableFiles {
    var files = TableFiles()
    for file in tables { files.add(file, keepApart: keepApart, findings: findings) }
    files.addDiaries(context, findings: findings)
    for file in files.files where !file.kind.isInput && file.kind != .whatIf {
      findings.warning(
        at: .top(of: file.name), "a table like \(file.kind.file) is no part of a programme",
        "it is not read; move it out of the folder")
    }
    for kind in Self.requiredTables where !files.mayHold(kind) {
      findings.error(
        at: .top(of: kind.file), awaiting: .table(kind), "the programme has no table like \(kind.file)",
        "add one with the columns \(kind.columns.required.andList)")
    }
    return files
  }
}
