import Checking
import Domain
import Testing

@Suite struct EnoughCommonIndicatorsTests {
  /// Bolton has no figure for the second of two indicators; forbidding nothing else.
  private var sparse: Fixture {
    var fixture = Fixture()
    let second = fixture.settings.pairing.indicators[1].id
    fixture.results.removeAll { $0.team == "B" && $0.indicator == second }
    fixture.settings.pairing.minGain = nil
    fixture.settings.pairing.maxLevelGap = nil
    return fixture
  }

  private func breaches(_ fixture: Fixture) -> [Breach] {
    fixture.breaches.filter { $0.rule == .enoughCommonIndicators }
  }

  @Test func `too few figures in common`() {
    #expect(
      breaches(sparse) == [
        Fixture.breach(
          .enoughCommonIndicators, "A+B",
          "Airedale and Bolton both have figures for 1 indicator; the least is 2.")
      ])
  }

  @Test func `as many as asked for, or as there are`() {
    var fixture = sparse
    fixture.settings.pairing.minCommonIndicators = 1
    #expect(breaches(fixture) == [])
    var whole = Fixture()
    whole.settings.pairing.minCommonIndicators = 9
    #expect(breaches(whole) == [])
  }
}
