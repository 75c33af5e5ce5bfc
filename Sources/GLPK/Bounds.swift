/// The interval in which a column's value or a row's activity must lie; infinite ends mean no bound.
public struct Bounds: Equatable, Sendable {
  /// The lower end, `-.infinity` where there is none.
  public var lower: Double
  /// The upper end, `.infinity` where there is none.
  public var upper: Double

  /// `lower...upper`; checked when the solver gets it.
  public init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// No bound on either side.
  public static let free = Bounds(-.infinity, .infinity)
  /// 0 or more.
  public static let nonNegative = Bounds(0, .infinity)
  /// Between 0 and 1.
  public static let unit = Bounds(0, 1)
  /// `value` or more.
  public static func atLeast(_ value: Double) -> Bounds { Bounds(value, .infinity) }
  /// `value` or less.
  public static func atMost(_ value: Double) -> Bounds { Bounds(-.infinity, value) }
  /// Just `value`.
  public static func exactly(_ value: Double) -> Bounds { Bounds(value, value) }

  /// How far `activity` lies outside, 0 or less where it lies inside.
  func excess(of activity: Double) -> Double {
    max(lower - activity, activity - upper)
  }
}

/// Whether a column may take any value between its bounds or whole numbers only.
public enum ColumnKind: UInt8, Sendable {
  /// Any real number.
  case continuous
  /// Whole numbers.
  case integer
}
