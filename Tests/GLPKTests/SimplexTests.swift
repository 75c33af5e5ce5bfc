import Algebra
import GLPK
import Testing

/// max 3x + 2y, x + y <= 4, x + 3y <= 7, 0 <= x <= 3: x = 3, y = 1; the first row is worth 2, x's bound 1.
func smallProblem() throws -> Problem {
  let problem = Problem(.maximise)
  try problem.addRow(bounds: .atMost(4))
  try problem.addRow(bounds: .atMost(7))
  try problem.addColumn(cost: 3, bounds: Bounds(0, 3), rows: [0, 1], coefficients: [1, 1])
  try problem.addColumn(cost: 2, rows: [0, 1], coefficients: [1, 3])
  return problem
}

func isNear(_ left: Double, _ right: Double) -> Bool { (left - right).magnitude < 1e-9 }

@Suite struct SimplexTests {
  @Test(arguments: [SimplexMethod.primal, .dual, .dualThenPrimal, .exact], [false, true])
  func `a small programme has the known values and duals`(method: SimplexMethod, presolve: Bool) throws {
    let problem = try smallProblem()
    #expect(try problem.simplex(method, SimplexOptions(presolve: presolve)) == .optimal)
    #expect(try isNear(problem.objectiveValue(), 11))
    var array: [Double] = []
    try problem.readValues(into: &array)
    #expect(array.count == 2 && isNear(array[0], 3) && isNear(array[1], 1))
    try problem.readReducedCosts(into: &array)
    #expect(isNear(array[0], 1) && isNear(array[1], 0))
    try problem.readDuals(into: &array)
    #expect(isNear(array[0], 2) && isNear(array[1], 0))
    try problem.readActivities(into: &array)
    #expect(isNear(array[0], 4) && isNear(array[1], 6))
    #expect(try isNear(problem.value(ofColumn: 1), 1) && isNear(problem.reducedCost(ofColumn: 0), 1))
    #expect(try isNear(problem.dual(ofRow: 0), 2) && isNear(problem.activity(ofRow: 1), 6))
  }

  @Test func `a row added is repaired by the dual simplex from the old basis`() throws {
    let problem = try smallProblem()
    _ = try problem.simplex()
    let before = problem.iterationCount
    try problem.addRow(bounds: .atMost(2), columns: [0], coefficients: [1])
    #expect(try problem.basisStatus(ofRow: 2) == .basic)
    #expect(try problem.simplex(.dual) == .optimal)
    #expect(try isNear(problem.objectiveValue(), 6 + 2 * 5 / 3.0))
    #expect(problem.iterationCount - before <= 2)
  }

  @Test func `a column added is priced in by the primal simplex from the old basis`() throws {
    let problem = try smallProblem()
    _ = try problem.simplex()
    let before = problem.iterationCount
    try problem.addColumn(cost: 5, bounds: Bounds(0, 1), rows: [0], coefficients: [1])
    #expect(try problem.simplex(.primal) == .optimal)
    #expect(try isNear(problem.objectiveValue(), 5 + 9))
    #expect(problem.iterationCount - before <= 2)
  }

  @Test func `a basis can be taken and given back`() throws {
    let problem = try smallProblem()
    _ = try problem.simplex()
    let optimal = try problem.basis()
    #expect(optimal.columns == [.atUpper, .basic])
    try problem.useStandardBasis()
    #expect(try problem.basis().rows == [.basic, .basic])
    try problem.setBasis(optimal)
    let before = problem.iterationCount
    #expect(try problem.simplex() == .optimal)
    #expect(problem.iterationCount == before)
    try problem.useAdvancedBasis()
    #expect(try problem.simplex() == .optimal)
  }

  @Test func `an impossible basis is replaced by a fresh one`() throws {
    let problem = try smallProblem()
    // Two basic rows and two basic columns: twice too many.
    try problem.setBasis(Basis(rows: [.basic, .basic], columns: [.basic, .basic]))
    #expect(try problem.simplex() == .optimal)
    // Two proportional columns: a singular matrix.
    let singular = Problem()
    try singular.addRow(bounds: .exactly(2))
    try singular.addRow(bounds: .exactly(2))
    try singular.addColumn(cost: 1, rows: [0, 1], coefficients: [1, 1])
    try singular.addColumn(cost: 1, rows: [0, 1], coefficients: [1, 1])
    try singular.setBasis(Basis(rows: [.fixed, .fixed], columns: [.basic, .basic]))
    #expect(try singular.simplex() == .optimal)
    #expect(try isNear(singular.objectiveValue(), 2))
  }

