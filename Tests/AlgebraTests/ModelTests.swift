import Algebra
import Testing

@Suite struct ModelTests {
  @Test func `a model remembers what it was given`() throws {
    var model = Model("small")
    let x = try model.addBinary("x")
    let n = try model.addInteger("n", lower: -2, upper: nil)
    let s = try model.addContinuous("slack")
    try model.maximise(3 * x + n - 7)
    try model.add("cap", 2 * n + x <= 9)
    try model.add((s - x == 4).named("link"), lazy: true)
    #expect(model.variableCount == 3 && model.rowCount == 2)
    #expect(model[x] == model[model.variables[0]])
    #expect(model[n].lower == -2 && model[n].upper == nil && model[n].kind == .integer)
    #expect(model[s].name == "slack" && model[s].kind == .continuous)
    #expect(model.direction == .maximise && model.objective.constant == -7)
    #expect(model.row(0) == (2 * n + x <= 9).named("cap"))
    #expect(model.row(1).relation == .equal && model.isLazyRow(1) && !model.isLazyRow(0))
    #expect(model.matrix.starts == [0, 2, 4])
    #expect(model.matrix.columns == [0, 1, 0, 2])
    #expect(model.matrix.coefficients == [1, 2, -1, 1])
  }

  @Test func `overflowed rows and objectives are refused by name`() throws {
    var model = Model()
    let x = try model.addInteger("x")
    #expect(throws: AlgebraError.overflow(place: "row cap")) { try model.add("cap", Int.max * x + x <= 1) }
    #expect(throws: AlgebraError.overflow(place: "objective")) { try model.minimise(Int.max * x + x) }
    #expect(model.rowCount == 0)
  }

  @Test func `variables of another model are refused`() throws {
    var model = Model()
    _ = try model.addBinary()
    let stranger = Variable(index: 1)
    #expect(throws: AlgebraError.unknownVariable(index: 1, place: "row 1")) { try model.add(stranger <= 1) }
    #expect(throws: AlgebraError.unknownVariable(index: -1, place: "objective")) {
      try model.minimise(Variable(index: -1))
    }
  }

  @Test func `empty bounds are refused`() throws {
    var model = Model()
    #expect(throws: AlgebraError.emptyBounds(variable: "n", lower: 3, upper: 2)) {
      try model.addInteger("n", lower: 3, upper: 2)
    }
    let x = try model.addBinary("x")
    #expect(throws: AlgebraError.emptyBounds(variable: "x", lower: 2, upper: 1)) {
      try model.setBounds(of: x, lower: 2, upper: nil)
    }
    try model.setBounds(of: x, lower: nil, upper: 0)
    #expect(model[x].lower == 0 && model[x].upper == 0)
  }

  @Test func `violations name what is broken and by how much`() throws {
    var model = Model()
    let x = try model.addInteger("x", lower: 1, upper: 5)
    let y = try model.addBinary("y")
    try model.add("cap", x + y <= 4)
    try model.add("late", 2 * x - y == 3, lazy: true)
    try model.add("least", x >= 3)
    try model.minimise(x + 10 * y + 1)
    #expect(try model.violations(of: [2, 1]) == [.row(index: 2, amount: 1)])
    #expect(
      try model.violations(of: [6, -1]) == [
        .above(x, amount: 1), .below(y, amount: 1), .row(index: 0, amount: 1), .row(index: 1, amount: 10),
      ])
    #expect(try model.violations(of: [6, -1], limit: 1) == [.above(x, amount: 1)])
    #expect(try model.objectiveValue(at: [2, 1]) == 13)
    #expect(throws: AlgebraError.wrongLength(expected: 2, found: 1)) { try model.violations(of: [1]) }
  }

  @Test func `every error is one sentence`() {
    let errors: [(AlgebraError, String)] = [
      (.overflow(place: "row cap"), "row cap: the arithmetic left the range of 64-bit integers"),
      (.unknownVariable(index: 7, place: "row cap"), "row cap: variable number 7 is not in this model"),
      (.emptyBounds(variable: "n", lower: 3, upper: 2), "variable n: lower bound 3 is above upper bound 2"),
      (.wrongLength(expected: 2, found: 1), "2 values are needed, one a variable, and 1 were given"),
    ]
    for (error, sentence) in errors { #expect(error.description == sentence) }
  }

  @Test func `half a million variables are built in flat storage`() throws {
    var model = Model()
    let count = 500_000
    model.reserve(variables: count, rows: 5, entries: count)
    for _ in 0..<count { _ = try model.addBinary() }
    try model.minimise(sum(model.variables) { ($0.index % 7 + 1) * $0 })
    for part in 0..<5 {
      let chunk = model.variables[part * 100_000..<(part + 1) * 100_000]
      try model.add("part[\(part)]", sum(chunk) == 1)
    }
    #expect(model.matrix.columns.count == count)
    #expect(model.objective.terms.count == count)
  }
}
