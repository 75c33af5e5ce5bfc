/// A value out of a few, each with a weight.
struct Choice<Value: Sendable>: Sendable {
  private let first: (value: Value, weight: Int)
  private let rest: [(value: Value, weight: Int)]

  /// One value at least, so that a draw always has one.
  init(_ first: (Value, Int), _ rest: (Value, Int)...) {
    self.first = first
    self.rest = rest.map { (value: $0.0, weight: $0.1) }
  }

  func draw(_ source: inout RandomSource) -> Value {
    var left = source.below(rest.reduce(first.weight) { $0 + $1.weight })
    for (value, weight) in rest {
      if left < weight { return value }
      left -= weight
    }
    return first.value
  }
}

/// A whole number whose share below it grows in straight lines between known points.
struct QuantileCurve: Sendable {
  /// Share of all values (out of 1000) at or below a value, both increasing, from 0 to 1000.
  private let points: [(perMille: Int, value: Int)]

  init(_ points: (perMille: Int, value: Int)...) { self.points = points }

  /// The value of which `share` (0...1,000,000) out of a million lie below.
  func value(atPerMillion share: Int) -> Int {
    for (low, high) in zip(points, points.dropFirst()) where share <= high.perMille * 1000 {
      let span = (high.perMille - low.perMille) * 1000
      let rise = (high.value - low.value) * (share - low.perMille * 1000)
      return low.value + (rise + span / 2) / span
    }
    return points.last?.value ?? 0
  }

  /// `count` values, one from each of as many equal parts of the curve, in random order (a Latin hypercube's
  /// column): even a few values then spread like many.
  func stratified(_ count: Int, _ source: inout RandomSource) -> [Int] {
    source.shuffled(Array(0..<count)).map { part in
      value(atPerMillion: (part * 1_000_000 + source.below(1_000_000)) / count)
    }
  }
}
