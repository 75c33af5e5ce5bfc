import Domain

/// rooms.csv: the rooms of sites.
enum RoomsTable: TableSchema {
  enum Column: String, TableColumn {
    case room = "room_id"
    case site = "site_id"
    case name = "room_name"
    case capacity, equipment
  }

  static let kind = TableKind.rooms
  static let required: [Column] = [.room, .site, .name, .capacity]
  static let keyColumns: [Column] = [.room]

  /// A room whose site may be unreadable, which was reported.
  struct Record: Equatable {
    var id: RoomID
    var site: SiteID?
    var name: String
    var capacity: Int
    var equipment: String?

    var room: Room? {
      site.map { Room(id: id, site: $0, name: name, capacity: capacity, equipment: equipment) }
    }
  }

  static func key(of record: Record) -> RoomID { record.id }
  static func precedes(_ a: Record, _ b: Record) -> Bool { a.id < b.id }

  static func record(from row: RowReader<Column>) -> Record? {
    let id: RoomID? = row.id(.room, "room")
    let site: SiteID? = row.id(.site, "site")
    let name = row.requiredText(.name)
    let capacity = row.requiredText(.capacity) == nil ? nil : row.whole(.capacity, 1...10_000)
    let equipment = row.text(.equipment)
    guard let id else { return nil }
    return Record(id: id, site: site, name: name ?? "", capacity: capacity ?? 1, equipment: equipment)
  }
}
