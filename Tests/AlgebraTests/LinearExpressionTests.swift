import Algebra
import Testing

@Suite struct LinearExpressionTests {
  let x = Variable(index: 0)
  let y = Variable(index: 1)
  let z = Variable(index: 2)

  @Test func `terms are sorted and merged, and those that cancel vanish`() {
    let expression: LinearExpression = 2 * z + x - 3 * y + z - x + 4 - 1
    #expect(expression.terms == [Term(-3, y), Term(3, z)])
    #expect(expression.constant == 3)
    #expect(expression.coefficient(of: z) == 3)
    #expect(expression.coefficient(of: x) == 0)
  }

  @Test func `numbers multiply from both sides`() {
    let expression: LinearExpression = 2 * (x + 3) + (y - 1) * 5
    #expect(expression.terms == [Term(2, x), Term(5, y)])
    #expect(expression.constant == 1)
  }

  @Test func `a minus turns every sign`() {
    let expression: LinearExpression = -(x - y + 2)
    #expect(expression.terms == [Term(-1, x), Term(1, y)])
    #expect(expression.constant == -2)
    #expect((1 - x).terms == [Term(-1, x)])
    #expect((-x).terms == [Term(-1, x)])
  }

  @Test func `a factor of 0 leaves no terms`() {
    #expect((0 * x + 0 * (y + 7)).terms.isEmpty)
    #expect((0 * x).expression.terms.isEmpty)
  }

  @Test func `sums over collections`() {
    let cost = [3, 0, -2]
    let total = sum(cost.indices) { cost[$0] * Variable(index: $0) }
    #expect(total.terms == [Term(3, x), Term(-2, z)])
    #expect(sum([z, x, z]).terms == [Term(1, x), Term(2, z)])
    #expect(sum([LinearExpression]()).terms.isEmpty)
  }

  @Test func `adding in place keeps the order`() {
    var total = LinearExpression()
    total += 2 * x
    total += z
    total += y
    total += z
    total += 5
    total -= x
    #expect(total.terms == [Term(1, x), Term(1, y), Term(2, z)])
    #expect(total.constant == 5)
  }

  @Test func `a comparison collects terms on the left and numbers on the right`() {
    let row: Row = x + 1 <= y - 2
    #expect(row.expression.terms == [Term(1, x), Term(-1, y)])
    #expect(row.relation == .atMost)
    #expect(row.rightSide == -3)
  }

  @Test func `numbers compare from both sides`() {
    let left: Row = 3 >= x
    #expect(left == (x <= 3))
    let right: Row = 3 <= x + y
    #expect(right == (x + y >= 3))
    let middle: Row = 3 == x
    #expect(middle == (x == 3))
    let between: Row = x == y
    #expect(between.rightSide == 0 && between.relation == .equal)
  }

  @Test func `a row says whether it holds`() throws {
    let row: Row = 2 * x - y >= 3
    #expect(try row.holds(at: [2, 1]))
    #expect(try !row.holds(at: [2, 2]))
    #expect(throws: AlgebraError.unknownVariable(index: 1, place: "expression")) { try row.holds(at: [2]) }
  }

  @Test func `overflow is reported and never traps`() {
    let huge = Int.max
    #expect((huge * x + x).isOverflowed)
    #expect((2 * (huge * x)).isOverflowed)
    #expect((LinearExpression(huge) + 1).isOverflowed)
    #expect((-LinearExpression(.min)).isOverflowed)
    #expect(((huge * x + x) - x).isOverflowed)
    #expect(!(huge * x + y).isOverflowed)
    let row: Row = x + Int.min <= 0
    #expect(row.expression.isOverflowed)
  }

  @Test func `a value that overflows is thrown`() {
    #expect(throws: AlgebraError.overflow(place: "expression")) { try (2 * x + y).value(at: [Int.max, 0]) }
    #expect(throws: AlgebraError.overflow(place: "expression")) { try (x + y).value(at: [Int.max, 1]) }
  }
}
