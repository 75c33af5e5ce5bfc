import Algebra
import Foundation
import GLPK
import Testing

/// Each of these would abort the process, or be taken in silence, were it handed on to the solver.
@Suite struct MisuseTests {
  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was thrown"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e16, -1e300, 1e-16])
  func `numbers the solver cannot work with are refused`(number: Double) throws {
    let problem = try smallProblem()
    let said = "\(number) is not a number the solver can work with"
    #expect(message { try problem.addColumn(cost: number) } == "column 2: \(said)")
    #expect(
      message { try problem.addColumn(cost: 0, rows: [0], coefficients: [number]) } == "column 2: \(said)")
    #expect(
      message { try problem.addRow(bounds: .free, columns: [1], coefficients: [number]) } == "row 2: \(said)")
    #expect(message { try problem.setCost(ofColumn: 0, number) } == "column 0: \(said)")
    #expect(message { try problem.setCostConstant(number) } == "objective: \(said)")
    var batch = ColumnBatch()
    batch.append(cost: 1)
    batch.appendEntry(row: 0, number)
    #expect(message { try problem.addColumns(batch) } == "column 2: \(said)")
    #expect(problem.columnCount == 2 && problem.rowCount == 2 && problem.entryCount == 4)
  }

  @Test func `bounds are checked`() throws {
    let problem = try smallProblem()
    #expect(
      message { try problem.setBounds(ofColumn: 0, Bounds(2, 1)) }
        == "column 0: lower bound 2.0 is above upper bound 1.0")
    #expect(
      message { try problem.setBounds(ofRow: 1, Bounds(.nan, 1)) }
        == "row 1: nan is not a number the solver can work with")
    #expect(
      message { try problem.addColumn(cost: 0, bounds: Bounds(.infinity, .infinity)) }
        == "column 2: inf is not a number the solver can work with")
    #expect(
      message { try problem.addRow(bounds: Bounds(-.infinity, -.infinity)) }
        == "row 2: -inf is not a number the solver can work with")
  }

  @Test(arguments: [-1, 2, .min, .max])
  func `indices out of range are refused`(index: Int) throws {
    let problem = try smallProblem()
    let row = "row \(index) does not exist; there are 2 rows, numbered from 0"
    let column = "column \(index) does not exist; there are 2 columns, numbered from 0"
    #expect(message { try problem.addColumn(cost: 0, rows: [index], coefficients: [1]) } == row)
    #expect(message { try problem.addRow(bounds: .free, columns: [index], coefficients: [1]) } == column)
    #expect(message { try problem.setBounds(ofRow: index, .free) } == row)
    #expect(message { try problem.setBounds(ofColumn: index, .free) } == column)
    #expect(message { try problem.setKind(ofColumn: index, .integer) } == column)
    #expect(message { try problem.setCost(ofColumn: index, 1) } == column)
    #expect(message { try problem.deleteRows([index]) } == row)
    #expect(message { try problem.deleteColumns([index]) } == column)
    #expect(message { try problem.setBasisStatus(ofRow: index, .basic) } == row)
    #expect(message { try problem.setBasisStatus(ofColumn: index, .basic) } == column)
    #expect(message { try problem.setName(ofRow: index, "a") } == row)
    #expect(message { try problem.setName(ofColumn: index, "a") } == column)
    #expect(
      message {
        _ = try problem.simplex(); _ = try problem.value(ofColumn: index)
      } == column)
    #expect(message { _ = try problem.dual(ofRow: index) } == row)
    var callbacks = SearchCallbacks()
    callbacks.branchingPriority = [index]
    #expect(message { _ = try problem.branchAndBound(callbacks: callbacks) } == column)
  }

  @Test func `duplicate indices are refused`() throws {
    let problem = try smallProblem()
    #expect(
      message { try problem.addColumn(cost: 0, rows: [1, 1], coefficients: [1, 2]) }
        == "column 2: index 1 occurs twice")
    #expect(
      message { try problem.setEntries(ofRow: 0, columns: [0, 1, 0], coefficients: [1, 2, 3]) }
        == "row 0: index 0 occurs twice")
    #expect(message { try problem.deleteRows([1, 1]) } == "rows to delete: index 1 occurs twice")
    #expect(message { try problem.deleteColumns([0, 0]) } == "columns to delete: index 0 occurs twice")
    var batch = RowBatch()
    batch.append(bounds: .free)
    batch.appendEntry(column: 0, 1)
    batch.append(bounds: .free)
    batch.appendEntry(column: 1, 1)
    batch.appendEntry(column: 1, 1)
    #expect(message { try problem.addRows(batch) } == "row 3: index 1 occurs twice")
  }

  @Test func `arrays that do not fit together are refused`() throws {
    let problem = try smallProblem()
    #expect(
      message { try problem.addColumn(cost: 0, rows: [0, 1], coefficients: [1]) }
        == "column 2: 2 entries are needed and 1 were given")
    var batch = ColumnBatch()
    batch.append(cost: 1)
    batch.starts = [0, 5]
    #expect(
      message { try problem.addColumns(batch) } == "column starts: 0 entries are needed and 5 were given")
    batch.starts = [0]
    #expect(
      message { try problem.addColumns(batch) } == "column starts: 2 entries are needed and 1 were given")
    batch.removeAll()
    batch.append(cost: 1)
    batch.append(cost: 1)
    batch.appendEntry(row: 0, 1)
    batch.starts = [0, 7, 1]
    #expect(
      message { try problem.addColumns(batch) } == "column starts: 7 entries are needed and 1 were given")
    #expect(
      message { try problem.setBasis(Basis(rows: [.basic], columns: [])) }
        == "basis rows: 2 entries are needed and 1 were given")
  }

  @Test func `names are checked`() throws {
    let problem = try smallProblem()
    try problem.setName(ofRow: 0, String(repeating: "n", count: 255))
    try problem.setName(ofColumn: 1, "été")
    #expect(try problem.name(ofColumn: 1) == "été")
    #expect(try problem.name(ofColumn: 0).isEmpty)
    #expect(
      message { try problem.setName(ofRow: 0, "a\nb") } == #"the name "a\nb" holds a control character"#)
    #expect(
      message { try problem.setName(ofColumn: 0, "a\0b") } == #"the name "a\0b" holds a control character"#)
    let long = String(repeating: "n", count: 256)
    #expect(
      message { try problem.setName(ofRow: 0, long) } == "the name \"\(long)\" is longer than 255 bytes")
    try problem.setName(ofRow: 0, "")
    #expect(try problem.name(ofRow: 0).isEmpty)
  }

  @Test func `values are refused where there is no solution`() throws {
    let problem = try smallProblem()
    let said = "there is no solution of the problem as it now stands; solve it first"
    #expect(message { _ = try problem.objectiveValue() } == said)
    _ = try problem.simplex()
    _ = try problem.objectiveValue()
    try problem.setBounds(ofColumn: 0, .unit)
    var array: [Double] = []
    #expect(message { try problem.readDuals(into: &array) } == said)
    try problem.addRow(bounds: .atLeast(100), columns: [0], coefficients: [1])
    #expect(try problem.simplex(.primal, SimplexOptions(presolve: true)) == .infeasible)
    #expect(message { try problem.readValues(into: &array) } == said)
  }

  @Test func `integer columns need whole bounds`() throws {
    let problem = Problem()
    try problem.addColumn(cost: 1, bounds: Bounds(0.5, 3), kind: .integer)
    #expect(
      message { _ = try problem.branchAndBound() }
        == "column 0 is an integer column, and its bounds are not whole numbers")
  }

  @Test func `numbers of a model beyond 2^53 are refused`() throws {
    var model = Model()
    let x = try model.addInteger("x")
    try model.add("cap", (1 << 60) * x <= 5)
    #expect(
      message { _ = try solve(model) }
        == "row 0: 1.152921504606847e+18 is not a number the solver can work with")
  }

  @Test func `another thread is refused`() async throws {
    nonisolated(unsafe) let problem = try smallProblem()
    let said = await withCheckedContinuation { (answer: CheckedContinuation<String, Never>) in
      Thread {
        do {
          _ = try problem.simplex()
          answer.resume(returning: "nothing was thrown")
        } catch {
          answer.resume(returning: "\(error)")
        }
      }.start()
    }
    #expect(said == "a problem lives and dies on the thread that made it; this is another thread")
  }

  /// Freed there by the solver, the memory would abort the process.
  @Test func `a last reference dropped on another thread leaks and nothing worse`() async throws {
    nonisolated(unsafe) var problem: Problem? = try smallProblem()
    let rows = await withCheckedContinuation { (answer: CheckedContinuation<Int?, Never>) in
      Thread {
        let rows = problem?.rowCount
        problem = nil
        answer.resume(returning: rows)
      }.start()
    }
    #expect(rows == 0)
    #expect(try smallProblem().simplex() == .optimal)
  }

  @Test func `a problem inside its own search is refused`() throws {
    let problem = Problem(.maximise)
    try problem.addColumn(cost: 1, bounds: Bounds(0, 9), kind: .integer)
    try problem.addRow(bounds: .atMost(7), columns: [0], coefficients: [2])
    var said: [String] = []
    var callbacks = SearchCallbacks()
    callbacks.lazyRows = { _ in
      said.append(self.message { try problem.addColumn(cost: 1) })
      return []
    }
    #expect(try problem.branchAndBound(callbacks: callbacks).solution?.integerObjective == 3)
    #expect(
      Set(said) == [
        "the problem is inside its own branch and bound; use the node that the callback was given"
      ])
  }

  @Test func `a lazy row that is nonsense ends the search with its error`() throws {
    let problem = Problem(.maximise)
    try problem.addColumn(cost: 1, bounds: Bounds(0, 9), kind: .integer)
    var callbacks = SearchCallbacks()
    callbacks.lazyRows = { _ in [SparseRow(columns: [3], coefficients: [1], bounds: .atMost(1))] }
    #expect(
      message { _ = try problem.branchAndBound(callbacks: callbacks) }
        == "column 3 does not exist; there are 1 columns, numbered from 0")
    callbacks.lazyRows = { _ in [SparseRow(columns: [0], coefficients: [.nan], bounds: .atMost(1))] }
    #expect(
      message { _ = try problem.branchAndBound(callbacks: callbacks) }
        == "lazy row: nan is not a number the solver can work with")
    #expect(try problem.branchAndBound().solution?.integerObjective == 9)
  }
}
