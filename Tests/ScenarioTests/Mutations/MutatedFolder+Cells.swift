extension MutatedFolder {
  /// Puts odd values into cells of one table: one cell, a few, or a whole column.
  mutating func changeCells() {
    guard let name = one(of: tables), let bytes = files[name] else { return }
    if chance(15) { return renameEverywhere() }
    var sheet = Sheet(bytes)
    let field = below(sheet.header.count)
    guard field < sheet.header.count, !sheet.body.isEmpty else { return }
    let column = sheet.header[field]
    let wholeColumn = chance(20)
    let value = oddValue(for: column, in: sheet)
    let rows = wholeColumn ? Array(sheet.body) : (0...below(3)).map { _ in 1 + below(sheet.body.count) }
    for row in rows where field < sheet.rows[row].count {
      sheet.rows[row][field] = wholeColumn ? value : oddValue(for: column, in: sheet)
    }
    note("\(name): \(wholeColumn ? "every" : "some") \(column) changed, to '\(value.prefix(40))' or the like")
    set(name, sheet.bytes)
  }

  private mutating func oddValue(for column: String, in sheet: Sheet) -> String {
    switch below(10) {
    case ..<6: one(of: OddValues.likely(for: column)) ?? ""
    // Another row's value is the likeliest mistake of all, and the one that a reader cannot see.
    case ..<8: one(of: sheet.column(column)) ?? ""
    default:
      one(of: OddValues.dates + OddValues.times + OddValues.numbers + OddValues.ids + OddValues.texts) ?? ""
    }
  }

  /// Calls a team, site, person or facilitator something odd wherever it occurs, which leaves the programme whole.
  private mutating func renameEverywhere() {
    let columns = ["team_id", "site_id", "person_id", "room_id", "facilitator_id"]
    guard let column = one(of: columns) else { return }
    var known: [String] = []
    for table in tables {
      if let bytes = files[table] { known += Sheet(bytes).column(column).filter { !$0.contains(";") } }
    }
    let odd = [".", "..", "-", "--", "A--B", "a", "A-", "-A", "x.csv", String(repeating: "x", count: 40)]
    guard let old = one(of: known), let new = one(of: odd), !old.isEmpty else { return }
    for table in tables {
      edit(table) { sheet in
        for row in sheet.body {
          for field in sheet.rows[row].indices {
            let cell = sheet.rows[row][field]
            let parts = cell.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard parts.contains(old) else { continue }
            sheet.rows[row][field] = parts.map { $0 == old ? new : $0 }.joined(separator: ";")
          }
        }
      }
    }
    note("\(old) is called \(new) in every table")
  }
}
