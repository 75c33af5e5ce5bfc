import Domain

/// Numbers as reports write them: with a point, whatever the machine's language.
enum Figures {
  /// What stands for a number that is none.
  static let missing = "–"

  /// `value` with exactly `places` decimals, halves away from zero; `nil` where it is no number.
  static func decimal(_ value: Double, places: Int) -> String? {
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard let units = Int(exactly: scaled) else { return nil }
    return fixed(units, places: places)
  }

  /// `units` of 10 to the minus `places`, with all `places` decimals.
  static func fixed(_ units: Int, places: Int) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// A proportion as `74.4%`.
  static func percent(_ proportion: Double) -> String {
    decimal(proportion * 100, places: 1).map { "\($0)%" } ?? missing
  }

  /// A difference in standard deviations with its sign, as `+0.62`.
  static func signed(_ deviations: Double) -> String {
    guard let text = decimal(deviations, places: 2) else { return missing }
    return text.hasPrefix("-") ? text : "+\(text)"
  }

  /// A score in standard deviations, as `0.61`.
  static func deviations(_ score: Score) -> String {
    decimal(score.deviations, places: 2) ?? missing
  }

  /// Clinician-minutes as hours with one decimal, thousands marked, as `5,087.0`.
  static func hours(_ minutes: Minutes) -> String {
    let tenths = (Double(minutes.count) / 6).rounded(.toNearestOrAwayFromZero)
    let text = fixed(Int(tenths), places: 1)
    let sign = text.hasPrefix("-") ? "-" : ""
    var whole = text.dropFirst(sign.count).dropLast(2)
    var groups: [Substring] = []
    while whole.count > 3 {
      groups.insert(whole.suffix(3), at: 0)
      whole = whole.dropLast(3)
    }
    groups.insert(whole, at: 0)
    return sign + groups.joined(separator: ",") + text.suffix(2)
  }

  /// As in `1 visit` and `3 visits`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// As in `a`, `a and b` and `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
