import Tabular

/// A decimal number as somebody wrote it, in a file whose cells commas separate or something else.
enum DecimalText {
  /// What a text may be read as.
  enum Reading {
    case number(Double)
    /// As likely with decimals as in thousands.
    case ambiguous(decimal: String, thousands: String)
    case none
  }

  /// Reads digits with a point before the decimals; where no comma separates the cells, with a comma too.
  static func read(_ text: String, in form: TableForm) -> Reading {
    guard form.allowsDecimalComma else { return CellText.decimal(text).map { .number($0) } ?? .none }
    guard let value = CellText.decimal(withPoint(text, in: form)) else { return .none }
    let unsigned = text.drop { $0 == "-" || $0 == "+" }
    let mark: Character = text.contains(",") ? "," : "."
    let parts = unsigned.split(separator: mark, omittingEmptySubsequences: false)
    // Programs write thousands so where semicolons separate cells; with tabs only the comma can mean them.
    guard parts.count == 2, parts[1].count == 3, (1...3).contains(parts[0].count), parts[0].first != "0",
      mark == "," || form.dialect == .semicolonSeparated
    else { return .number(value) }
    return .ambiguous(decimal: "\(parts[0]).\(parts[1])0", thousands: "\(parts[0])\(parts[1])")
  }

  /// The number with a point where `text` has a decimal comma; any other text as it is.
  static func withPoint(_ text: String, in form: TableForm) -> String {
    guard form.allowsDecimalComma, text.count(where: { $0 == "," }) == 1, !text.contains(".") else {
      return text
    }
    let changed = text.replacing(",", with: ".")
    return CellText.decimal(changed) == nil ? text : changed
  }
}
