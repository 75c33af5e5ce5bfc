public import Domain
import Tabular

/// The tables of teams among a programme's files: their columns, and themselves with the arms filled in.
public struct TeamTables {
  /// The names of all their columns in lower case, sorted by bytes.
  public let columns: [String]
  private let tables: [CSVTable]
  private let names: [String]

  /// The tables among `files`, which a `ProgrammeReader` has taken.
  public init(files: [InputFile]) {
    let findings = Findings()
    let found = ProgrammeFiles(files, findings)
      .recognised(keepApart: [], DiaryContext(dates: .dayFirst, settings: nil), findings).files
      .filter { $0.kind == .teams }
    tables = found.map(\.table)
    names = found.map(\.name)
    let columns = Set(found.flatMap { TableHeader.names(of: $0.table.header).map(\.name) })
    self.columns = columns.subtracting([TableHeader.removal])
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The column that `name` was probably meant to be; `nil` where none is near.
  public func column(near name: String) -> String? { NearestName.of(name, among: columns) }

  /// The tables with the column arm filled in for the teams of `arms`, and every other cell, other teams' arms
  /// too, as it was, in UTF-8; the column is added at the end where a table has none. A sheet of a workbook becomes a
  /// CSV file of its name.
  public func filled(with arms: [TeamID: Arm]) -> [InputFile] {
    zip(names, tables).map { name, table in
      InputFile(
        name: SheetName.parts(of: name).map { "\($0.sheet).csv" } ?? name,
        bytes: Self.bytes(of: table, named: name, arms))
    }
  }

  private static func bytes(of table: CSVTable, named name: String, _ arms: [TeamID: Arm]) -> [UInt8] {
    let source = TableSource<TeamsTable.Column>(file: name, table: table)
    var edits = CSVEdits(table)
    let given = source.fields[.arm]
    let field = given ?? table.header.count
    if given == nil { edits.set(field, of: table.header, to: TeamsTable.Column.arm.rawValue) }
    for row in table.rows where !row.isBlank {
      let team = source.fields[.team].flatMap { TeamID(row[$0].trimmedText) }
      if let arm = team.flatMap({ arms[$0] }) {
        edits.set(field, of: row, to: arm.rawValue)
      } else if given == nil {
        edits.set(field, of: row, to: "")
      }
    }
    return edits.bytes
  }
}