  @Test(arguments: [SimplexMethod.primal, .dualThenPrimal], [false, true])
  func `infeasible is told from unbounded`(method: SimplexMethod, presolve: Bool) throws {
    let options = SimplexOptions(presolve: presolve)
    let infeasible = Problem()
    try infeasible.addColumn(cost: 1, bounds: Bounds(0, 1))
    try infeasible.addColumn(cost: 1, bounds: Bounds(0, 1))
    try infeasible.addRow(bounds: .atLeast(3), columns: [0, 1], coefficients: [1, 1])
    #expect(try infeasible.simplex(method, options) == .infeasible)
    let unbounded = Problem(.maximise)
    try unbounded.addColumn(cost: 1)
    try unbounded.addColumn(cost: 0)
    try unbounded.addRow(bounds: .atMost(3), columns: [0, 1], coefficients: [1, -1])
    #expect(try unbounded.simplex(method, options) == .unbounded)
  }

  @Test func `a problem without rows or without columns is solved`() throws {
    let noRows = Problem()
    try noRows.addColumn(cost: 2, bounds: Bounds(3, 5))
    #expect(try noRows.simplex() == .optimal)
    #expect(try noRows.objectiveValue() == 6)
    let noColumns = Problem()
    try noColumns.addRow(bounds: .atMost(1))
    #expect(try noColumns.simplex(.dual) == .optimal)
    let nothing = Problem()
    #expect(try nothing.simplex() == .optimal)
    #expect(throws: GLPKError.self) { try nothing.simplex(.exact) }
  }

  @Test func `bounds, costs, kinds and entries can be changed`() throws {
    let problem = try smallProblem()
    try problem.setBounds(ofColumn: 0, .exactly(1))
    try problem.setBounds(ofRow: 1, .free)
    try problem.setCost(ofColumn: 1, 10)
    try problem.setCostConstant(100)
    #expect(try problem.simplex() == .optimal)
    #expect(try isNear(problem.objectiveValue(), 100 + 3 + 30))
    try problem.setEntries(ofRow: 0, columns: [1], coefficients: [2])
    #expect(try problem.simplex() == .optimal)
    #expect(try isNear(problem.objectiveValue(), 100 + 3 + 20))
    try problem.setEntries(ofColumn: 1, rows: [0], coefficients: [4])
    #expect(try problem.simplex() == .optimal)
    #expect(try isNear(problem.objectiveValue(), 100 + 3 + 10))
    try problem.setDirection(.minimise)
    #expect(try problem.simplex() == .optimal)
    #expect(try isNear(problem.objectiveValue(), 103))
    #expect(try problem.bounds(ofColumn: 0) == .exactly(1))
    #expect(try problem.bounds(ofRow: 1) == .free)
    #expect(try problem.bounds(ofRow: 0) == .atMost(4))
    #expect(try problem.cost(ofColumn: 1) == 10)
  }

  @Test func `rows and columns can be deleted`() throws {
    let problem = try smallProblem()
    try problem.deleteRows([0])
    #expect(problem.rowCount == 1)
    #expect(try problem.simplex() == .optimal)
    #expect(try isNear(problem.objectiveValue(), 9 + 8 / 3.0))
    try problem.deleteColumns([0])
    #expect(problem.columnCount == 1 && problem.entryCount == 1)
    #expect(try problem.simplex() == .optimal)
    #expect(try isNear(problem.objectiveValue(), 14 / 3.0))
  }

  @Test func `batches load many columns and rows at once`() throws {
    let problem = Problem()
    var rows = RowBatch()
    rows.append(bounds: .atLeast(1))
    rows.append(bounds: .atLeast(2))
    #expect(try problem.addRows(rows) == 0..<2)
    var columns = ColumnBatch()
    for index in 0..<1000 {
      columns.append(cost: Double(1 + (index * 7) % 1000), bounds: .unit)
      columns.appendEntry(row: 0, 1)
      if index.isMultiple(of: 2) { columns.appendEntry(row: 1, 1) }
    }
    #expect(try problem.addColumns(columns) == 0..<1000)
    #expect(problem.entryCount == 1500)
    rows.removeAll()
    rows.append(bounds: .atMost(0))
    rows.appendEntry(column: 0, 1)
    #expect(try problem.addRows(rows) == 2..<3)
    // Column 0, the cheapest, is forbidden; even columns with the next costs 3 (286) and 5 (572).
    #expect(try problem.simplex(.dual) == .optimal)
    #expect(try isNear(problem.objectiveValue(), 8))
  }

  @Test func `limits end a run early`() throws {
    let problem = try smallProblem()
    #expect(try problem.simplex(.primal, SimplexOptions(iterationLimit: 0)) == .iterationLimit)
    #expect(try problem.simplex(.primal, SimplexOptions(timeLimit: .zero)) == .timeLimit)
    #expect(try problem.simplex() == .optimal)
    try problem.addRow(bounds: .atMost(2), columns: [0], coefficients: [1])
    let options = SimplexOptions(objectiveLimit: 10)
    #expect(try problem.simplex(.dual, options) == .objectiveLimit)
  }

  @Test func `the log is captured`() throws {
    let log = MessageLog()
    let problem = try smallProblem()
    _ = try problem.simplex(.primal, SimplexOptions(log: log))
    #expect(log.text.contains("OPTIMAL LP SOLUTION FOUND"))
    let before = log.text
    _ = try problem.simplex(.primal)
    #expect(log.text == before)
  }
}
