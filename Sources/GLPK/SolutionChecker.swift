import Algebra
import CGLPK

/// The data of a problem or a model, by rows, against which every solution is checked before it is
/// believed.
struct SolutionChecker {
  private(set) var isInteger: [Bool] = []
  private(set) var columnBounds: [Bounds] = []
  private(set) var costs: [Double] = []
  private(set) var constant = 0.0
  private(set) var rowBounds: [Bounds] = []
  private(set) var starts: [Int] = [0]
  private(set) var columns: [Int32] = []
  private(set) var coefficients: [Double] = []
  private var labels: Labels

  private enum Labels {
    case numbers
    case model(Model)
  }

  /// What the check says.
  enum Verdict {
    case valid(Solution)
    case broken(String)
  }

  /// Whether the objective can only be whole.
  private(set) var objectiveIsWhole = false

  /// The data of a problem as it stands.
  init(_ problem: Problem) {
    labels = .numbers
    let count = problem.columnCount
    reserve(columns: count, rows: problem.rowCount, entries: problem.entryCount)
    constant = glp_get_obj_coef(problem.pointer, 0)
    for column in 0..<count {
      isInteger.append(problem.isInteger(column))
      columnBounds.append(problem.columnBounds(column))
      costs.append(glp_get_obj_coef(problem.pointer, Int32(column + 1)))
    }
    problem.prepareScratch(length: count, indices: 0)
    let indices = problem.scratch.indices
    let numbers = problem.scratch.numbers
    for row in 0..<problem.rowCount {
      rowBounds.append(problem.rowBounds(row))
      let length = Int(glp_get_mat_row(problem.pointer, Int32(row + 1), indices, numbers))
      for entry in 0..<length {
        columns.append(indices[entry + 1] - 1)
        coefficients.append(numbers[entry + 1])
      }
      starts.append(columns.count)
    }
    objectiveIsWhole = findWholeObjective()
  }

  /// The data of a model, lazy rows included.
  init(_ model: Model) {
    labels = .model(model)
    reserve(columns: model.variableCount, rows: model.rowCount, entries: model.matrix.columns.count)
    constant = Double(model.objective.constant)
    costs = [Double](repeating: 0, count: model.variableCount)
    for term in model.objective.terms { costs[term.variable.index] = Double(term.coefficient) }
    for variable in model.variables {
      isInteger.append(model.kind(of: variable) != .continuous)
      columnBounds.append(model.bounds(of: variable))
    }
    for row in 0..<model.rowCount { rowBounds.append(model.boundsOfRow(row)) }
    starts = model.matrix.starts
    columns = model.matrix.columns
    coefficients = model.matrix.coefficients.map(Double.init)
    objectiveIsWhole = findWholeObjective()
  }

  private mutating func reserve(columns count: Int, rows: Int, entries: Int) {
    isInteger.reserveCapacity(count)
    columnBounds.reserveCapacity(count)
    costs.reserveCapacity(count)
    rowBounds.reserveCapacity(rows)
    starts.reserveCapacity(rows + 1)
    columns.reserveCapacity(entries)
    coefficients.reserveCapacity(entries)
  }

  private func findWholeObjective() -> Bool {
    guard constant == constant.rounded() else { return false }
    return costs.indices.allSatisfy { costs[$0] == 0 || (isInteger[$0] && costs[$0] == costs[$0].rounded()) }
  }

  /// The first integer column whose bounds are not whole.
  var fractionalColumn: Int? {
    isInteger.indices.first { column in
      let bounds = columnBounds[column]
      return isInteger[column]
        && ((bounds.lower.isFinite && bounds.lower != bounds.lower.rounded())
          || (bounds.upper.isFinite && bounds.upper != bounds.upper.rounded()))
    }
  }

  /// Rounds what must be whole and checks every bound and row.
  func check(_ candidate: [Double]) -> Verdict {
    guard candidate.count == costs.count else {
      return .broken("\(costs.count) values are needed and \(candidate.count) were given")
    }
    var values = candidate
    for column in values.indices {
      guard values[column].magnitude <= Problem.largest else {
        return .broken("\(label(ofColumn: column)) has the value \(values[column])")
      }
      let bounds = columnBounds[column]
      if isInteger[column] {
        let whole = values[column].rounded()
        guard (values[column] - whole).magnitude <= 1e-5 else {
          return .broken("\(label(ofColumn: column)) must be whole and is \(values[column])")
        }
        values[column] = whole
      } else if bounds.excess(of: values[column]) <= 1e-6 * max(1, values[column].magnitude) {
        values[column] = min(max(values[column], bounds.lower), bounds.upper)
      }
      guard bounds.excess(of: values[column]) <= 0 else {
        return .broken("\(label(ofColumn: column)) has the value \(values[column]), out of its bounds")
      }
    }
    for row in rowBounds.indices {
      if let fault = fault(inRow: row, values) { return .broken(fault) }
    }
    return .valid(solution(values))
  }

  private func fault(inRow row: Int, _ values: [Double]) -> String? {
    let bounds = rowBounds[row]
    var exact: Int? = 0
    var activity = 0.0
    var size = 1.0
    for entry in starts[row]..<starts[row + 1] {
      let column = Int(columns[entry])
      let product = coefficients[entry] * values[column]
      activity += product
      size = max(size, product.magnitude)
      exact = isInteger[column] ? Self.add(exact, coefficients[entry], values[column]) : nil
    }
    if let exact {
      guard bounds.excess(of: Double(exact)) > 0 else { return nil }
      return "\(label(ofRow: row)) has the activity \(exact), out of its bounds"
    }
    for end in [bounds.lower, bounds.upper] where end.isFinite { size = max(size, end.magnitude) }
    guard bounds.excess(of: activity) > 1e-6 * size else { return nil }
    return "\(label(ofRow: row)) has the activity \(activity), out of its bounds"
  }

  /// `total + coefficient * value` in integers, or nil where that is not possible.
  private static func add(_ total: Int?, _ coefficient: Double, _ value: Double) -> Int? {
    guard let total, let factor = Int(exactly: coefficient), let whole = Int(exactly: value) else {
      return nil
    }
    let (product, tooLong) = factor.multipliedReportingOverflow(by: whole)
    let (sum, tooLarge) = total.addingReportingOverflow(product)
    return tooLong || tooLarge ? nil : sum
  }

  private func solution(_ values: [Double]) -> Solution {
    var objective = constant
    var exact = objectiveIsWhole ? Int(exactly: constant) : nil
    for column in values.indices where costs[column] != 0 {
      objective += costs[column] * values[column]
      exact = Self.add(exact, costs[column], values[column])
    }
    return Solution(values: values, objective: exact.map(Double.init) ?? objective, integerObjective: exact)
  }

  private func label(ofColumn column: Int) -> String {
    if case .model(let model) = labels, !model[Variable(index: column)].name.isEmpty {
      return "variable \(model[Variable(index: column)].name)"
    }
    return "column \(column)"
  }

  private func label(ofRow row: Int) -> String {
    if case .model(let model) = labels, !model.nameOfRow(row).isEmpty {
      return "row \(model.nameOfRow(row))"
    }
    return "row \(row)"
  }
}
