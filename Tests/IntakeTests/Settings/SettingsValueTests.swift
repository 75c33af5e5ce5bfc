import Domain
import Intake
import Testing

@Suite struct SettingsValueTests {
  /// Expects `expected` of a programme.yaml whose head is complete and whose pairing names the one indicator.
  private func settings(
    _ marked: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let pairing = marked.contains("pairing:") ? "" : "pairing: {indicators: [{id: seen}]}\n"
    expect(
      "programme.yaml", SettingsReaderTests.head + pairing + marked, expected, sourceLocation: sourceLocation)
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
        "④:error: an entry of 'pairing.indicators' has no 'id'; add the line 'id: …'",
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
}
