import Domain
import Testing

@testable import Pairing

@Suite struct PairingAnswerTests {
  @Test func oppositesArePairedWithTheirFigures() throws {
    // SD of 0.2, 0.4, 0.6, 0.8 is √(0.2/3) = 0.2582; A and B stand 0.6/0.2582 = 2.3238 apart on both, half each.
    // A+D with B+C is worth as much, 0.7746 twice; the tie goes to the smaller id.
    let answer = try TestProgramme.four().answer()
    #expect(answer.pairs.map(\.id.text) == ["A+B", "C+D"])
    #expect(answer.pairs.map(\.score.units) == [11_619, 3_873])
    #expect(answer.pairs[0].gains.map(\.units) == [11_619, 11_619])
    #expect(answer.pairs[0].levelGap == .zero)
    #expect(answer.pairs[0].commonDates == [5, 5])
    #expect(answer.pairs[0].reliability == nil)
    #expect(answer.pairs[0].comparisons[0].values == [0.2, 0.8])
    #expect(answer.unpaired == [])
    #expect(answer.quality == Quality(objective: -15_492, bound: -15_492, proof: .dual))
    #expect(answer.unpairedCost == 0)
    #expect(answer.statistics.edges == 6)
    #expect(answer.statistics.areTiesSettled)
  }

  @Test func theLongerDirectionCountsAndTravelCosts() throws {
    var programme = try TestProgramme.four()
    programme.pairing.travelWeightPerHour = 0.05
    programme.drives[0][1] = 90
    programme.drives[1][0] = 120
    let pair = try #require(try programme.answer().pairs.first)
    // A+B: 1.1619 − 2 h · 0.05 = 1.0619 and C+D 0.3373 are less than A+D and B+C, 0.7246 each.
    #expect(pair.id.text == "A+D")
    #expect(pair.score.units == 7_246)
    let gains = Gains(Standings(programme: try programme.problem().programme, teams: programme.teams))
    let figures = try programme.problem().figures(0, 1, gains)
    #expect(figures.travel == Minutes(120))
    #expect(figures.score(programme.pairing)?.units == 10_619)
    let drive = try programme.problem().drive(0, 1)
    #expect(drive.isEstimated)
  }

