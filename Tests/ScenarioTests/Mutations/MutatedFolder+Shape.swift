extension MutatedFolder {
  /// Takes away, repeats, moves or adds rows and columns of one table.
  mutating func changeShape() {
    guard let name = one(of: tables), let bytes = files[name] else { return }
    var sheet = Sheet(bytes)
    let row = sheet.body.isEmpty ? 0 : 1 + below(sheet.body.count)
    let field = below(sheet.header.count)
    guard row < sheet.rows.count, field < sheet.header.count else { return }
    switch below(12) {
    case 0:
      note("\(name): row \(row) taken away")
      sheet.rows.remove(at: row)
    case 1:
      note("\(name): row \(row) repeated")
      sheet.rows.insert(sheet.rows[row], at: row)
    case 2:
      note("\(name): column \(sheet.header[field]) taken away")
      for row in sheet.rows.indices where field < sheet.rows[row].count { sheet.rows[row].remove(at: field) }
    case 3:
      note("\(name): column \(sheet.header[field]) repeated")
      for row in sheet.rows.indices where field < sheet.rows[row].count {
        sheet.rows[row].append(sheet.rows[row][field])
      }
    case 4:
      note("\(name): rows shuffled")
      sheet.rows = sheet.rows.prefix(1) + shuffled(Array(sheet.rows.dropFirst()))
    case 5:
      note("\(name): columns shuffled")
      let order = shuffled(Array(sheet.header.indices))
      sheet.rows = sheet.rows.map { row in order.filter { $0 < row.count }.map { row[$0] } }
    case 6:
      note("\(name): every row taken away")
      sheet.rows = Array(sheet.rows.prefix(1))
    case 7:
      note("\(name): only the first \(row) rows left")
      sheet.rows = Array(sheet.rows.prefix(row + 1))
    case 8:
      note("\(name): row \(row) cut short")
      sheet.rows[row] = Array(sheet.rows[row].prefix(field))
    case 9:
      note("\(name): column \(sheet.header[field]) called something else")
      sheet.rows[0][field] =
        one(of: ["", " ", "date", "TEAM_ID", "note", sheet.header[field].uppercased(), "_remove"]) ?? ""
    case 10:
      note("\(name): row \(row) has cells too many")
      sheet.rows[row] += Array(repeating: "x", count: 1 + below(300))
    case _:
      multiply(&sheet, row: row, name)
    }
    set(name, sheet.bytes)
  }

  /// Copies of a row under ids of their own: a team of many people, a site of many rooms.
  private mutating func multiply(_ sheet: inout Sheet, row: Int, _ name: String) {
    guard row > 0 else { return }
    let count = one(of: [2, 10, 40, 150]) ?? 2
    note("\(name): row \(row) is there \(count) times more, its first cell told apart")
    for copy in 1...count {
      var cells = sheet.rows[row]
      if !cells.isEmpty { cells[0] = "\(cells[0].prefix(30))-x\(copy)" }
      sheet.rows.append(cells)
    }
  }

  /// Takes away, swaps, empties, joins or copies whole files.
  mutating func changeFiles() {
    guard let a = one(of: names), let b = one(of: names) else { return }
    switch below(8) {
    case 0:
      note("\(a) taken away")
      set(a, nil)
    case 1:
      note("\(a) emptied")
      set(a, [])
    case 2, 3:
      note("\(a) and \(b) have each other's contents")
      let (first, second) = (files[a], files[b])
      set(a, second)
      set(b, first)
    case 4:
      note("\(b) is appended to \(a)")
      set(a, (files[a] ?? []) + (files[b] ?? []))
    case 5:
      let other = "copy of \(a)"
      note("\(other) is there too")
      set(other, files[a])
    case 6:
      let other =
        one(of: ["other.csv", "Teams (2).CSV", "mdt-2.csv", "programme.yml", "é.csv", "notes.csv"]) ?? a
      note("\(a) is called \(other)")
      let bytes = files[a]
      set(a, nil)
      set(other, bytes)
    case _:
      note("\(a) holds only \(b)'s first line")
      set(a, Array((files[b] ?? []).prefix { $0 != 0x0A }))
    }
  }
}
