import Domain
import Intake
import Merging
import Testing

/// Random files against the simplest model of what they do.
@Suite struct RandomEditTests {
  /// What a programme holds, as plainly as it can be said.
  private struct Model {
    /// Of each table its rows by key.
    var tables: [String: [String: [String]]] = [:]
    /// Of each source the rows of diaries.
    var diaries: [String: Set<[String]>] = [:]
  }

  /// A kind of table as the model sees it: which cells are its key, and which others may change.
  private struct Shape {
    var name: String
    var columns: [String]
    var keys: Int
    var keyWords: [[String]]
    var words: [[String]]
  }

  private static let teams = ["RA", "RB", "RC"]
  private static let shapes = [
    Shape(
      name: "people", columns: ["person_id", "team_id", "name", "role"], keys: 1,
      keyWords: [["P1", "P2", "P3", "P4", "P5"]],
      words: [teams, ["x", "y, z", "=1"], ["manager", "surgeon"]]),
    Shape(
      name: "mdt", columns: ["team_id", "weekday", "start", "end"], keys: 3,
      keyWords: [teams, ["Monday", "Friday"], ["08:00", "09:00"]], words: [["10:00", "11:00"]]),
    Shape(
      name: "indicators", columns: ["team_id", "indicator", "period", "value"], keys: 3,
      keyWords: [teams, ["i1", "i2"], ["2023", "a|b", ""]], words: [["0.1", "0.2", "0.3"]]),
    Shape(
      name: "room_bookings", columns: ["room_id", "date", "start", "end"], keys: 3,
      keyWords: [["R1", "R2"], ["2027-03-01", "2027-03-02"], ["08:00", "09:00"]], words: [["10:00", "11:00"]]),
    Shape(
      name: "travel", columns: ["from_site", "to_site", "minutes"], keys: 2,
      keyWords: [["S1", "S2"], ["T1", "T2"]], words: [["10", "20", "30"]]),
  ]

  private static func row(of shape: Shape, _ dice: inout Dice) -> [String] {
    (shape.keyWords + shape.words).map { $0.randomElement(using: &dice) ?? "" }
  }

