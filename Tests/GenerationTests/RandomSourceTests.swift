import Testing

@testable import Generation

@Suite struct RandomSourceTests {
  @Test func splitMixGivesTheNumbersOfItsAuthors() {
    var source = SplitMix64(state: 1_234_567)
    #expect(
      (0..<3).map { _ in source.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func xoshiroGivesTheNumbersOfItsAuthors() {
    var source = RandomSource(state: (1, 2, 3, 4))
    #expect((0..<4).map { _ in source.next() } == [11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
  }

  @Test func streamsOfOneSeedDiffer() {
    var a = RandomSource(seed: 1, stream: "a")
    var b = RandomSource(seed: 1, stream: "b")
    #expect(a.next() != b.next())
  }

  @Test func everyNumberBelowABoundComesEquallyOften() {
    var source = RandomSource(seed: 5, stream: "below")
    var counts = Array(repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[source.below(7)] += 1 }
    // Five standard deviations of a binomial of 70,000 and 1/7 are 463.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 463 }, "\(counts)")
  }

  @Test func shufflingKeepsEveryElement() {
    var source = RandomSource(seed: 5, stream: "shuffle")
    let shuffled = source.shuffled(Array(0..<50))
    #expect(shuffled != Array(0..<50))
    #expect(shuffled.sorted() == Array(0..<50))
  }

  @Test func aChoiceFollowsItsWeights() {
    var source = RandomSource(seed: 5, stream: "choice")
    let choice = Choice(("a", 1), ("b", 0), ("c", 3))
    let draws = (0..<40_000).map { _ in choice.draw(&source) }
    #expect(draws.count { $0 == "b" } == 0)
    // Five standard deviations are 433.
    #expect(abs(draws.count { $0 == "a" } - 10_000) < 433)
  }

  @Test func aQuantileCurveRisesInStraightLines() {
    let curve = QuantileCurve((0, 10), (500, 20), (1000, 60))
    #expect([0, 250_000, 500_000, 750_000, 1_000_000].map(curve.value) == [10, 15, 20, 40, 60])
  }

  @Test func stratifiedValuesTakeOneFromEachPart() {
    var source = RandomSource(seed: 5, stream: "strata")
    let values = QuantileCurve((0, 0), (1000, 1_000_000)).stratified(10, &source)
    #expect(values.map { $0 / 100_000 }.sorted() == Array(0..<10))
  }
}
