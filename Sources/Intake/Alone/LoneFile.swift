public import Domain
import Tabular

/// One file by itself, as whoever is sent a programme's files one at a time gets it.
public enum LoneFile: Sendable, Equatable {
  /// A table of a programme.
  case table(LoneTable)
  /// The tables of a workbook, each kind once, in the order of `TableKind`.
  case tables([LoneTable])
  /// programme.yaml.
  case settings(LoneSettings)
  /// An order, from a file `*.job`.
  case job(JobFile)
  /// What teams say to visits: replies.csv, sorted by visit and team, and what is odd about it.
  case replies([Reply], warnings: [Diagnostic])
  /// What might happen: whatif.csv, well formed, for `ChangesReader`; and what is odd about it.
  case changes(InputFile, warnings: [Diagnostic])

  /// Tells what `file` is and reads it.
  ///
  /// A file's kind is told as in a programme's folder: a table by its header, the others by their names. `dates` is
  /// how the programme writes dates; `nil` where no programme.yaml has said, and then they are read day first and
  /// kept as they are. `keepApart` are columns of teams.csv that are known besides its own. `settings` say of which days
  /// calendars are read, and `owners` whose they may be, as far as that is known; of another programme.yaml it is said what
  /// that means for calendars read by `settings`. `today` is used where programme.yaml
  /// sets none.
  ///
  /// Throws everything wrong with the file that it shows by itself, with the warnings; never that it names something
  /// which is in no file yet.
  public static func read(
    _ file: InputFile, dates: DateStyle?, keepApart: [String], today: Day, settings: Settings? = nil,
    owners: KnownOwners = KnownOwners()
  ) throws(IntakeRejection) -> LoneFile {
    let findings = Findings()
    let answer: LoneFile? =
      switch FileKind(named: file.name) {
      case .table, .workbook, .calendar:
        table(file, DiaryContext(dates: dates, settings: settings, owners: owners), keepApart, findings)
      case .settings: Self.settings(file, today, after: settings, findings)
      case .job: JobFileReader.read(file, dates: dates ?? .dayFirst, findings).map { .job($0) }
      case .otherYAML:
        refused(
          file, "only programme.yaml is taken of the kind .\(FileKind.ending(of: file.name))",
          "name it programme.yaml if it holds the settings, or NAME.job if it is an order", findings)
      case .otherWorkbook:
        refused(
          file, "workbooks of the kind .\(FileKind.ending(of: file.name)) are not read", "save it as .xlsx",
          findings)
      case .unknown:
        refused(
          file, "nobody can tell by its name what the file is",
          """
          name it .csv or .xlsx if it is a table, programme.yaml if it holds the settings, .job if it is an order
          """, findings)
      }
    guard let answer, !findings.hasErrors else { throw IntakeRejection(diagnostics: findings.sorted()) }
    return answer.with(warnings: findings.sorted(withNotes: false), notes: findings.notes.map(sentence))
  }

  private static func sentence(_ note: Diagnostic) -> String {
    let sheet = SheetName.parts(of: note.file).map { "The sheet \($0.sheet) was" } ?? "It was"
    return "\(sheet) \(note.what)."
  }

  private static func refused(
    _ file: InputFile, _ what: String, _ whatToDo: String, _ findings: Findings
  ) -> LoneFile? {
    findings.error(at: .top(of: file.name), what, whatToDo)
    return nil
  }

  private static func settings(
    _ file: InputFile, _ today: Day, after old: Settings?, _ findings: Findings
  ) -> LoneFile? {
    let result = SettingsReader.read(file, today: today, findings)
    guard let settings = result.settings else { return nil }
    if let old { WindowChange(old: old, new: settings).report(at: .top(of: file.name), findings) }
    let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...]
    return .settings(
      LoneSettings(
        settings: settings, conventions: result.conventions, text: String(decoding: bytes, as: UTF8.self),
        warnings: []))
  }

  private static func table(
    _ file: InputFile, _ context: DiaryContext, _ keepApart: [String], _ findings: Findings
  ) -> LoneFile? {
    var files = TableFiles(takesRemovals: true)
    files.add(file, keepApart: keepApart, findings: findings)
    files.addDiaries(context, findings: findings)
    if FileKind(named: file.name) == .workbook {
      return tables(files, context.dates, findings)
    }
    guard let table = files.files.first else { return nil }
    if table.kind.isInput {
      return .table(self.table(of: files.files, table.kind, context.dates, findings))
    }
    let dates = context.dates
    func contents<Schema: TableSchema>(_ schema: Schema.Type) -> TableContents<Schema> {
      TableContents(
        schema, in: files.files, dates: dates ?? .dayFirst, isPartial: false, findings: findings)
    }
    switch table.kind {
    case .replies:
      let replies = contents(RepliesTable.self).sorted
      if replies.isEmpty, !findings.hasErrors {
        findings.error(at: .top(of: file.name), "no row says what a team answers", "write at least one")
      }
      return .replies(replies, warnings: [])
    case .whatIf:
      if contents(WhatIfTable.self).entries.isEmpty, !findings.hasErrors {
        findings.error(at: .top(of: file.name), "no row says what might happen", "write at least one")
      }
      return .changes(file, warnings: [])
    case .teams, .sites, .people, .indicators, .mdt, .mdtExceptions, .availability, .rooms, .roomBookings,
      .facilitators, .travel, .pairRules, .closures, .visits, .pairs, .attendance, .agenda, .unscheduled,
      .chase, .actions, .allocation, .slips, .feedLinks:
      return refused(
        file, "a table like \(table.kind.file) is written by counterpart and no part of a programme",
        "send the tables of docs/formats.md; of those that a plan writes, visits.csv alone is taken back",
        findings)
    }
  }

  /// The tables of a workbook.
  private static func tables(_ files: TableFiles, _ dates: DateStyle?, _ findings: Findings) -> LoneFile {
    for file in files.files where !file.kind.isInput {
      findings.error(
        at: .top(of: file.name), "a table like \(file.kind.file) is not taken in a workbook",
        "send it as CSV by itself if it is replies.csv or whatif.csv, or take the sheet away")
    }
    let kinds = TableKind.allCases.filter { kind in kind.isInput && files.files.contains { $0.kind == kind } }
    return .tables(
      kinds.map { kind in table(of: files.files.filter { $0.kind == kind }, kind, dates, findings) })
  }

  private static func table(
    of files: [TableFile], _ kind: TableKind, _ dates: DateStyle?, _ findings: Findings
  ) -> LoneTable {
    var table = LoneTable(
      kind: kind, rows: LoneTable.rows(of: files, kind, dates: dates, findings), warnings: [])
    table.isCalendar = files.contains { $0.origin == .calendar }
    table.saysMore = table.isCalendar || files.contains(where: PrivateText.isIn)
    return table
  }

  private func with(warnings: [Diagnostic], notes: [String]) -> LoneFile {
    switch self {
    case .table(var table):
      table.warnings = warnings
      table.notes = notes
      return .table(table)
    case .tables(var tables):
      if !tables.isEmpty {
        tables[0].warnings = warnings
        tables[0].notes = notes
      }
      return .tables(tables)
    case .settings(var settings):
      settings.warnings = warnings
      return .settings(settings)
    case .job: return self
    case .replies(let replies, _): return .replies(replies, warnings: warnings)
    case .changes(let file, _): return .changes(file, warnings: warnings)
    }
  }
}
