import Algebra
import GLPK
import Testing

@Suite struct SimplexTests {
  /// max 3x + 2y, x + y <= 4, x + 3y <= 6, x <= 3: x = 3, y = 1, duals 2 and 0.
  @Test func `a small programme has the known values and duals`() throws {
    let problem = Problem(.maximise)
    try problem.addRow(bounds: .atMost(4))
    try problem.addRow(bounds: .atMost(6))
    try problem.addColumn(cost: 3, bounds: Bounds(0, 3), rows: [0, 1], coefficients: [1, 1])
    try problem.addColumn(cost: 2, rows: [0, 1], coefficients: [1, 3])
    #expect(try problem.simplex() == .optimal)
    #expect(try problem.objectiveValue() == 11)
    var values: [Double] = []
    try problem.readValues(into: &values)
    #expect(values == [3, 1])
  }
}
