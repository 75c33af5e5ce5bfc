import Testing

@testable import Allocation

/// The generator, and one of m outcomes.
struct SplitMix64Tests {
  @Test func `the numbers are those that others publish for the same seed`() {
    var zero = SplitMix64(state: 0)
    #expect(zero.next() == 0xe220_a839_7b1d_cdaf)
    var source = SplitMix64(state: 1_234_567)
    #expect(
      (0..<5).map { _ in source.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `an outcome is the remainder of the number`() {
    var source = SplitMix64(state: 1_234_567)
    let draw = source.draw(below: 10)
    #expect(draw == NumberDraw(passedOver: [], number: 6_457_827_717_110_365_317, count: 10, outcome: 7))
  }

  @Test func `a number that would favour somebody is passed over, and recorded`() {
    // A third of all numbers is below 2^64 mod this.
    let count = 6_148_914_691_236_517_206
    let least: UInt64 = 6_148_914_691_236_517_204
    var plain = SplitMix64(state: 7)
    var source = SplitMix64(state: 7)
    var passedOver = 0
    for _ in 0..<300 {
      let draw = source.draw(below: count)
      for number in draw.passedOver {
        #expect(number < least)
        #expect(number == plain.next())
      }
      passedOver += draw.passedOver.count
      #expect(draw.number >= least)
      #expect(draw.number == plain.next())
      #expect(draw.outcome == Int(draw.number % UInt64(count)))
    }
    #expect((100...200).contains(passedOver))
  }

  @Test(arguments: [1, 2, 3, 5, 7])
  func `each outcome is as likely`(count: Int) {
    var source = SplitMix64(state: 42)
    var tally = Array(repeating: 0, count: count)
    for _ in 0..<(1000 * count) { tally[source.draw(below: count).outcome] += 1 }
    // Five standard deviations of a count that is 1000 on average are at most 158.
    for times in tally { #expect((842...1158).contains(times)) }
  }
}
