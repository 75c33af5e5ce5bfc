/// A cost for each preference, in clinician-minutes.
public struct CostSheet: Sendable, Equatable, AdditiveArithmetic {
  private var minutes: [Int]

  /// No costs.
  public init() { minutes = Array(repeating: 0, count: Preference.allCases.count) }

  /// No costs.
  public static let zero = CostSheet()

  /// The cost of one preference.
  public subscript(preference: Preference) -> Minutes {
    get { Minutes(minutes[preference.index]) }
    set { minutes[preference.index] = newValue.count }
  }

  /// The sum over all preferences.
  public var total: Minutes { Minutes(minutes.reduce(0, +)) }

  /// Preference by preference.
  public static func + (a: CostSheet, b: CostSheet) -> CostSheet {
    var sum = a
    for index in sum.minutes.indices { sum.minutes[index] += b.minutes[index] }
    return sum
  }

  /// Preference by preference.
  public static func - (a: CostSheet, b: CostSheet) -> CostSheet {
    var difference = a
    for index in difference.minutes.indices { difference.minutes[index] -= b.minutes[index] }
    return difference
  }
}

extension CostSheet: Codable {
  /// Reads an object of preference names and minutes; a missing name is 0.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Preference.Key.self)
    self.init()
    for preference in Preference.allCases {
      self[preference] = try container.decodeIfPresent(Minutes.self, forKey: .init(preference)) ?? .zero
    }
  }

  /// Writes an object of preference names and minutes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Preference.Key.self)
    for preference in Preference.allCases {
      try container.encode(self[preference], forKey: .init(preference))
    }
  }
}
