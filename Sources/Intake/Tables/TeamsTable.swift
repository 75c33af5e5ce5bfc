import Domain

/// teams.csv: who takes part.
enum TeamsTable: TableSchema {
  enum Column: String, TableColumn {
    case team = "team_id"
    case name = "team_name"
    case site = "site_id"
    case organisation, network, approved, arm
    case coordinatorEmail = "coordinator_email"
  }

  static let kind = TableKind.teams
  static let required: [Column] = [.team, .name, .site]
  static let keyColumns: [Column] = [.team]

  /// A team whose site may be unreadable, which was reported.
  struct Record: Equatable {
    var id: TeamID
    var name: String
    var site: SiteID?
    var isApproved: Bool
    var arm: Arm
    var coordinatorEmail: String?
    var columns: [String: String]

    /// Whether it is to be paired.
    var isEligible: Bool { isApproved && arm == .visit }

    var team: Team? {
      site.map {
        Team(
          id: id, name: name, site: $0, isApproved: isApproved, arm: arm, coordinatorEmail: coordinatorEmail,
          columns: columns)
      }
    }
  }

  static func key(of record: Record) -> TeamID { record.id }
  static func precedes(_ a: Record, _ b: Record) -> Bool { a.id < b.id }

  static func record(from row: RowReader<Column>) -> Record? {
    let id: TeamID? = row.id(.team, "team")
    let name = row.requiredText(.name)
    let site: SiteID? = row.id(.site, "site")
    let isApproved = row.yesNo(.approved, blank: true)
    let arm = row.word(.arm, Arm.self) ?? .visit
    let email = row.email(.coordinatorEmail)
    guard let id else { return nil }
    return Record(
      id: id, name: name ?? "", site: site, isApproved: isApproved, arm: arm, coordinatorEmail: email,
      columns: row.allColumns())
  }
}
