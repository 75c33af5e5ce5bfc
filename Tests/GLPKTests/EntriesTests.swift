import GLPK
import Testing

@Suite struct EntriesTests {
  @Test func `what was put in is read back, by column`() throws {
    let problem = Problem()
    for kind in [ColumnKind.continuous, .integer, .integer] {
      _ = try problem.addColumn(cost: 1, bounds: .unit, kind: kind)
    }
    _ = try problem.addRow(bounds: .atMost(4), columns: [2, 0], coefficients: [-3, 1])
    _ = try problem.addRow(bounds: .atMost(0))
    let full = try problem.entries(ofRow: 0)
    #expect(full.columns == [0, 2])
    #expect(full.coefficients == [1, -3])
    #expect(try problem.entries(ofRow: 1).columns == [])
    #expect(try (0..<3).map { try problem.kind(ofColumn: $0) } == [.continuous, .integer, .integer])
  }

  @Test func `a row or column that is not there is refused`() throws {
    let problem = Problem()
    #expect(throws: GLPKError.self) { try problem.entries(ofRow: 0) }
    #expect(throws: GLPKError.self) { try problem.kind(ofColumn: 0) }
  }
}
