import Domain

/// indicators.csv: audit results.
enum IndicatorsTable: TableSchema {
  enum Column: String, TableColumn {
    case team = "team_id"
    case indicator, period, numerator, denominator, value, cases
  }

  struct Key: Hashable {
    var team: TeamID
    var indicator: IndicatorID
    var period: String?
  }

  static let kind = TableKind.indicators
  static let required: [Column] = [.team, .indicator]
  static let keyColumns: [Column] = [.team, .indicator, .period]
  /// A value and a quotient farther apart than this contradict each other; rounding does less.
  static let tolerance = 0.01

  static func key(of record: IndicatorResult) -> Key {
    Key(team: record.team, indicator: record.indicator, period: record.period)
  }

  static func precedes(_ a: IndicatorResult, _ b: IndicatorResult) -> Bool {
    if a.team != b.team { return a.team < b.team }
    if a.indicator != b.indicator { return a.indicator < b.indicator }
    return (a.period ?? "").utf8.lexicographicallyPrecedes((b.period ?? "").utf8)
  }

  static func record(from row: RowReader<Column>) -> IndicatorResult? {
    let team: TeamID? = row.id(.team, "team")
    let indicator: IndicatorID? = row.id(.indicator, "indicator")
    let period = row.text(.period)
    let quotient = quotient(row)
    let value = proportion(row)
    let denominator = row.text(.denominator) == nil ? nil : count(row, .denominator, report: false)
    let cases = count(row, .cases, report: true)
    if denominator ?? cases == 0, row.text(.numerator) == nil {
      row.error(
        denominator == nil ? .cases : .denominator, "a value of 0 cases says nothing",
        "take the row away, or leave the cell empty if the number is not known")
    }
    if row.text(.value) == nil, row.text(.numerator) == nil {
      row.error(
        .value, "the row has neither a value nor a numerator",
        "fill in value, or numerator and denominator; take the row away if the figure is suppressed")
    }
    if let value, let quotient, abs(value - quotient) > tolerance {
      row.warning(
        .value, "value \(row.text(.value) ?? "") is not numerator / denominator, \(rounded(quotient))",
        "correct one of them; the value is used")
    }
    guard let team, let indicator else { return nil }
    return IndicatorResult(
      team: team, indicator: indicator, period: period, value: value ?? quotient ?? 0,
      cases: denominator ?? cases, casesAreCaseload: denominator == nil && cases != nil)
  }

  private static func proportion(_ row: RowReader<Column>) -> Double? {
    guard let text = row.text(.value) else { return nil }
    if text.hasSuffix("%") {
      let share = CellText.decimal(CellText.trimmed(String(text.dropLast())))
      row.error(
        .value, "'\(text.shown)' is a percentage",
        share.flatMap { (0...100).contains($0) ? "write it as a proportion, \(rounded($0 / 100))" : nil }
          ?? "write a proportion from 0 to 1")
      return nil
    }
    guard let value = row.decimal(.value) else { return nil }
    guard value >= 0 else {
      row.error(.value, "value \(text) is negative", "write a proportion from 0 to 1")
      return nil
    }
    guard value <= 1 else {
      row.error(
        .value, "value \(text) is more than 1",
        value <= 100
          ? "write \(rounded(value / 100)) if it is a percentage" : "write a proportion from 0 to 1")
      return nil
    }
    return value
  }

  private static func quotient(_ row: RowReader<Column>) -> Double? {
    guard row.text(.numerator) != nil else {
      _ = count(row, .denominator, report: true)
      return nil
    }
    let numerator = count(row, .numerator, report: true)
    let denominator = count(row, .denominator, report: true)
    if row.text(.denominator) == nil {
      if row.text(.value) == nil {
        row.error(.denominator, "the row has a numerator and no denominator", "fill in the denominator")
      }
      return nil
    }
    guard let numerator, let denominator else { return nil }
    guard denominator > 0 else {
      row.error(.denominator, "the denominator is 0", "take the row away if there were no cases")
      return nil
    }
    guard numerator <= denominator else {
      row.error(
        .numerator,
        "numerator \(row.text(.numerator) ?? "") is more than denominator \(row.text(.denominator) ?? "")",
        "correct one of the two")
      return nil
    }
    return numerator / denominator
  }

  private static func count(_ row: RowReader<Column>, _ column: Column, report: Bool) -> Double? {
    guard let text = row.text(column) else { return nil }
    guard report else { return CellText.decimal(DecimalText.withPoint(text, in: row.row.source.form)) }
    guard let value = row.decimal(column) else { return nil }
    guard value >= 0 else {
      row.error(column, "\(column.rawValue) \(text) is negative", "correct the number")
      return nil
    }
    return value
  }

  /// A number from 0 with at most four decimals, without zeros at the end.
  static func rounded(_ value: Double) -> String {
    let units = Int((max(0, value) * 10_000).rounded())
    var digits = String(units % 10_000)
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(units / 10_000)" + (digits.isEmpty ? "" : ".\(digits)")
  }
}
