import Domain

/// What the tables of a programme say of each other.
///
/// Each check reports what does not hold, and gives the rows as the programme keeps them.
struct Links {
  let tables: ProgrammeTables
  let files: TableFiles
  let findings: Findings
  let teams: KnownIDs<Team>
  let sites: KnownIDs<Site>
  let people: KnownIDs<Person>
  let rooms: KnownIDs<Room>
  let facilitators: KnownIDs<Facilitator>
  let teamsByID: [TeamID: Entry<TeamsTable>]
  let roomSites: [RoomID: SiteID]

  init(_ tables: ProgrammeTables, _ files: TableFiles, _ findings: Findings) {
    self.tables = tables
    self.files = files
    self.findings = findings
    // A table that must be there and is not was reported already.
    func isPartial(_ contents: Bool, _ kind: TableKind) -> Bool { contents || !files.mayHold(kind) }
    teams = KnownIDs(
      tables.teams.entries.lazy.map(\.value.id), isPartial: isPartial(tables.teams.isPartial, .teams),
      noun: "team", table: .teams)
    sites = KnownIDs(
      tables.sites.entries.lazy.map(\.value.id), isPartial: isPartial(tables.sites.isPartial, .sites),
      noun: "site", table: .sites)
    people = KnownIDs(
      tables.people.entries.lazy.map(\.value.id), isPartial: isPartial(tables.people.isPartial, .people),
      noun: "person", table: .people)
    rooms = KnownIDs(
      tables.rooms.entries.lazy.map(\.value.id), isPartial: tables.rooms.isPartial, noun: "room",
      table: .rooms)
    facilitators = KnownIDs(
      tables.facilitators.entries.lazy.map(\.value.id), isPartial: tables.facilitators.isPartial,
      noun: "facilitator", table: .facilitators)
    teamsByID = Dictionary(tables.teams.entries.map { ($0.value.id, $0) }) { first, _ in first }
    roomSites = Dictionary(
      tables.rooms.entries.compactMap { entry in entry.value.site.map { (entry.value.id, $0) } }
    ) { first, _ in first }
  }
}
