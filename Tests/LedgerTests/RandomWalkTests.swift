import Domain
import Testing

@testable import Ledger

@Suite("A random walk")
struct RandomWalkTests {
  @Test("Two thousand random operations leave what plain values say", arguments: [20_270_111 as UInt64])
  func walk(seed: UInt64) throws {
    var walk = try Walk(seed: seed)
    for number in 1...2000 {
      try walk.step()
      if number % 50 == 0 { try walk.compare() }
    }
    let stages = Set(walk.book.work.map(\.state.stage))
    #expect(stages == Set(JobStage.allCases))
    #expect(walk.book.editions.values.allSatisfy { $0.count > 2 })
  }
}
