import Domain

/// A table in plain text, its columns aligned.
struct TextTable {
  /// Where a column's cells stand.
  enum Alignment {
    case left, right
  }

  /// A column's heading and alignment.
  struct Column {
    var heading: String
    var alignment: Alignment
    /// Whether its cells may be cut: a name can be told by its beginning, a time or a number cannot.
    var isCuttable = false

    /// A column of words.
    static func words(_ heading: String) -> Column {
      Column(heading: heading, alignment: .left, isCuttable: true)
    }
    /// A column of dates, times or single words that mean nothing when cut.
    static func whole(_ heading: String) -> Column { Column(heading: heading, alignment: .left) }
    /// A column of numbers.
    static func numbers(_ heading: String) -> Column { Column(heading: heading, alignment: .right) }
  }

  private let columns: [Column]
  private let rows: [[String]]

  /// A table of those columns, each row with a cell for each of them.
  init(_ columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { $0.map(\.onOneLine) }
  }

  /// The headings and the rows, at most `width` wide: where that is too narrow, the widest columns of words are
  /// cut, which an ellipsis shows.
  func lines(width: Int) -> [String] {
    let widths = widths(within: width)
    let headings = columns.map(\.heading)
    let isHeaded = headings.contains { !$0.isEmpty }
    return ((isHeaded ? [headings] : []) + rows).map { line($0, widths: widths) }
  }

  private static let narrowest = 5
  private static let gap = "  "

  private func widths(within width: Int) -> [Int] {
    var widths = columns.indices.map { column in
      ([columns[column].heading] + rows.map { $0[column] }).map(\.count).max() ?? 0
    }
    let gaps = Self.gap.count * max(0, columns.count - 1)
    while widths.reduce(gaps, +) > width {
      let cuttable = columns.indices.filter {
        columns[$0].isCuttable && widths[$0] > Self.narrowest
      }
      // Of equally wide columns the first is cut.
      guard let widest = cuttable.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func line(_ cells: [String], widths: [Int]) -> String {
    zip(columns.indices, cells).map { column, cell in
      let width = widths[column]
      let text = cell.count > width ? cell.prefix(width - 1) + "…" : cell
      let padding = String(repeating: " ", count: width - text.count)
      return switch columns[column].alignment {
      case .left: text + padding
      case .right: padding + text
      }
    }
    .joined(separator: Self.gap)
  }
}
