import Domain
import Foundation
import Testing

@testable import Reports

struct ReportTextTests {
  @Test(
    "No text is wider than a hundred columns, and none sends a command to a terminal",
    arguments: [
      "a\r\nb\u{1B}[2J\u{7}", String(repeating: "word ", count: 80), String(repeating: "漢", count: 300),
      "\u{202E}evitartsinimda", "", "\u{0}",
    ])
  func hostile(text: String) {
    var programme = SampleProgramme().programme
    var plan = SamplePlan().plan
    programme.settings.name = text
    for at in programme.teams.indices { programme.teams[at].name = text }
    for at in programme.facilitators.indices { programme.facilitators[at].name = text }
    for at in programme.settings.pairing.indicators.indices {
      programme.settings.pairing.indicators[at].label = text
    }
    plan.warnings = [text]
    plan.unpaired[0].reason = text
    plan.unscheduled[0].reason = text
    plan.unscheduled[0].cheapestAsk = text
    for page in [
      PlanReport(programme: programme, plan: plan).text, PlanSummary(programme: programme, plan: plan).text,
    ] {
      for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(line.count <= 100)
        #expect(!line.hasSuffix(" "))
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x202E })
      }
    }
  }

  @Test("A plan of nothing says so")
  func empty() {
    var plan = SamplePlan().plan
    plan.pairs = []
    plan.unpaired = []
    plan.visits = []
    plan.unscheduled = []
    plan.costs = CostSheet()
    plan.warnings = []
    plan.pairingQuality = Quality(objective: 0, bound: 0, proof: .search)
    plan.visitsQuality = Quality(objective: 0, bound: 0, proof: .search)
    let programme = SampleProgramme().programme
    #expect(
      PlanReport(programme: programme, plan: plan).text == """
        Improving Lung Cancer Outcomes
        ==============================
        Programme sample, planned on Mon 4 Jan 2027 for visits from Mon 1 Mar 2027 to Wed 30 Jun 2027; all
        times are Europe/London.

        Pairs     0 pairs, proven best (by a finished search).
        Visits    0 visits, each with a date, proven best (by a finished search).
        Cost      0.0 clinician-hours in all.
        Input     9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, seed 7.

        PAIRS (score, gains and level gap in standard deviations; ~ marks an estimated drive)
          None.

        CALENDAR
          No visit has a date.

        COSTS (clinician-hours)
          in all    0.0

        """)
    #expect(
      PlanSummary(programme: programme, plan: plan).text == """
        Improving Lung Cancer Outcomes

        Pairs   0 pairs, proven best (by a finished search).
        Visits  0 visits, each with a date, proven best (by a finished search).
        Cost    0.0 clinician-hours in all.

        """)
  }

  @Test("A pairing that is not proven tells how much better another could be")
  func pairingGap() {
    var plan = SamplePlan().plan
    plan.pairingQuality.bound = -15_743
    #expect(
      PlanReport(programme: SampleProgramme().programme, plan: plan).text.contains(
        "Pairs     2 pairs, not proven best; another pairing could gain at most 0.05 SD in all.\n"))
  }

  @Test("In a trio each team learns from whichever partner is furthest ahead")
  func trio() {
    var plan = SamplePlan().plan
    plan.pairs = [plan.pairs[1]]
    plan.pairs[0].teams = [id("RH8"), id("RM3"), id("RXR")]
    plan.pairs[0].reliability = nil
    plan.pairs[0].comparisons = [
      Comparison(
        indicator: id("path_dx"), values: [0.9, 0.8, 0.9], standings: [0.4, -0.4, 0.4],
        reliabilities: [nil, nil, nil])
    ]
    let text = PlanReport(programme: SampleProgramme().programme, plan: plan).text
    #expect(
      text.hasSuffix(
        """
          RH8+RM3+RXR: Exeter, Wythenshawe and Blackburn
          Indicator                    Exeter  Wythenshawe    Blackburn  Ahead
          Pathological diagnosis  90.0% +0.40  80.0% -0.40  90.0% +0.40  Exeter and Blackburn
          Exeter is behind Wythenshawe and Blackburn on none of the indicators compared. Wythenshawe can
          learn most from Exeter about "Pathological diagnosis": 90.0% there, 80.0% at home. Blackburn is
          behind Exeter and Wythenshawe on none of the indicators compared.
          How many cases the figures rest on is not known, so how reliable they are cannot be said.

        """), "\(text)")
  }

  @Test("Several periods and stated caseloads are told")
  func aboutTheData() {
    var programme = SampleProgramme().programme
    programme.results = [
      IndicatorResult(team: id("RM3"), indicator: id("path_dx"), period: "2025", value: 0.8, cases: 90),
      IndicatorResult(
        team: id("RM3"), indicator: id("path_dx"), period: "2026", value: 0.85, cases: 90,
        casesAreCaseload: true),
      IndicatorResult(team: id("RXR"), indicator: id("path_dx"), period: "2026", value: 0.8, cases: 90),
    ]
    let text = PlanReport(programme: programme, plan: SamplePlan().plan).text
    #expect(
      text.contains(
        "  - Pathological diagnosis: several periods are given for RM3; of each the latest is used.\n"))
    #expect(
      text.contains(
        "  The least reliable figure has a reliability of at most 0.79, which is enough to compare on.\n"))
  }

  @Test("A table too wide for its page cuts its widest words")
  func table() {
    let table = TextTable(
      [.words("Name"), .words("Other"), .numbers("No")],
      rows: [["a long name indeed", "a short one", "12"], ["b", "c", "3"]])
    #expect(
      table.lines(width: 28) == [
        "Name         Other        No",
        "a long nam…  a short one  12",
        "b            c             3",
      ])
  }

  @Test(
    "Text breaks at spaces, and a long word anywhere",
    arguments: [
      ("", 5, []), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
      ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]), ("ab abcdef", 4, ["ab", "abcd", "ef"]),
    ] as [(String, Int, [String])])
  func wrapping(text: String, width: Int, lines: [String]) {
    #expect(TextPage.wrapped(text, to: width) == lines)
  }

  @Test(
    "Hours have one decimal and marked thousands",
    arguments: [
      (0, "0.0"), (90, "1.5"), (304_730, "5,078.8"), (60_000_000, "1,000,000.0"), (-90_000, "-1,500.0"),
      (3, "0.1"),
    ])
  func hours(minutes: Int, text: String) {
    #expect(Figures.hours(Minutes(minutes)) == text)
  }

  @Test(
    "A number is rounded once, halves away from zero",
    arguments: [
      (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (-0.001, 2, "0.00"), (12, 0, "12"), (0.05, 4, "0.0500"),
    ] as [(Double, Int, String?)] + [(.nan, 2, nil), (.infinity, 0, nil), (1e300, 2, nil)])
  func decimals(value: Double, places: Int, text: String?) {
    #expect(Figures.decimal(value, places: places) == text)
  }

  @Test("However long names are, no date, time or number is cut, and times stand under each other")
  func wholeTimes() throws {
    var programme = SampleProgramme().programme
    for at in programme.teams.indices {
      programme.teams[at].name += " and the Far Larger Hospitals of Everywhere Around It"
    }
    for at in programme.facilitators.indices {
      programme.facilitators[at].name += ", of a Long-Named Academy"
    }
    var plan = SamplePlan().plan
    plan.visits[0].detail?.journeys[0].departure = moment("2027-03-02 08:35")
    plan.visits[0].detail?.journeys[0].arrival = moment("2027-03-02 16:55")
    let text = PlanReport(programme: programme, plan: plan).text
    let drives = text.components(separatedBy: "DRIVES")[1].components(separatedBy: "\n\n")[0]
    let rows = drives.split(separator: "\n").dropFirst(2).prefix(6)
    #expect(
      rows.allSatisfy { $0.contains(#/\w{3} \d{1,2} \w{3} \d{4} +\d\d:\d\d  .* \d\d:\d\d( next day)?$/#) },
      "\(drives)")
    let places = try rows.map { row in
      let time = try #require(row.firstRange(of: /\d{4} +\d\d:\d\d/))
      return row.distance(from: row.startIndex, to: time.upperBound)
    }
    #expect(Set(places).count == 1, "\(drives)")
    let summary = PlanSummary(programme: programme, plan: plan).text
    #expect(summary.contains("Tue 16 Mar 2027  09:30–16:00  "))
    #expect(summary.contains("confirmed, pinned\n"))
  }

  @Test("Whoever is home on another day than they leave is so on the next")
  func homeNextDay() {
    let text = PlanReport(programme: SampleProgramme().programme, plan: SamplePlan().plan).text
    #expect(text.contains("Wed 24 Mar 2027  17:30  ~3 h 20 min  ~5 h 25 min  20:55 next day\n"))
  }

  @Test("Pairs that were decided beforehand are not praised as the best")
  func givenPairs() {
    let programme = SampleProgramme().programme
    var plan = SamplePlan().plan
    plan.pairs[0].isForced = true
    let mixed = PlanReport(programme: programme, plan: plan).text
    #expect(
      mixed.contains(
        "Pairs     2 pairs, 1 of them decided beforehand; the others proven best (by dual values, in whole\n")
    )
    #expect(mixed.contains("  Pair     Teams                   Made    Score"))
    #expect(mixed.contains("  RH8+RWA  Exeter / Hull           forced   0.61"))
    #expect(mixed.contains(#/\n  RM3\+RXR  Wythenshawe / B\w*…? +chosen   0\.91/#))
    plan.pairs[1].isForced = true
    for text in [
      PlanReport(programme: programme, plan: plan).text, PairingReport(programme: programme, plan: plan).text,
      PlanSummary(programme: programme, plan: plan).text,
    ] {
      #expect(text.contains("2 pairs, decided beforehand; none was chosen.\n"))
      #expect(!text.contains("proven best (by dual") && !text.contains("forced"))
    }
  }
}