  @Test func aTeamThatIsBetterThroughoutIsNoMatch() throws {
    // B is 0.6/SD above A on both: SD of 0.2 and 0.8 is 0.4243, so A gains 1.4142 and B nothing.
    var programme = try TestProgramme([("A", [0.2, 0.2]), ("B", [0.8, 0.8])])
    let pair = try #require(try programme.answer().pairs.first)
    #expect(pair.gains.map(\.units) == [14_142, 0])
    #expect(pair.levelGap.units == 14_142)
    #expect(pair.score.units == -7_071)
    programme.pairing.minGain = 0.1
    #expect(
      try programme.answer().unpaired.map(\.reason) == [
        "A has no admissible partner: 1 team would gain or give less than 0.1 SD; with min_gain 0, A+B can be paired",
        "B has no admissible partner: 1 team would gain or give less than 0.1 SD; with min_gain 0, A+B can be paired",
      ])
  }

  @Test func lowerIsBetterSwapsWhoLearns() throws {
    let programme = try TestProgramme([("A", [0.2]), ("B", [0.8])], lower: [0])
    #expect(try programme.answer().pairs.first?.gains.map(\.units) == [0, 14_142])
  }

  @Test func weightsCountInProportion() throws {
    var programme = try TestProgramme([("A", [0.2, 0.8]), ("B", [0.8, 0.2])])
    programme.pairing.indicators[0].weight = 3
    // 1.4142 on each indicator, three quarters and one quarter.
    #expect(try programme.answer().pairs.first?.gains.map(\.units) == [10_607, 3_536])
  }

  @Test func aMissingIndicatorLeavesTheRestToCompare() throws {
    var programme = try TestProgramme.four()
    programme.results.removeAll { $0.team.text == "A" && $0.indicator.text == "k1" }
    try programme.rule(.force, "A", "B")
    let answer = try programme.answer()
    // On k0 alone A and B stand 2.3238 apart, and A has nothing to show for it.
    #expect(answer.pairs[0].gains.map(\.units) == [23_238, 0])
    #expect(answer.pairs[0].comparisons[1].standings[0] == nil)
    #expect(
      answer.warnings.contains("Indicator k1 is missing for A; they are compared on the rest."))
  }

  @Test func theLatestPeriodIsUsed() throws {
    var programme = try TestProgramme.four()
    let team = programme.teams[0].id
    let indicator = programme.pairing.indicators[0].id
    programme.results[0].period = "2011"
    programme.results.insert(
      IndicatorResult(team: team, indicator: indicator, period: nil, value: 0.7), at: 0)
    programme.results.append(IndicatorResult(team: team, indicator: indicator, period: "2010", value: 0.9))
    let answer = try programme.answer()
    #expect(answer.pairs[0].comparisons[0].values == [0.2, 0.8])
    #expect(answer.warnings.contains("Indicator k0 has several periods for A; the latest is used."))
  }

  @Test func thePairIsAsReliableAsItsWeakestFigure() throws {
    var programme = try TestProgramme.four()
    for position in programme.results.indices { programme.results[position].cases = 100 }
    programme.results[0].cases = 25
    let answer = try programme.answer()
    let model = try #require(
      BetweenTeams(proportions: [0.2, 0.8, 0.4, 0.6], cases: [25, 100, 100, 100]))
    let pair = try #require(answer.pairs.first { $0.teams[0].text == "A" })
    #expect(pair.reliability == model.reliability(cases: 25))
    #expect(answer.warnings == [])
  }

  @Test func everyWarningAboutDataIsAWholeSentence() throws {
    var programme = try TestProgramme([
      ("A", [0.50, 0.3, nil]), ("B", [0.52, 0.3, nil]), ("C", [0.50, 0.3, nil]), ("D", [0.51, 0.3, nil]),
    ])
    for position in programme.results.indices where programme.results[position].indicator.text == "k0" {
      programme.results[position].cases = 50
      programme.results[position].casesAreCaseload = position == 0
    }
    programme.teams[2].isApproved = false
    programme.teams[3].arm = .control
    #expect(
      try programme.answer().warnings == [
        "In the control arm and so not paired: D.",
        "Indicator k0 has a caseload instead of a denominator for A; their reliability is at most what is shown.",
        "Indicator k0 tells nothing about the teams: they differ no more than chance explains, so all stand at 0.",
        "Indicator k1 has no number of cases for A, B; their figures are taken as they are, without reliability.",
        "Indicator k1 tells nothing about the teams: all have the same figure, so all stand at 0.",
        "Indicator k2 has no results, so no teams are compared on it.",
        "Not approved and so not paired: C.",
      ])
  }

  @Test func anOddTeamIsNamedAndCostsThePriceOfTheUnpaired() throws {
    var programme = try TestProgramme([("A", [0.2, 0.8]), ("B", [0.8, 0.2]), ("C", [0.4, 0.6])])
    programme.pairing.oddTeam = .leaveOut
    let answer = try programme.answer()
    #expect(answer.pairs.map(\.id.text) == ["A+B"])
    #expect(
      answer.unpaired.map(\.reason) == [
        "the number of teams is odd; leaving C out costs least; with odd_team trio, A+B+C can be made"
      ])
    #expect(answer.unpairedCost == answer.unpairedPrice)
    #expect(answer.quality.objective == answer.unpairedPrice - answer.pairs[0].score.units)
    #expect(answer.quality.isProven)
  }

  @Test func anOddTeamMakesATrioWithTheMeansOfItsPairs() throws {
    var programme = try TestProgramme([("A", [0.2, 0.8]), ("B", [0.8, 0.2]), ("C", [0.4, 0.6])])
    programme.pairing.oddTeam = .trio
    programme.drives[0][2] = 90
    programme.dates[2][0] = 4
    let answer = try programme.answer()
    let trio = try #require(answer.pairs.first)
    // SD of 0.2, 0.4, 0.8 is 0.3055: A and B stand 1.9640 apart on both, A and C 0.6547, B and C 1.3093.
    #expect(trio.id.text == "A+B+C")
    #expect(trio.gains.map(\.units) == [6_547, 8_184, 4_910])
    #expect(trio.score.units == (9_820 + 3_273 + 6_547) / 3)
    #expect(trio.travel == Minutes(90))
    #expect(trio.commonDates == [5, 5, 4])
    #expect(answer.unpaired == [])
    #expect(answer.unpairedCost == 0)
    #expect(answer.quality == Quality(objective: -6_546, bound: -6_546, proof: .dual))
    programme.pairing.minCommonDates = 5
    #expect(try programme.answer().pairs.map(\.id.text) == ["A+B"])
  }

  @Test func threeTeamsForcedTwoByTwoAreATrio() throws {
    var programme = try TestProgramme([
      ("A", [0.2, 0.8]), ("B", [0.8, 0.2]), ("C", [0.4, 0.6]), ("D", [0.5, 0.5]), ("E", [0.6, 0.1]),
    ])
    programme.pairing.oddTeam = .trio
    for (a, b) in [("A", "D"), ("D", "E"), ("E", "A")] { try programme.rule(.force, a, b) }
    let answer = try programme.answer()
    #expect(answer.pairs.map(\.id.text) == ["A+D+E", "B+C"])
    #expect(answer.pairs.map(\.isForced) == [true, false])
    programme.pairing.oddTeam = .leaveOut
    #expect(throws: PairingRefusal.forcedTrio(answer.pairs[0].id)) { try programme.answer() }
  }

  @Test func eachBarredTeamIsCountedUnderTheFirstRuleThatBarsIt() throws {
    var programme = try TestProgramme([
      ("A", [0.2]), ("B", [0.8]), ("C", [0.4]), ("D", [0.6]), ("E", [0.5]), ("F", [0.5]), ("G", [0.5]),
      ("H", [0.5]),
    ])
    programme.pairing.keepApart = ["network", "organisation"]
    programme.column("network", ["N", nil, "N", nil, nil, nil, nil, nil])
    programme.column("organisation", [nil, nil, nil, "O", nil, nil, nil, nil])
    programme.pairing.maxTravel = Minutes(180)
    programme.drives[0][3] = 181
    programme.drives[4][0] = 181
    programme.pairing.minCommonDates = 3
    programme.dates[5][0] = 2
    try programme.rule(.previous, "A", "B")
    try programme.rule(.force, "G", "H")
    let answer = try programme.answer()
    #expect(
      answer.unpaired == [
        UnpairedTeam(
          team: programme.teams[0].id,
          reason:
            "A has no admissible partner: 1 team is ruled out in pair_rules.csv, 1 shares its network or "
            + "organisation, 2 are farther than 180 minutes, 1 has fewer than 3 common dates for a visit, 2 are in "
            + "forced pairs; with keep_apart without network, A+C can be paired"),
        UnpairedTeam(
          team: answer.unpaired[1].team,
          reason: "\(answer.unpaired[1].team) could be paired with "
            + ["B", "C", "D", "E", "F"].filter { $0 != answer.unpaired[1].team.text }.joined(separator: ", ")
            + ", but no pairing has fewer teams left out or costs less; with keep_apart without network, A+C can be "
            + "paired"),
      ])
  }

  @Test func theLevelGapIsLimited() throws {
    var programme = try TestProgramme([("A", [0.2]), ("B", [0.8])])
    programme.pairing.maxLevelGap = 1.4142
    #expect(try programme.answer().pairs.count == 1)
    programme.pairing.maxLevelGap = 1.4141
    #expect(
      try programme.answer().unpaired.map(\.reason) == [
        "A has no admissible partner: 1 team differs from it by more than 1.4141 SD in level; with max_level_gap 1.42, "
          + "A+B can be paired",
        "B has no admissible partner: 1 team differs from it by more than 1.4141 SD in level; with max_level_gap 1.42, "
          + "A+B can be paired",
      ])
  }

  @Test func aSingleTeamHasNobody() throws {
    let answer = try TestProgramme([("A", [0.2])]).answer()
    #expect(answer.unpaired.map(\.reason) == ["A has no admissible partner: no other team takes part"])
    #expect(answer.quality.isProven)
  }

  @Test func noTeamsNeedNoPairs() throws {
    let answer = try TestProgramme([]).answer()
    #expect(answer.pairs == [])
    #expect(answer.quality == Quality(objective: 0, bound: 0, proof: .dual))
  }

  @Test func aForceOverridesEverythingButEligibility() throws {
    var programme = try TestProgramme.four()
    programme.pairing.keepApart = ["network"]
    programme.column("network", ["N", nil, "N", nil])
    programme.pairing.maxTravel = Minutes(10)
    programme.pairing.minGain = 2
    programme.pairing.maxLevelGap = 0
    programme.pairing.minCommonDates = 9
    try programme.rule(.force, "C", "A")
    try programme.rule(.force, "A", "C")
    let answer = try programme.answer()
    #expect(answer.pairs.map(\.id.text) == ["A+C"])
    #expect(answer.pairs[0].isForced)
    #expect(answer.pairs[0].score.units == 3_873)
    #expect(answer.unpaired.map(\.team.text) == ["B", "D"])
    #expect(answer.quality.objective == 2 * answer.unpairedPrice - 3_873)
    #expect(answer.quality.isProven)
  }

  @Test func theTravelBudgetBindsAfterForcedPairsTookTheirShare() throws {
    var programme = try TestProgramme.four()
    programme.drives[0][1] = 100
    programme.pairing.travelBudgetHours = 2
    // A+B drives 100 minutes and C+D 60, together beyond 120; A+D and B+C fit and score as much.
    let answer = try programme.answer()
    #expect(answer.pairs.map(\.id.text) == ["A+D", "B+C"])
    #expect(answer.quality.isProven)
    try programme.rule(.force, "A", "B")
    let forced = try programme.answer()
    #expect(forced.pairs.map(\.id.text) == ["A+B"])
    #expect(
      forced.unpaired.map(\.reason) == [
        "C could be paired with D, but no pairing within the travel budget does better; with travel_budget_hours 2.67, "
          + "C+D can be paired",
        "D could be paired with C, but no pairing within the travel budget does better; with travel_budget_hours 2.67, "
          + "C+D can be paired",
      ])
    programme.pairing.travelBudgetHours = 1
    #expect(
      try programme.answer().warnings.contains(
        "Forced pairs alone travel 100 minutes and the travel budget is 60; no other pair that travels is made."
      ))
  }
}
