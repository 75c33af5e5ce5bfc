public import Domain
import Tabular

/// One file by itself, as whoever is sent a programme's files one at a time gets it.
public enum LoneFile: Sendable, Equatable {
  /// A table of a programme.
  case table(LoneTable)
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
  /// kept as they are. `keepApart` are columns of teams.csv that are known besides its own. `today` is used where
  /// programme.yaml sets none.
  ///
  /// Throws everything wrong with the file that it shows by itself, with the warnings; never that it names something
  /// which is in no file yet.
  public static func read(
    _ file: InputFile, dates: DateStyle?, keepApart: [String], today: Day
  ) throws(IntakeRejection) -> LoneFile {
    let findings = Findings()
    let answer: LoneFile? =
      switch FileEnding(file.name) {
      case .table: table(file, dates, keepApart, findings)
      case .settings: settings(file, today, findings)
      case .job: JobFileReader.read(file, dates: dates ?? .dayFirst, findings).map { .job($0) }
      case .refused(let what, let whatToDo): refused(file, what, whatToDo, findings)
      }
    guard let answer, !findings.hasErrors else { throw IntakeRejection(diagnostics: findings.sorted()) }
    return answer.with(warnings: findings.sorted())
  }

  private static func refused(
    _ file: InputFile, _ what: String, _ whatToDo: String, _ findings: Findings
  ) -> LoneFile? {
    findings.error(at: .top(of: file.name), what, whatToDo)
    return nil
  }

  private static func settings(_ file: InputFile, _ today: Day, _ findings: Findings) -> LoneFile? {
    let result = SettingsReader.read(file, today: today, findings)
    guard let settings = result.settings else { return nil }
    let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...]
    return .settings(
      LoneSettings(
        settings: settings, conventions: result.conventions, text: String(decoding: bytes, as: UTF8.self),
        warnings: []))
  }

  private static func table(
    _ file: InputFile, _ dates: DateStyle?, _ keepApart: [String], _ findings: Findings
  ) -> LoneFile? {
    var files = TableFiles()
    files.add(file, keepApart: keepApart, findings: findings)
    guard let table = files.files.first else { return nil }
    if table.kind.isInput {
      return .table(
        LoneTable(
          kind: table.kind, rows: LoneTable.rows(of: table, dates: dates, findings), warnings: []))
    }
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
      .chase, .actions, .allocation:
      return refused(
        file, "a table like \(table.kind.file) is written by counterpart and no part of a programme",
        "send the tables of docs/formats.md; of those that a plan writes, visits.csv alone is taken back",
        findings)
    }
  }

  private func with(warnings: [Diagnostic]) -> LoneFile {
    switch self {
    case .table(var table):
      table.warnings = warnings
      return .table(table)
    case .settings(var settings):
      settings.warnings = warnings
      return .settings(settings)
    case .job: return self
    case .replies(let replies, _): return .replies(replies, warnings: warnings)
    case .changes(let file, _): return .changes(file, warnings: warnings)
    }
  }
}

/// What a file's name says it may be.
private enum FileEnding {
  case table, settings, job
  case refused(what: String, whatToDo: String)

  init(_ path: String) {
    let name = (path.split(separator: "/").last.map(String.init) ?? path).lowercased()
    let parts = name.split(separator: ".")
    switch parts.count > 1 ? parts.last.map(String.init) ?? "" : "" {
    case "csv": self = .table
    case "job": self = .job
    case "yaml", "yml":
      self =
        name == "programme.yaml" || name == "programme.yml"
        ? .settings
        : .refused(
          what: "only programme.yaml is taken of the kind .\(parts.last ?? "")",
          whatToDo: "name it programme.yaml if it holds the settings, or NAME.job if it is an order")
    case let kind where ["xlsx", "xls", "ods", "ics", "tsv"].contains(kind):
      self = .refused(
        what: "files of the kind .\(kind) are not read yet", whatToDo: "save each table as 'CSV UTF-8'")
    default:
      self = .refused(
        what: "nobody can tell by its name what the file is",
        whatToDo:
          "name it .csv if it is a table, programme.yaml if it holds the settings, .job if it is an order")
    }
  }
}
