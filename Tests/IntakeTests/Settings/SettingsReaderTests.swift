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

  @Test func valuesHaveTheirTypes() {
    settings(
      """
      pairing:
        indicators: [{id: seen}]
        level_weight: ①much
        max_level_gap: ②"1.5"
        min_common_dates: ③2.5
        keep_apart: ④network
        fairness: ⑤best
      visits: ⑥[a]
      costs:
        overnight: ⑦{hours: 6}
        if_needed: ⑧~
      publish: {freeze_days: ⑨null}

      """,
      [
        """
        ①:error: 'pairing.level_weight' is 'much', not a number; write digits with a point before the \
        decimals
        """,
        "②:error: 'pairing.max_level_gap' is a text in quotes; write the number without quotes",
        "③:error: 'pairing.min_common_dates' is '2.5', not a whole number; write digits only",
        "④:error: 'pairing.keep_apart' is 'network', not a list; write it as [a, b], or with '- ' lines",
        "⑤:error: 'pairing.fairness' is 'best'; write total or worst_first",
        "⑥:error: 'visits' is a list, not a section of keys; write 'key: value' lines under it",
        "⑦:error: 'costs.overnight' is a section, not a number; write a number",
        "⑧:error: 'costs.if_needed' is blank, not a number; write a number",
        "⑨:error: 'publish.freeze_days' is blank, not a number; write a number",
      ])
  }

  @Test func numbersKeepToTheirRanges() {
    settings(
      """
      pairing: {indicators: [{id: seen, weight: ①0}, {id: b, weight: ②-1}], min_gain: ③-0.1, \
      travel_weight_per_hour: ④1001}\nvisits:\n  gap_days: ⑤{min: 71, max: 70}\n  max_per_week: ⑥-1\n\
      costs: {overnight: ⑦-6, unscheduled: ⑧1000001}\n
      """,
      [
        "①:error: the weight is 0; write a number above 0, or take the indicator away",
        "②:error: 'pairing.indicators.weight' is -1, outside 0 to 1000; correct the number",
        "③:error: 'pairing.min_gain' is -0.1, outside 0 to 1000; correct the number",
        "④:error: 'pairing.travel_weight_per_hour' is 1001, outside 0 to 1000; correct the number",
        "⑤:error: the least gap, 71 days, is more than the most, 70; correct one of the two",
        "⑥:error: 'visits.max_per_week' is -1, outside 0 to 1000; correct the number",
        "⑦:error: 'costs.overnight' is -6, outside 0 to 1000000; correct the number",
        "⑧:error: 'costs.unscheduled' is 1000001, outside 0 to 1000000; correct the number",
        """
        teams.csv:2:1: warning: the team 'RA' has no result for b; add it to indicators.csv; the team is \
        compared on the rest
        """,
        """
        teams.csv:3:1: warning: the team 'RB' has no result for b; add it to indicators.csv; the team is \
        compared on the rest
        """,
      ])
  }

  @Test func datesAndTimesAreChecked() {
    settings(
      """
      visits:
        day: ①{earliest_start: "17:30", latest_end: 08:30}
        travel: ②{earliest_departure: 20:30, latest_return: "20:30"}

      """,
      [
        "①:error: latest_end 08:30 is not after earliest_start 17:30; correct one of the two",
        "②:error: latest_return 20:30 is not after earliest_departure 20:30; correct one of the two",
      ])
    settings(
      "visits: {day: {earliest_start: ①8.30, latest_end: ②\"25:00\"}}\n",
      [
        "①:error: '8.30' is no time of day; write it as \"HH:MM\", from 00:00 to 24:00",
        "②:error: '25:00' is no time of day; write it as \"HH:MM\", from 00:00 to 24:00",
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

  @Test func listsNameEachThingOnce() {
    settings(
      """
      pairing: {indicators: [{id: seen}, ①{id: seen}, ②null, ③seen, ④{label: x}], keep_apart: [network, \
      ⑤Network]}\nvisits:\n  required_roles: [manager, ⑥manager, ⑦boss]\n  milestones: [{id: a, title: A, \
      days: 1}, ⑧{id: a, title: B, days: 2}, {id: b, title: B, days: ⑨x}]\n
      """,
      [
        "①:error: the indicator 'seen' stands here twice; keep it once",
        "②:error: 'pairing.indicators' has a blank entry; take it away",
        "③:error: 'pairing.indicators' is 'seen', not a section of keys; write 'key: value' lines under it",
        "④:error: 'pairing.indicators' has no 'id'; add the line 'id: …'",
        "⑤:error: 'pairing.keep_apart' names 'network' twice; name it once",
        "⑥:error: the role 'manager' stands here twice; keep it once",
        """
        ⑦:error: 'visits.required_roles' is 'boss'; write clinical_lead, nurse_specialist, \
        mdt_coordinator, manager, radiologist, oncologist, surgeon, pathologist, palliative, physician, \
        patient_representative or other
        """,
        "⑧:error: the milestone 'a' stands here twice; keep it once",
        "⑨:error: 'visits.milestones.days' is 'x', not a whole number; write digits only",
        """
        teams.csv:2:1: error: the team 'RA' has nobody in the required role manager; add the person to \
        people.csv, or change required_roles in programme.yaml
        """,
        """
        teams.csv:3:1: error: the team 'RB' has nobody in the required role manager; add the person to \
        people.csv, or change required_roles in programme.yaml
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

  @Test func learningEventsAreNotScheduledYet() {
    settings(
      "events: ①[{id: launch, title: Launch}]\n",
      ["①:warning: learning events are not scheduled yet; arrange them by hand; 'events' is not read"])
  }
}
