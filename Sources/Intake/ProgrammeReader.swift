public import Domain

/// Reads a programme's files, all of them at once.
public enum ProgrammeReader {
  /// The programme in `files`, whatever their order; `today` is used where programme.yaml sets none.
  ///
  /// Throws every error of every file, with the warnings.
  public static func read(files: [InputFile], today: Day) throws(IntakeRejection) -> Admission {
    let findings = Findings()
    let sorted = ProgrammeFiles(files, findings)
    let header = sorted.settings.map { SettingsReader.read($0, today: today, findings) }
    let settings = header?.settings
    let conventions = header?.conventions ?? FileConventions()
    let keepApart = settings?.pairing.keepApart ?? []
    // Without a readable programme.yaml nobody knows how dates are written, and refusing them would only be noise.
    let dates = header?.isReadable == true ? conventions.dates : .dayFirst
    let recognised = sorted.recognised(
      keepApart: keepApart, DiaryContext(dates: header?.isReadable == true ? dates : nil, settings: settings),
      findings)
    let tables = ProgrammeTables(recognised, dates: dates, findings: findings)
    let links = Links(tables, recognised, findings)
    links.checkTeams(settings, keepApartPlace: header?.keepApartPlace)
    links.checkPeople()
    links.checkMeetings()
    links.checkBookings()
    links.checkTravel()
    links.checkWhole(settings, settingsFile: sorted.settings?.name)
    links.checkPairRules()
    let facilitators = links.linkedFacilitators()
    let availability = links.linkedAvailability()
    let closures = links.linkedClosures()
    let results = links.linkedResults(settings)
    let schedule = ScheduleLinks(
      teams: links.teams, rooms: links.rooms, facilitators: links.facilitators, findings: findings
    ).linked(tables.visits)
    let holidays = settings.map { Self.holidays($0, conventions, sorted.settings, findings) } ?? []
    guard let settings, !findings.hasErrors else { throw IntakeRejection(diagnostics: findings.sorted()) }
    let programme = Programme(
      settings: settings, teams: tables.teams.sorted.compactMap(\.team),
      sites: tables.sites.sorted.compactMap(\.site), people: tables.people.sorted,
      meetings: tables.meetings.sorted.map(\.meeting), meetingExceptions: tables.exceptions.sorted,
      results: results, availability: availability, rooms: tables.rooms.sorted.compactMap(\.room),
      roomBookings: RoomBookingsTable.united(tables.bookings.sorted), facilitators: facilitators,
      travelTimes: tables.travel.sorted,
      pairRules: tables.pairRules.sorted, closures: closures, bankHolidays: holidays, schedule: schedule)
    return Admission(
      programme: programme, conventions: conventions, warnings: findings.sorted(),
      readings: Links.readings(
        people: programme.people, facilitators: facilitators, availability: availability, settings: settings))
  }

  private static func holidays(
    _ settings: Settings, _ conventions: FileConventions, _ file: InputFile?, _ findings: Findings
  ) -> [BankHoliday] {
    let top = Place.top(of: file?.name ?? "programme.yaml")
    switch conventions.bankHolidays {
    case .none: return []
    case .england:
      let years = BankHolidays.years
      if !years.contains(settings.visitsFrom.civil.year) || !years.contains(settings.visitsTo.civil.year) {
        findings.warning(
          at: top,
          """
          bank holidays are known for \(years.lowerBound) to \(years.upperBound), and the window lies \
          partly outside
          """,
          "add the missing ones to closures.csv")
      }
      return BankHolidays.england(from: settings.visitsFrom, to: settings.visitsTo)
    }
  }
}
