import Domain
import Tabular

/// The teams and sites of a folder whose people and diaries are still to be drawn.
public struct DiaryFolder: Sendable, Equatable {
  /// As teams.csv has them, in the order of the file.
  public let teams: [DiaryTeam]
  /// As sites.csv has them, in the order of the file.
  public let sites: [DiarySite]

  /// Reads the two tables, each with the columns that docs/formats.md requires; other columns are passed
  /// over.
  ///
  /// - Throws: `GenerationRejection` for the first column or cell that cannot be used.
  public init(teamsCSV: String, sitesCSV: String) throws(GenerationRejection) {
    let teamTable = NamedTable("teams.csv", teamsCSV)
    let siteTable = NamedTable("sites.csv", sitesCSV)
    try teamTable.require("team_id", "team_name", "site_id")
    try siteTable.require("site_id", "site_name")
    var sites: [DiarySite] = []
    for row in siteTable.rows {
      guard let id = SiteID(row["site_id"]) else { throw row.rejection(of: "site_id") }
      sites.append(
        DiarySite(
          id: id, name: row["site_name"], postcode: row["postcode"].isEmpty ? nil : row["postcode"],
          coordinates: try row.coordinates()))
    }
    var teams: [DiaryTeam] = []
    for row in teamTable.rows {
      guard let id = TeamID(row["team_id"]) else { throw row.rejection(of: "team_id") }
      guard let site = SiteID(row["site_id"]) else { throw row.rejection(of: "site_id") }
      guard sites.contains(where: { $0.id == site }) else { throw .site(team: id.text, site: site.text) }
      let network = row["network"]
      teams.append(
        DiaryTeam(id: id, name: row["team_name"], site: site, network: network.isEmpty ? nil : network))
    }
    self.teams = teams
    self.sites = sites
  }
}

/// A table whose cells are found by the names of its columns.
private struct NamedTable {
  let file: String
  let columns: [String]
  let rows: [NamedRow]

  init(_ file: String, _ text: String) {
    let table = CSVReader().read(Array(text.utf8)).table
    let header = table.header
    let columns = (0..<header.count).map { header[$0].text.trimmed.lowercased() }
    self.file = file
    self.columns = columns
    rows = table.rows.filter { !$0.isBlank }.map { NamedRow(file: file, columns: columns, row: $0) }
  }

  func require(_ names: String...) throws(GenerationRejection) {
    for name in names where !columns.contains(name) { throw .column(file: file, name: name) }
  }
}

private struct NamedRow {
  let file: String
  let columns: [String]
  let row: CSVRow

  /// The cell without spaces around it; blank where the table has no such column.
  subscript(column: String) -> String {
    columns.firstIndex(of: column).map { row[$0].text.trimmed } ?? ""
  }

  func rejection(of column: String) -> GenerationRejection {
    .cell(file: file, line: row.position.line, column: column, value: self[column])
  }

  /// The place given by latitude and longitude; `nil` where both are blank.
  func coordinates() throws(GenerationRejection) -> Coordinates? {
    if self["latitude"].isEmpty && self["longitude"].isEmpty { return nil }
    guard let latitude = Double(self["latitude"]), (-90...90).contains(latitude) else {
      throw rejection(of: "latitude")
    }
    guard let longitude = Double(self["longitude"]),
      let place = Coordinates(latitude: latitude, longitude: longitude)
    else { throw rejection(of: "longitude") }
    return place
  }
}

extension String {
  fileprivate var trimmed: String {
    let inside = drop { $0 == " " || $0 == "\t" }
    return String(inside.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
