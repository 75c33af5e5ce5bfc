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

  /// `value` to a tenth without a needless zero, as `12` or `12.5`; for places in pictures.
  static func short(_ value: Double) -> String {
    guard let text = decimal(value, places: 1) else { return "0" }
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
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

  /// As in `1 diary` and `3 diaries`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// Clauses that have commas of their own, as in `a, and b` and `a; b; and c`.
  static func listOfClauses(_ clauses: [String]) -> String {
    guard let last = clauses.last, clauses.count > 1 else { return clauses.first ?? "" }
    return clauses.count == 2
      ? "\(clauses[0]), and \(last)" : clauses.dropLast().joined(separator: "; ") + "; and " + last
  }

  /// As in `a`, `a and b` and `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
