import Domain
import Intake
import Testing

@Suite struct SettingsReaderTests {
  static let head = """
    id: pilot
    name: Pilot programme
    time_zone: Europe/London
    visits_from: 2027-01-11
    visits_to: 2027-07-09
    today: 2026-12-01

    """

  /// Expects `expected` of a programme.yaml whose head is complete and whose pairing names the one indicator.
  private func settings(
    _ marked: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let pairing = marked.contains("pairing:") ? "" : "pairing: {indicators: [{id: seen}]}\n"
    expect("programme.yaml", Self.head + pairing + marked, expected, sourceLocation: sourceLocation)
  }

  @Test func theFiveKeysAreEnough() throws {
    let text = "id: p\nname: P\ntime_zone: UTC\nvisits_from: 2027-01-11\nvisits_to: 2027-07-09\n"
    let admission = try Folder().with("programme.yaml", text).read()
    #expect(
      admission.programme.settings
        == Settings(
          id: try #require(ProgrammeID("p")), name: "P", timeZone: "UTC",
          visitsFrom: try #require(Day(iso: "2027-01-11")), visitsTo: try #require(Day(iso: "2027-07-09")),
          today: Folder.today))
    #expect(admission.conventions == FileConventions())
    #expect(
      admission.warnings.map(\.description) == [
        """
        indicators.csv:2:4: warning: the indicator 'seen' is not named in programme.yaml and not used; \
        name it under pairing.indicators if it is to count
        """,
        """
        programme.yaml:1:1: warning: no indicators are named, so no team is seen to learn from another; \
        name them under pairing.indicators
        """,
      ])
  }

  @Test func eachOfTheFiveMustBeThere() {
    expect(
      "programme.yaml", "①pairing: {indicators: [{id: seen}]}\n",
      [
        "①:error: programme.yaml has no 'id'; add the line 'id: …'",
        "①:error: programme.yaml has no 'name'; add the line 'name: …'",
        "①:error: programme.yaml has no 'time_zone'; add the line 'time_zone: …'",
        "①:error: programme.yaml has no 'visits_from'; add the line 'visits_from: …'",
        "①:error: programme.yaml has no 'visits_to'; add the line 'visits_to: …'",
      ])
  }

  @Test func unknownKeysAreNamedWithTheirNearestNeighbours() {
    settings(
      """
      ①cost: {overnight: 6}
      visits:
        ②gap_day: {min: 7, max: 70}
        gap_days: {③least: 7}
      publish: {policy: review, ④colour: red}

      """,
      [
        "①:error: programme.yaml knows no 'cost'; write 'costs' if that is meant",
        "②:error: 'visits' knows no 'gap_day'; write 'gap_days' if that is meant",
        "③:error: 'visits.gap_days' knows no 'least'; take it away, or write one of min or max",
        """
        ④:error: 'publish' knows no 'colour'; take it away, or write one of policy, freeze_days, \
        quiet_seconds, detail, organiser_name or organiser_email
        """,
      ])
  }

  @Test func theWindowHasAnEndAfterItsBeginning() {
    let pairing = "pairing: {indicators: [{id: seen}]}\n"
    expect(
      "programme.yaml",
      "id: p\nname: P\ntime_zone: UTC\nvisits_from: 2027-07-09\nvisits_to: ①2027-01-11\n" + pairing,
      ["①:error: visits_to 2027-01-11 is before visits_from 2027-07-09; correct one of the two"])
    expect(
      "programme.yaml",
      "id: p\nname: P\ntime_zone: UTC\nvisits_from: ①11/01/2027\nvisits_to: 2027-07-09\ntoday: ②soon\n"
        + pairing,
      [
        """
        ①:error: '11/01/2027' is 2027-01-11 read day first and 2027-11-01 read month first; write \
        2027-01-11 or 2027-11-01, or say 'dates: day_first' in programme.yaml
        """,
        "②:error: 'soon' is no date; write it as YYYY-MM-DD",
      ])
    expect(
      "programme.yaml",
      "①id: p\nname: P\ntime_zone: UTC\nvisits_from: 2027-01-11\nvisits_to: 2027-07-09\ntoday: 2027-07-09\n"
        + pairing,
      [
        """
        ①:warning: today, 2027-07-09, is not before visits_to, 2027-07-09, so no visit can be planned; \
        correct visits_to or today
        """
      ])
  }

  @Test(arguments: ["Europe/London", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+1"])
  func timeZonesAreIANANames(name: String) throws {
    let text = Self.head.replacing("Europe/London", with: name)
    #expect(try Folder().with("programme.yaml", text).read().programme.settings.timeZone == name)
  }

  @Test(arguments: [
    ("Europe/Lodon", "write 'Europe/London' if that is meant"),
    ("BST", "write its IANA name, as in Europe/London"),
    ("GMT+1", "write its IANA name, as in Europe/London"),
    ("../etc/passwd", "write its IANA name, as in Europe/London"),
    ("Nowhere/Atall", "write its IANA name, as in Europe/London"),
  ])
  func anythingElseIsNoTimeZone(name: String, advice: String) {
    let text =
      Self.head.replacing("Europe/London", with: "①" + name) + "pairing: {indicators: [{id: seen}]}\n"
    expect("programme.yaml", text, ["①:error: '\(name)' is no time zone; \(advice)"])
  }

  @Test func namesAndWordsAreChecked() {
    expect(
      "programme.yaml",
      """
      id: ①my programme
      name: ②""
      time_zone: UTC
      visits_from: 2027-01-11
      visits_to: 2027-07-09
      dates: ③month_first
      bank_holidays: ④scotland
      publish: {organiser_email: ⑤me}
      pairing: {indicators: [{id: seen, direction: ⑥up, label: ⑦"a\\nb"}]}

      """,
      [
        "①:error: 'my programme' is no id; use 1 to 40 of the letters A-Z and a-z, digits, '.', '_' and '-'",
        "②:error: 'name' is blank; write a text",
        "③:error: 'dates' is 'month_first'; write iso or day_first",
        "④:error: 'bank_holidays' is 'scotland'; write england or none",
        "⑤:error: 'me' is no e-mail address; write it as name@hospital.example, or leave it blank",
        "⑥:error: 'pairing.indicators.direction' is 'up'; write higher or lower",
        """
        ⑦:error: 'pairing.indicators.label' holds the control character U+000A; write it on one line, \
        without it
        """,
      ])
  }

  @Test func nullMeansNoLimitOrNothing() throws {
    let text =
      Self.head
        + """
        pairing: {indicators: [{id: seen}], max_travel_minutes: null, max_level_gap: ~, min_gain: null, \
        keep_apart: null}\nvisits:\ncosts: null\nevents: null\nbank_holidays: none\n
        """
    let admission = try Folder().with("programme.yaml", text).read()
    let settings = admission.programme.settings
    #expect(settings.pairing.maxTravel == nil)
    #expect(settings.pairing.maxLevelGap == nil)
    #expect(settings.pairing.minGain == nil)
    #expect(settings.pairing.keepApart == [])
    #expect(settings.visits == VisitSettings())
    #expect(admission.programme.bankHolidays == [])
    #expect(admission.warnings == [])
  }

  @Test func learningEventsHaveTimes() throws {
    let text =
      Self.head + """
        events:
          - {id: launch, title: Launch, options: [{date: 2027-01-20, start: "10:00", end: "16:00"}]}
          - id: results
            title: Results
            options:
              - {date: 2027-06-02, start: "13:00", end: "24:00"}
              - {date: 2027-06-01, start: "09:00", end: "12:30"}\n
        """
    let events = try Folder().with("programme.yaml", text).read().programme.settings.events
    func interval(_ day: String, _ start: ClockTime, _ end: ClockTime) throws -> Interval {
      let day = try #require(Day(iso: day))
      return Interval(start: Moment(day, start), end: Moment(day, end))
    }
    #expect(
      events == [
        LearningEvent(
          id: try #require(EventID("launch")), title: "Launch",
          options: [try interval("2027-01-20", .constant(10, 0), .constant(16, 0))]),
        LearningEvent(
          id: try #require(EventID("results")), title: "Results",
          options: [
            try interval("2027-06-02", .constant(13, 0), .constant(24, 0)),
            try interval("2027-06-01", .constant(9, 0), .constant(12, 30)),
          ]),
      ])
  }

  @Test func whatIsWrongWithLearningEvents() {
    settings(
      """
      events:
        -①
        - {id: a, title: A, options: ②[]}
        - {id: b, title: B, options: [③{date: 2027-01-20, start: "16:00", end: "10:00"}]}
        - {id: c, title: C, options: [{date: ④2037-01-20, start: "10:00", end: "16:00"}]}
        - {id: d, title: D, options: [{date: 2027-01-20, start: "10:00", end: "16:00"}]}
        - ⑤{id: d, title: D, options: [{date: 2027-01-21, start: "10:00", end: "16:00"}]}
        - ⑥{id: e, title: E}
        - {id: f, title: F, options: [⑦{start: "10:00", end: "16:00"}, ⑧~]}

      """,
      [
        "①:error: 'events' has a blank entry; take it away",
        "②:error: the event has no time; write its date, start and end, or several of which the best is chosen",
        "③:error: the event ends at 10:00, not after its start at 16:00; correct one of the two",
        "④:error: the event on 2037-01-20 is more than 366 days before or after the visits; correct the date",
        "⑤:error: the event 'd' stands here twice; keep it once, or rename one",
        "⑥:error: an entry of 'events' has no 'options'; add the line 'options: …'",
        "⑦:error: an entry of 'events.options' has no 'date'; add the line 'date: …'",
        "⑧:error: 'events.options' has a blank entry; take it away",
      ])
  }
}
