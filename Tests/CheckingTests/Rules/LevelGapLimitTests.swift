import Checking
import Domain
import Testing

@Suite struct LevelGapLimitTests {
  /// With weights 3 and 1 A can learn ¼ and B ¾ of 1.41421 SD, and their levels are half of it apart; the score
  /// is 0.3536 − 0.35355 − 0.05.
  private var uneven: Fixture {
    var fixture = Fixture()
    fixture.settings.pairing.indicators[0].weight = 3
    fixture.plan.pairs[0].gains = [Score(units: 3536), Score(units: 10607)]
    fixture.plan.pairs[0].levelGap = Score(units: 7071)
    fixture.plan.pairs[0].score = Score(units: -500)
    return fixture
  }

  @Test func `levels too far apart`() {
    var fixture = uneven
    fixture.settings.pairing.maxLevelGap = 0.707
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .levelGapLimit, "A+B",
          "The levels of Airedale and Bolton are 0.7071 SD apart; the limit is 0.7070 SD.")
      ])
  }

  @Test(arguments: [0.7071, nil]) func `levels just near enough, or without limit`(limit: Double?) {
    var fixture = uneven
    fixture.settings.pairing.maxLevelGap = limit
    #expect(fixture.breaches == [])
  }

  @Test func `a gap that is not as stated`() {
    var fixture = uneven
    fixture.plan.pairs[0].levelGap = Score(units: 7073)
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .levelGapLimit, "A+B", "A+B is said to have a level gap of 0.7073 SD; it is 0.7071 SD.")
      ])
  }

  @Test func `a figure may be rounded to either side`() {
    var fixture = uneven
    fixture.plan.pairs[0].levelGap = Score(units: 7072)
    #expect(fixture.breaches == [])
  }
}
