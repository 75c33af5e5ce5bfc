import Tabular

/// Tells what kind of table a file is by its header.
enum TableRecognition {
  /// What a header was taken for.
  enum Answer {
    /// It has all the columns the kind needs.
    case certain(TableKind)
    /// Its name or most of its columns say so, but it lacks columns that the kind needs.
    case incomplete(TableKind, missing: [String])
    /// It may be any of these, the likeliest first, or nothing known.
    case unknown([TableKind])

    var isCertain: Bool {
      switch self {
      case .certain: true
      case .incomplete, .unknown: false
      }
    }
  }

  /// So many rows are looked through for a header.
  private static let mostTitles = 20

  /// The row below the first that can be nothing but the header, where titles stand above it.
  static func headerBelow(_ table: CSVTable) -> CSVRow? {
    table.rows.prefix(mostTitles).first { row in
      OutlookColumns(row) != nil || GridTable.isHeader(row) || kind(of: row, file: "").isCertain
    }
  }

  /// The kind of a table with `header` that came in `file`; `isRemoval` where all its rows are to be removed, so that the
  /// columns that name them are enough.
  static func kind(of header: CSVRow, file: String, isRemoval: Bool = false) -> Answer {
    let names = Set(TableHeader.names(of: header).map(\.name))
    // The kind that explains the most columns; of equals the first in the order of the list.
    let complete = TableKind.allCases.filter { $0.columns.missing(in: names).isEmpty }
    if let best = best(of: complete, names) { return .certain(named(file, among: complete) ?? best) }
    if isRemoval, let best = best(of: kinds(namedBy: names, file: file), names) { return .certain(best) }
    if let named = kind(named: file) {
      let missing = named.columns.missing(in: names)
      return missing.isEmpty ? .certain(named) : .incomplete(named, missing: missing)
    }
    let close = TableKind.allCases.filter {
      $0.isInput && $0.columns.matches(in: names) > 1 && $0.columns.missing(in: names).count == 1
    }
    if let best = best(of: close, names) {
      return .incomplete(best, missing: best.columns.missing(in: names))
    }
    let similar = TableKind.allCases.filter { $0.isInput && $0.columns.matches(in: names) > 0 }
    return .unknown(similar.sorted { $0.columns.matches(in: names) > $1.columns.matches(in: names) })
  }

  /// Of several kinds that fit, the one whose name the file has, if they are sent by people; a table with a reply is one
  /// of replies, whatever it says of the visits besides.
  private static func named(_ file: String, among complete: [TableKind]) -> TableKind? {
    guard complete.allSatisfy({ $0.isInput || $0 == .replies || $0 == .whatIf }) else { return nil }
    if let named = kind(named: file), complete.contains(named) { return named }
    return complete.first { $0 == .replies }
  }

  /// The kinds whose rows `names` name and say nothing else of: what is taken away by mistake is hard to find again. Only
  /// that of the file's own name, where it has one.
  private static func kinds(namedBy names: Set<String>, file: String) -> [TableKind] {
    let named = kind(named: file)
    return TableKind.allCases.filter { kind in
      kind.isInput && (named == nil || named == kind)
        && kind.columns.missing(in: names, isRemoval: true).isEmpty
        && names.subtracting(kind.columns.all) == [TableHeader.removal]
    }
  }

  /// The kind that a file's name begins with, as in `availability-R0A.csv`.
  static func kind(named file: String) -> TableKind? {
    let stem = stem(of: file)
    return TableKind.allCases.filter { kind in
      stem.hasPrefix(kind.rawValue) && stem.dropFirst(kind.rawValue.count).first?.isLetter != true
    }.max { $0.rawValue.count < $1.rawValue.count }
  }

  private static func stem(of file: String) -> String {
    if let sheet = SheetName.parts(of: file)?.sheet { return sheet.lowercased() }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return (name.lowercased().split(separator: ".").first.map(String.init) ?? "")
  }

  private static func best(of kinds: [TableKind], _ names: Set<String>) -> TableKind? {
    kinds.reduce(nil) { best, kind in
      guard let best else { return kind }
      return kind.columns.matches(in: names) > best.columns.matches(in: names) ? kind : best
    }
  }
}
