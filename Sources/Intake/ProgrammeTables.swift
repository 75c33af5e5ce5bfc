/// All tables of a programme, row by row, before references between them are looked at.
struct ProgrammeTables {
  let teams: TableContents<TeamsTable>
  let sites: TableContents<SitesTable>
  let people: TableContents<PeopleTable>
  let results: TableContents<IndicatorsTable>
  let meetings: TableContents<MeetingsTable>
  let exceptions: TableContents<MeetingExceptionsTable>
  let availability: TableContents<AvailabilityTable>
  let rooms: TableContents<RoomsTable>
  let bookings: TableContents<RoomBookingsTable>
  let facilitators: TableContents<FacilitatorsTable>
  let travel: TableContents<TravelTable>
  let pairRules: TableContents<PairRulesTable>
  let closures: TableContents<ClosuresTable>
  let visits: TableContents<VisitsTable>

  init(_ files: TableFiles, dates: DateStyle, findings: Findings) {
    func contents<Schema: TableSchema>(_ schema: Schema.Type) -> TableContents<Schema> {
      TableContents(
        schema, in: files.files, dates: dates, isPartial: files.isPartial(schema.kind), findings: findings)
    }
    teams = contents(TeamsTable.self)
    sites = contents(SitesTable.self)
    people = contents(PeopleTable.self)
    results = contents(IndicatorsTable.self)
    meetings = contents(MeetingsTable.self)
    exceptions = contents(MeetingExceptionsTable.self)
    availability = contents(AvailabilityTable.self)
    rooms = contents(RoomsTable.self)
    bookings = contents(RoomBookingsTable.self)
    facilitators = contents(FacilitatorsTable.self)
    travel = contents(TravelTable.self)
    pairRules = contents(PairRulesTable.self)
    closures = contents(ClosuresTable.self)
    visits = contents(VisitsTable.self)
  }
}
