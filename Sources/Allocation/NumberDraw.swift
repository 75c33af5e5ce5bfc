/// One whole number as it was drawn: what the generator gave, and what was made of it.
public struct NumberDraw: Sendable, Equatable {
  /// What the generator gave and was passed over, so that every outcome is as likely; nearly always empty.
  public let passedOver: [UInt64]
  /// What the generator gave and was used.
  public let number: UInt64
  /// How many outcomes there were, at least 2.
  public let count: Int
  /// The outcome, 0..<count: the remainder of `number` divided by `count`.
  public let outcome: Int
}

extension SplitMix64 {
  /// A whole number of 0..<count, each as likely; `count` is at least 1.
  ///
  /// Numbers below 2⁶⁴ mod `count` are passed over: what is left is a whole multiple of `count`, so that the
  /// remainder favours nobody.
  mutating func draw(below count: Int) -> NumberDraw {
    let divisor = UInt64(max(1, count))
    let least = (0 &- divisor) % divisor
    var passedOver: [UInt64] = []
    var number = next()
    while number < least {
      passedOver.append(number)
      number = next()
    }
    return NumberDraw(
      passedOver: passedOver, number: number, count: count, outcome: Int(number % divisor))
  }
}