  private static func csv(_ columns: [String], _ rows: [[String]], _ dice: inout Dice) -> String {
    // Columns in any order, upper or lower case, quotes everywhere or nowhere.
    let order = Array(columns.indices).shuffled(using: &dice)
    let ends = Bool.random(using: &dice) ? "\r\n" : "\n"
    let mark = Bool.random(using: &dice) ? "\u{FEFF}" : ""
    func line(_ cells: [String]) -> String {
      order.map { index in
        let cell = index < cells.count ? cells[index] : ""
        return "\"\(cell.replacing("\"", with: "\"\""))\""
      }.joined(separator: ",") + ends
    }
    let header = Bool.random(using: &dice) ? columns.map { $0.uppercased() } : columns
    return mark + line(header) + rows.map(line).joined()
  }

  @Test(arguments: 0..<6)
  func `fifty sequences of edits each do what the model says`(block: Int) throws {
    for seed in block * 50..<(block + 1) * 50 { try walk(UInt64(seed)) }
  }

  private func walk(_ seed: UInt64) throws {
    var dice = Dice(seed)
    var drops = Drops()
    var model = Model()
    var trail: [String] = []
    for _ in 0..<Int.random(in: 4...14, using: &dice) {
      let name = ["a", "b", "c"].randomElement(using: &dice) ?? "a"
      let text =
        Int.random(in: 0..<3, using: &dice) == 0
        ? diary(name, &model, &dice) : table(&model, &dice)
      trail.append("\(name).csv: \(text)")
      let before = drops.state
      let merge = try drops.take("\(name).csv", text, judging: false)
      // What a database does with the steps is what the state is.
      #expect(Set(drops.database.rows) == Set(merge.state.rows), "seed \(seed)")
      #expect(try MergeState(rows: before.rows) == before)
      let difference = Self.told(merge.state).symmetricDifference(Self.told(model))
      #expect(difference == [], "seed \(seed): \(trail)")
      // The same file again changes nothing.
      let again = try drops.take("\(name).csv", text, judging: false)
      #expect(again.changes == [], "seed \(seed): \(trail)")
    }
  }

  private func table(_ model: inout Model, _ dice: inout Dice) -> String {
    let shape = Self.shapes.randomElement(using: &dice) ?? Self.shapes[0]
    var rows: [String: [String]] = [:]
    for _ in 0..<Int.random(in: 0...5, using: &dice) {
      let row = Self.row(of: shape, &dice)
      rows[row.prefix(shape.keys).joined(separator: "\t")] = row
    }
    var written: [[String]] = []
    for (key, row) in rows.sorted(by: { $0.key < $1.key }) {
      if Int.random(in: 0..<4, using: &dice) == 0 {
        // Only the key is needed.
        written.append(row.prefix(shape.keys) + Array(repeating: "", count: shape.words.count) + ["yes"])
        model.tables[shape.name]?[key] = nil
        // Whoever leaves takes their diary along.
        guard shape.name == "people" else { continue }
        for source in model.diaries.keys {
          model.diaries[source] = model.diaries[source]?.filter { $0[0] != key }
        }
      } else {
        written.append(row + [["", "no"].randomElement(using: &dice) ?? ""])
        model.tables[shape.name, default: [:]][key] = row
      }
    }
    return Self.csv(shape.columns + ["_remove"], written.shuffled(using: &dice), &dice)
  }

  private func diary(_ source: String, _ model: inout Model, _ dice: inout Dice) -> String {
    func row() -> [String] {
      [
        ["P1", "P2", "F1"].randomElement(using: &dice) ?? "",
        "2027-03-0\(Int.random(in: 1...3, using: &dice))",
        "09:00", "10:00", ["clinic", "available"].randomElement(using: &dice) ?? "",
      ]
    }
    let given = Set((0..<Int.random(in: 0...4, using: &dice)).map { _ in row() })
    let removed = Set((0..<Int.random(in: 0...1, using: &dice)).map { _ in row() }).subtracting(given)
    if !given.isEmpty || removed.isEmpty { model.diaries[source] = given }
    for source in model.diaries.keys { model.diaries[source]?.subtract(removed) }
    let order = { (a: [String], b: [String]) in a.lexicographicallyPrecedes(b) }
    return Self.csv(
      ["person_id", "date", "start", "end", "status", "_remove"],
      given.sorted(by: order).map { $0 + [""] } + removed.sorted(by: order).map { $0 + ["yes"] }, &dice)
  }

  /// Everything that a programme holds, each row as one text.
  private static func told(_ model: Model) -> Set<String> {
    var all: Set<String> = []
    for (name, rows) in model.tables {
      for row in rows.values { all.insert("\(name).csv \(row)") }
    }
    for (source, rows) in model.diaries {
      for row in rows { all.insert("availability.csv \(source) \(row)") }
    }
    return all
  }

  private static func told(_ state: MergeState) -> Set<String> {
    Set(
      state.rows.map { row in
        guard row.table != "availability.csv" else {
          return "\(row.table) \(row.source) \(Array(row.cells.prefix(5)))"
        }
        let shape = shapes.first { $0.name + ".csv" == row.table }
        let columns = LoneTable.columns(of: TableKind(rawValue: shape?.name ?? "") ?? .teams)
        let cells = (shape?.columns ?? []).map { name in
          columns.firstIndex(of: name).map { row.cells[$0] } ?? ""
        }
        return "\(row.table) \(cells)"
      })
  }

  @Test(arguments: 0..<20)
  func `files about different things come to the same in every order`(seed: Int) throws {
    var dice = Dice(UInt64(seed) + 1000)
    var files: [InputFile] = []
    for shape in Self.shapes {
      // Each table split over two files that share no key.
      var rows: [String: [String]] = [:]
      for _ in 0..<6 {
        let row = Self.row(of: shape, &dice)
        rows[row.prefix(shape.keys).joined(separator: "\t")] = row
      }
      let all = rows.sorted { $0.key < $1.key }.map(\.value)
      for half in 0...1 {
        let part = all.indices.filter { $0 % 2 == half }.map { all[$0] }
        files.append(
          InputFile(name: "\(shape.name)-\(half).csv", text: Self.csv(shape.columns, part, &dice)))
      }
    }
    for source in ["x", "y"] {
      let days = [1, 2, 3].shuffled(using: &dice).dropLast()
      let rows = days.map { ["P1", "2027-03-0\($0)", "09:00", "10:00", "clinic"] }
      files.append(
        InputFile(
          name: "\(source).csv",
          text: Self.csv(["person_id", "date", "start", "end", "status"], rows, &dice)))
    }
    var first: MergeState?
    for _ in 0..<4 {
      var drops = Drops()
      for file in files.shuffled(using: &dice) { try drops.take(file, judging: false) }
      #expect(drops.state == first ?? drops.state)
      first = drops.state
    }
  }
}
