import Domain
import Intake
import Testing

@Suite struct DefaultSettingsTextTests {
  private func readBack(_ text: String) throws -> Admission {
    let people = "person_id,team_id,name,role\nA,RA,A,radiologist\nB,RB,B,radiologist\n"
    return try Folder().with("programme.yaml", text).adding("people.csv", "").with("more.csv", people).read()
  }

  @Test func defaultsComeBackAsTheyWere() throws {
    let settings = try Folder().read().programme.settings
    let text = DefaultSettingsText.render(settings, FileConventions(setsToday: true))
    let admission = try readBack(text)
    #expect(admission.programme.settings == settings)
    #expect(admission.conventions == FileConventions(setsToday: true))
  }

  @Test func theDefaultsOfTheDocumentationArePrinted() throws {
    let settings = try Folder().with(
      "programme.yaml", "id: p\nname: P\ntime_zone: UTC\nvisits_from: 2027-01-11\nvisits_to: 2027-07-09\n"
    ).read().programme.settings
    let lines = DefaultSettingsText.render(settings).split(separator: "\n").map(String.init)
    for line in [
      "today: null", "dates: iso", "bank_holidays: england", "  indicators: []", "  max_travel_minutes: 180",
      "  keep_apart: [\"network\"]", "  level_weight: 0.5", "  max_level_gap: 1.5",
      "  travel_budget_hours: null",
      "  required_roles: [clinical_lead, nurse_specialist, mdt_coordinator]",
      "  gap_days: {min: 14, max: 70}",
      "  day: {earliest_start: \"08:30\", latest_end: \"17:30\"}", "    evening_limit_minutes: 210",
      "    - {id: \"lunch\", title: \"Lunch\", minutes: 45, between: [\"11:30\", \"14:30\"]}",
      "  milestones: []",
      "  not_preferred: 0.5", "  unscheduled: 5000", "  freeze_days: 28", "  organiser_name: \"\"",
    ] { #expect(lines.contains(line), "missing: \(line)") }
  }

  @Test func everyOtherValueComesBackToo() throws {
    var settings = try Folder().read().programme.settings
    settings.name = "Say \"hm\" \\ 50 % # &a *b: [é]"
    settings.pairing.indicators = [
      Indicator(id: try #require(IndicatorID("seen")), label: "A: b, c", direction: .lower, weight: 2.25)
    ]
    settings.pairing.maxTravel = nil
    settings.pairing.keepApart = ["network", "a b", "null"]
    settings.pairing.levelWeight = 0.1
    settings.pairing.maxLevelGap = nil
    settings.pairing.minGain = nil
    settings.pairing.fairness = .worstFirst
    settings.pairing.travelBudgetHours = 12.75
    settings.pairing.minCommonDates = 0
    settings.pairing.oddTeam = .leaveOut
    settings.visits = VisitSettings(
      requiredRoles: [.radiologist], gapMin: 0, gapMax: 9, maxPerWeek: 3, maxVisitors: 5,
      visitorMeeting: .blocks,
      sameFacilitator: .required, independence: .organisation, noDiary: .unavailable, defaultNoticeDays: 1,
      day: ClockWindow(start: .constant(7, 0), end: .constant(24, 0)),
      travel: TravelSettings(
        earliestDeparture: .constant(5, 0), latestReturn: .constant(23, 0), overnightAbove: Minutes(90),
        eveningLimit: Minutes(100)),
      agenda: [Session(id: try #require(SessionID("mdt")), title: "MDT")],
      milestones: [
        Milestone(id: try #require(MilestoneID("pack")), title: "Pack", days: -14),
        Milestone(id: try #require(MilestoneID("plan")), title: "Plan", days: 28, responsible: .host),
      ])
    settings.costs = CostSettings(delayPerWeek: 0, optionalAbsence: 0.125, unscheduled: 1_000_000)
    settings.publish = PublishSettings(
      policy: .automatic, freezeDays: 0, quietSeconds: 5, detail: .full, organiserName: "null",
      organiserEmail: "a@b.example")
    let conventions = FileConventions(dates: .dayFirst, bankHolidays: .none, setsToday: true)
    let admission = try readBack(DefaultSettingsText.render(settings, conventions))
    #expect(admission.programme.settings == settings)
    #expect(admission.conventions == conventions)
  }
}
