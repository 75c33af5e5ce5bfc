import Algebra
import Foundation
import GLPK

/// One of models/*.mod, translated by GLPK with the data of some programme.
struct Specification {
  let translated: MathProgProblem

  /// Translates models/`name`.mod with `data`, `edit` applied to the model's text first.
  init(_ name: String, data: String, edit: (String) -> String = { $0 }) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ReferenceTests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let model = folder.appendingPathComponent("\(name).mod")
    let file = folder.appendingPathComponent("\(name).dat")
    try edit(Self.text(name)).write(to: model, atomically: true, encoding: .utf8)
    try data.write(to: file, atomically: true, encoding: .utf8)
    translated = try MathProg.read(model: model.path, data: [file.path])
  }

  /// The text of models/`name`.mod.
  static func text(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("models/\(name).mod"), encoding: .utf8)
  }

  /// The optimum; `nil` where none was proven.
  func optimum() throws -> Int? {
    guard case .optimal(let solution) = try translated.solve().0 else { return nil }
    return solution.integerObjective
  }

  /// Rows and objective by name.
  func contents() throws -> ModelContents {
    let problem = translated.problem
    var columns: [String] = []
    var contents = ModelContents()
    for column in 0..<problem.columnCount {
      let name = try problem.name(ofColumn: column)
      columns.append(name)
      let cost = try problem.cost(ofColumn: column)
      if cost != 0 { contents.objective[name] = Int(cost) }
    }
    for row in 0..<problem.rowCount {
      let name = try problem.name(ofRow: row)
      // The objective is a row without bounds in MathProg.
      let bounds = try problem.bounds(ofRow: row)
      guard bounds != .free else { continue }
      let entries = try problem.entries(ofRow: row)
      contents.rows[name] = ModelContents.Line(
        coefficients: Dictionary(
          uniqueKeysWithValues: zip(entries.columns.map { columns[$0] }, entries.coefficients.map { Int($0) })
        ),
        lower: bounds.lower.isFinite ? Int(bounds.lower) : nil,
        upper: bounds.upper.isFinite ? Int(bounds.upper) : nil)
    }
    for (column, name) in columns.enumerated() where contents.uses(name) {
      contents.isWhole[name] = try problem.kind(ofColumn: column) == .integer
    }
    return contents
  }
}

/// What a model says, whatever the order in which it says it.
struct ModelContents: Equatable {
  var objective: [String: Int] = [:]
  var rows: [String: Line] = [:]
  /// Of the columns that the objective or some row uses.
  var isWhole: [String: Bool] = [:]

  struct Line: Equatable {
    var coefficients: [String: Int]
    var lower: Int?
    var upper: Int?
  }

  init() {}

  /// What a native model says.
  init(_ model: Model) {
    for term in model.objective.terms { objective[model[term.variable].name] = term.coefficient }
    for index in 0..<model.rowCount {
      let row = model.row(index)
      rows[row.name] = Line(
        coefficients: Dictionary(
          uniqueKeysWithValues: row.expression.terms.map { (model[$0.variable].name, $0.coefficient) }),
        lower: row.relation == .atMost ? nil : row.rightSide,
        upper: row.relation == .atLeast ? nil : row.rightSide)
    }
    for variable in model.variables where uses(model[variable].name) {
      isWhole[model[variable].name] = model.kind(of: variable) != .continuous
    }
  }

  func uses(_ column: String) -> Bool {
    objective[column] != nil || rows.values.contains { $0.coefficients[column] != nil }
  }

  /// What differs from `other`, a line each.
  func differences(from other: ModelContents) -> [String] {
    var lines: [String] = []
    if objective != other.objective { lines.append("objective: \(objective) against \(other.objective)") }
    if isWhole != other.isWhole { lines.append("columns: \(isWhole) against \(other.isWhole)") }
    for name in Set(rows.keys).union(other.rows.keys).sorted() where rows[name] != other.rows[name] {
      lines.append(
        "\(name): \(rows[name].map { "\($0)" } ?? "-") against \(other.rows[name].map { "\($0)" } ?? "-")")
    }
    return lines
  }
}

extension Model {
  /// The names of the families of rows: what stands before the bracket.
  var families: Set<String> {
    Set((0..<rowCount).map { String(nameOfRow($0).prefix { $0 != "[" }) })
  }

  /// The same model without the rows of one family.
  func without(_ family: String) throws -> Model {
    var kept = Model(name)
    for variable in variables {
      let declared = self[variable]
      _ = try kept.addVariable(declared.name, declared.kind, lower: declared.lower, upper: declared.upper)
    }
    try kept.minimise(objective)
    for index in 0..<rowCount where nameOfRow(index).prefix(while: { $0 != "[" }) != family {
      try kept.add(row(index))
    }
    return kept
  }

  /// The optimum; `nil` where none was proven.
  func optimum() throws -> Int? {
    guard case .optimal(let solution) = try solve(self) else { return nil }
    return solution.integerObjective
  }
}
