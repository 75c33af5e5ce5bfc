import Domain

/// sites.csv: where teams work.
enum SitesTable: TableSchema {
  enum Column: String, TableColumn {
    case site = "site_id"
    case name = "site_name"
    case postcode, latitude, longitude
  }

  static let kind = TableKind.sites
  static let required: [Column] = [.site, .name]
  static let keyColumns: [Column] = [.site]

  /// A site whose place may be unreadable, which was reported.
  struct Record: Equatable {
    var id: SiteID
    var name: String
    var postcode: String?
    var location: Location?

    var site: Site? { location.map { Site(id: id, name: name, postcode: postcode, location: $0) } }
  }

  static func key(of record: Record) -> SiteID { record.id }
  static func precedes(_ a: Record, _ b: Record) -> Bool { a.id < b.id }

  static func record(from row: RowReader<Column>) -> Record? {
    let id: SiteID? = row.id(.site, "site")
    let name = row.requiredText(.name)
    let postcode = row.text(.postcode)
    let location = SiteLocation.read(row)
    guard let id else { return nil }
    return Record(id: id, name: name ?? "", postcode: postcode, location: location)
  }
}
