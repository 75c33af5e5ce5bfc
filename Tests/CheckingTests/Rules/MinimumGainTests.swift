import Checking
import Domain
import Testing

@Suite struct MinimumGainTests {
  @Test func `too little to learn`() {
    var fixture = Fixture()
    fixture.settings.pairing.minGain = 0.7072
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .minimumGain, "A+B", "Airedale can learn 0.7071 SD from Bolton; the least is 0.7072 SD."),
        Fixture.breach(
          .minimumGain, "A+B", "Bolton can learn 0.7071 SD from Airedale; the least is 0.7072 SD."),
      ])
  }

  @Test func `just enough to learn`() {
    var fixture = Fixture()
    fixture.settings.pairing.minGain = 0.7071
    #expect(fixture.breaches == [])
  }

  @Test func `a gain that is not as stated`() {
    var fixture = Fixture()
    fixture.plan.pairs[0].gains[1] = Score(units: 8000)
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .minimumGain, "A+B", "Bolton is said to gain 0.8000 SD in A+B; it gains 0.7071 SD.")
      ])
  }

  @Test func `a gain that is not stated`() {
    var fixture = Fixture()
    fixture.plan.pairs[0].gains.removeLast()
    #expect(
      fixture.breaches == [
        Fixture.breach(.minimumGain, "A+B", "A+B states 1 gain; it has 2 teams.")
      ])
  }

  @Test func `a score that is not as stated`() {
    var fixture = Fixture()
    fixture.plan.pairs[0].score = Score(units: 7071)
    #expect(
      fixture.breaches == [
        Fixture.breach(.minimumGain, "A+B", "A+B is said to score 0.7071; it scores 0.6571.")
      ])
  }
}
