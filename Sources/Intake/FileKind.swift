import Domain

/// What a file's name says that it may hold.
public enum FileKind: Sendable, Equatable {
  /// A text of cells: `.csv`, `.tsv`.
  case table
  /// Sheets: `.xlsx`.
  case workbook
  /// iCalendar: `.ics`.
  case calendar
  /// programme.yaml.
  case settings
  /// An order: `.job`.
  case job
  /// YAML of another name.
  case otherYAML
  /// A workbook of a kind that is not read: `.xls`, `.xlsm`, `.xlsb`, `.ods`.
  case otherWorkbook
  /// Anything else.
  case unknown

  /// Tells by the ending of `path`, capitals and small letters being the same.
  public init(named path: String) {
    let name = Self.name(of: path)
    switch Self.ending(of: path) {
    case "csv", "tsv": self = .table
    case "xlsx": self = .workbook
    case "ics": self = .calendar
    case "yaml", "yml": self = name == "programme.yaml" || name == "programme.yml" ? .settings : .otherYAML
    case "job": self = .job
    case "xls", "xlsm", "xlsb", "ods": self = .otherWorkbook
    default: self = .unknown
    }
  }

  /// Whether tables of a programme may be in it.
  public var bringsTables: Bool {
    switch self {
    case .table, .workbook, .calendar: true
    case .settings, .job, .otherYAML, .otherWorkbook, .unknown: false
    }
  }

  /// The name without folders, in lower case.
  static func name(of path: String) -> String {
    (path.split(separator: "/").last.map(String.init) ?? path).lowercased()
  }

  /// The name without folders and without its ending.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? String(name[..<$0]) : nil } ?? name
  }

  /// The name by which rows remember the file that they came from: without its folder, its ending and the number of a second
  /// copy; in lower case, since file systems differ in whether that matters.
  public static func remembered(_ path: String) -> String {
    withoutCopyNumber(stem(of: path).lowercased().onOneLine)
  }

  /// `stem` without the number that a browser or Windows adds to a second copy, as in `diaries (1)`, unless nothing would
  /// be left.
  static func withoutCopyNumber(_ stem: String) -> String {
    let bare = stem.replacing(#/ ?\([0-9]{1,3}\)$/#, with: "")
    return bare.isEmpty ? stem : bare
  }

  /// The ending of the name without its point, in lower case; blank where there is none.
  static func ending(of path: String) -> String {
    let parts = name(of: path).split(separator: ".")
    return parts.count > 1 ? parts.last.map(String.init) ?? "" : ""
  }
}
