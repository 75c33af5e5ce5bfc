import Checking
import Domain
import Testing

@Suite struct SoundPlanTests {
  @Test(arguments: [false, true]) func `a sound plan has no breach and no discrepancy`(four: Bool) {
    let fixture = Fixture(four: four)
    #expect(fixture.breaches == [])
    #expect(fixture.checker.standingBreaches(of: fixture.plan) == [])
    #expect(fixture.checker.discrepancies(in: fixture.plan) == [])
  }

  @Test(arguments: [false, true]) func `its visits without detail are possible`(four: Bool) {
    #expect(Fixture(four: four).handMadeBreaches == [])
  }

  @Test(arguments: [false, true]) func `its costs are those worked out by hand`(four: Bool) {
    let fixture = Fixture(four: four)
    #expect(fixture.checker.costs(of: fixture.plan) == fixture.plan.costs)
  }

  @Test func `its figures are those worked out by hand`() throws {
    let figures = try #require(Fixture().checker.figures(of: ["B", "A"]))
    #expect(figures.gains == [Score(units: 7071), Score(units: 7071)])
    #expect(figures.levelGap == .zero)
    #expect(figures.score == Score(units: 6571))
    #expect(figures.travel == Minutes(60))
    #expect(!figures.travelIsEstimated)
    #expect(figures.commonDates == [9, 9])
  }
}
