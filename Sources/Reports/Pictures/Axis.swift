/// A straight scale from values to places in a picture.
struct Axis: Equatable {
  /// The values at its two ends; never the same.
  let low: Double
  let high: Double
  /// The places of the two ends.
  let from: Double
  let to: Double

  /// An axis over `low` to `high`, or a little more where they are the same.
  init(low: Double, high: Double, from: Double, to: Double) {
    self.low = low
    self.high = high > low ? high : low + 1
    self.from = from
    self.to = to
  }

  /// The place of `value`; what lies outside is put at the end.
  func place(_ value: Double) -> Double {
    let share = (min(max(value, low), high) - low) / (high - low)
    return from + share * (to - from)
  }

  /// Round values from end to end, at most `count` of them, always the least steps of 1, 2 or 5 times a power of
  /// ten.
  func ticks(atMost count: Int) -> [Double] {
    var step = 1e-6
    var factors = [2.0, 2.5, 2.0]
    while (high - low) / step + 1 > Double(max(2, count)), step < 1e12 {
      step *= factors[0]
      factors.append(factors.removeFirst())
    }
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}
