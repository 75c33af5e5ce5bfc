/// A table that a screen reader can read: a caption, headings of columns and rows, groups of rows.
struct HTMLTable {
  /// A column's heading and whether it holds numbers.
  struct Column {
    var heading: String
    var isNumeric = false

    /// A column of words.
    static func words(_ heading: String) -> Column { Column(heading: heading) }
    /// A column of numbers, set to the right.
    static func numbers(_ heading: String) -> Column { Column(heading: heading, isNumeric: true) }
  }

  /// Rows under a heading of their own, or under none.
  struct Group {
    var heading: HTML?
    /// The first cell of each row names the row.
    var rows: [[HTML]]
  }

  var caption: HTML
  var columns: [Column]
  var groups: [Group]
  /// The last row, for sums.
  var total: [HTML]?

  /// A table in groups.
  init(caption: HTML, columns: [Column], groups: [Group], total: [HTML]? = nil) {
    self.caption = caption
    self.columns = columns
    self.groups = groups
    self.total = total
  }

  /// A table without groups.
  init(caption: HTML, columns: [Column], rows: [[HTML]], total: [HTML]? = nil) {
    self.init(caption: caption, columns: columns, groups: [Group(heading: nil, rows: rows)], total: total)
  }

  /// The table.
  var html: HTML {
    .node(
      .table, [],
      [
        .node(.caption, [], [caption]),
        .node(
          .thead, [],
          [
            .node(
              .tr, [],
              columns.map { .node(.th, [.scope(.column)] + style(of: $0), $0.heading) })
          ]),
        .group(groups.map(body)),
        total.map { .node(.tfoot, [], [row($0)]) } ?? .none,
      ])
  }

  private func body(_ group: Group) -> HTML {
    let heading = group.heading.map { heading in
      HTML.node(
        .tr, [.class("group")],
        [.node(.th, [.scope(.rowGroup), .set(.colspan, String(columns.count))], [heading])])
    }
    return .node(.tbody, [], [heading ?? .none] + group.rows.map(row))
  }

  private func row(_ cells: [HTML]) -> HTML {
    .node(
      .tr, [],
      zip(columns.indices, cells).map { place, cell in
        place == 0
          ? .node(.th, [.scope(.row)], [cell])
          : .node(.td, style(of: columns[place]), [cell])
      })
  }

  private func style(of column: Column) -> [HTMLAttribute] { column.isNumeric ? [.class("number")] : [] }
}
