/// Settings in SD, to two decimals, that are just wide enough for a figure in 10⁻⁴ SD.
enum Hundredths {
  /// The least setting that is not below `units`.
  static func above(_ units: Int) -> String { text(-floored(-units)) }

  /// The greatest setting that is not above `units`.
  static func below(_ units: Int) -> String { text(floored(units)) }

  private static func floored(_ units: Int) -> Int { units >= 0 ? units / 100 : -((-units + 99) / 100) }

  private static func text(_ hundredths: Int) -> String {
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let digits = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (hundredths < 0 ? "-" : "") + "\(whole)" + digits
  }
}
