import Domain
import Intake
import Testing

@Suite struct IndicatorsTableTests {
  private let header = "team_id,indicator,period,numerator,denominator,value,cases\n"

  private func results(_ marked: String, _ expected: [String]) {
    expect("indicators.csv", header + "RB,seen,2023,,,0.75,160\n" + marked, expected)
  }

  private func result(_ row: String) throws -> IndicatorResult {
    let folder = Folder().with("indicators.csv", header + "RB,seen,2023,,,0.75,160\n" + row + "\n")
    return try #require(try folder.read().programme.results.first)
  }

  @Test func aResultComesFromItsValueOrItsCounts() throws {
    #expect(try result("RA,seen,2023,180,200,,").value == 0.9)
    #expect(try result("RA,seen,2023,180,200,,").cases == 200)
    #expect(try result("RA,seen,2023,180,200,,").casesAreCaseload == false)
    #expect(try result("RA,seen,2023,,,0.9,320").cases == 320)
    #expect(try result("RA,seen,2023,,,0.9,320").casesAreCaseload)
    #expect(try result("RA,seen,2023,,200,0.9,320").cases == 200)
    #expect(try result("RA,seen,,,,0.9,").cases == nil)
    #expect(try result("RA,seen,,,,0.9,").period == nil)
    #expect(try result("RA,seen,2023,180,200,0.905,").value == 0.905)
  }

  @Test func aPercentageIsRefusedWithItsProportion() {
    results(
      """
      RA,seen,2023,,,①83.7%,
      RA,seen,2022,,,②83.7,
      RA,seen,2021,,,③120,
      RA,seen,2020,,,④-0.1,
      RA,seen,2019,,,⑤-12345 %,

      """,
      [
        "①:error: '83.7%' is a percentage; write it as a proportion, 0.837",
        """
        indicators.csv:4:9: warning: the indicator 'seen' has results of several periods; of each team the \
        latest is used and 4 rows not; take older rows away to be sure
        """,
        "②:error: value 83.7 is more than 1; write 0.837 if it is a percentage",
        "③:error: value 120 is more than 1; write a proportion from 0 to 1",
        "④:error: value -0.1 is negative; write a proportion from 0 to 1",
        "⑤:error: '-12345 %' is a percentage; write a proportion from 0 to 1",
      ])
  }

  @Test func countsMustMakeSense() {
    results(
      """
      RA,seen,a,①210,200,,
      RA,seen,b,1,②0,,
      RA,seen,c,1,③,,
      RA,seen,d,,200,④,
      RA,seen,e,⑤-1,9,,
      RA,seen,f,,,0.5,⑥-3
      RA,seen,g,⑦x,9,,
      RA,seen,h,180,200,⑧0.8,

      """,
      [
        """
        indicators.csv:3:9: warning: the indicator 'seen' has results of several periods; of each team the \
        latest is used and 7 rows not; take older rows away to be sure
        """,
        "①:error: numerator 210 is more than denominator 200; correct one of the two",
        "②:error: the denominator is 0; take the row away if there were no cases",
        "③:error: the row has a numerator and no denominator; fill in the denominator",
        """
        ④:error: the row has neither a value nor a numerator; fill in value, or numerator and denominator; \
        take the row away if the figure is suppressed
        """,
        "⑤:error: numerator -1 is negative; correct the number",
        "⑥:error: cases -3 is negative; correct the number",
        "⑦:error: 'x' is no number; write digits with a point before the decimals",
        "⑧:warning: value 0.8 is not numerator / denominator, 0.9; correct one of them; the value is used",
      ])
  }

  @Test func ofSeveralPeriodsTheLatestIsUsed() throws {
    let folder = Folder().with(
      "indicators.csv",
      header + "RA,seen,2022,,,0.5,\nRA,seen,2023,,,0.6,\nRB,seen,,,,0.7,\nRB,seen,2021,,,0.8,\n")
    let admission = try folder.read()
    #expect(admission.programme.results.map(\.value) == [0.6, 0.8])
    #expect(
      admission.warnings.map(\.description) == [
        """
        indicators.csv:2:9: warning: the indicator 'seen' has results of several periods; of each team the \
        latest is used and 2 rows not; take older rows away to be sure
        """
      ])
  }

  @Test func anIndicatorThatNobodyNamedIsLeftOutAndSaidOnce() throws {
    let folder = Folder().adding(
      "indicators.csv", "RA,sean,2023,,,0.5,\nRB,sean,2023,,,0.5,\nRA,surgery,2023,,,0.2,\n")
    let admission = try folder.read()
    #expect(admission.programme.results == (try Folder().read().programme.results))
    #expect(
      admission.warnings.map(\.description) == [
        """
        indicators.csv:4:4: warning: the indicator 'sean' is not named in programme.yaml and not used; \
        write 'seen' if that is meant, or name it under pairing.indicators
        """,
        """
        indicators.csv:6:4: warning: the indicator 'surgery' is not named in programme.yaml and not used; \
        name it under pairing.indicators if it is to count
        """,
      ])
  }

  @Test func aResultBelongsToAKnownTeam() {
    results(
      "RA,seen,2023,,,0.5,\n①RX,seen,2023,,,0.5,\n",
      ["①:error: no team 'RX' is in teams.csv; write 'RA' if that is meant, or add the team"])
  }

  @Test func aTeamWithoutOneOfTheIndicatorsIsComparedOnTheRest() {
    expect(
      "programme.yaml",
      """
      id: p
      name: P
      time_zone: UTC
      visits_from: 2027-01-11
      visits_to: 2027-07-09
      pairing: {indicators: [{id: seen}, {id: cured}]}

      """,
      in: Folder().adding("indicators.csv", "RB,cured,2023,,,0.5,\n"),
      [
        """
        teams.csv:2:1: warning: the team 'RA' has no result for cured; add it to indicators.csv; the team \
        is compared on the rest
        """
      ])
  }
}
