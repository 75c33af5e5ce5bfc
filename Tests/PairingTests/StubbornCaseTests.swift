import Domain
import Testing

@testable import Pairing

/// Programmes at the edge of what pairing is for: each has an answer, proven, the same every time, and warnings that say
/// what is odd about it.
@Suite struct StubbornCaseTests {
  /// The answer, after seeing that it is proven, that its prices prove it and that it comes out the same again.
  private func settled(_ programme: TestProgramme) throws -> PairingAnswer {
    let answer = try programme.answer()
    #expect(answer.quality.isProven)
    #expect(answer.quality.proof == .dual)
    #expect(try programme.answer() == answer)
    return answer
  }

  private func ids(_ count: Int) -> [String] { (0..<count).map { String(UnicodeScalar(UInt8(65 + $0))) } }

  @Test func `teams that are all equal are paired by id, and learn nothing`() throws {
    let answer = try settled(TestProgramme(ids(12).map { ($0, [0.5, 0.7]) }))
    #expect(answer.pairs.map(\.id.text) == ["A+B", "C+D", "E+F", "G+H", "I+J", "K+L"])
    #expect(answer.pairs.allSatisfy { $0.score == .zero && $0.gains == [.zero, .zero] })
    #expect(answer.warnings.contains { $0.contains("k0") } && answer.warnings.contains { $0.contains("k1") })
  }

  @Test func `equal teams have no partner where each side must gain`() throws {
    var programme = try TestProgramme(ids(6).map { ($0, [0.5, 0.7]) })
    programme.pairing.minGain = 0.1
    let answer = try settled(programme)
    #expect(answer.pairs == [])
    #expect(answer.unpaired.map(\.team.text) == ids(6))
    #expect(answer.unpaired.allSatisfy { $0.reason.contains("with min_gain 0, ") })
  }

  @Test func `one indicator cannot teach both sides`() throws {
    let answer = try settled(TestProgramme([("A", [0.2]), ("B", [0.4]), ("C", [0.6]), ("D", [0.8])]))
    // The better learns nothing, so a pair is worth minus half its gap: neighbours are best.
    #expect(answer.pairs.map(\.id.text) == ["A+B", "C+D"])
    #expect(answer.pairs.allSatisfy { min($0.gains[0], $0.gains[1]) == .zero && $0.score < .zero })
  }

  @Test func `two teams are the one pair`() throws {
    let answer = try settled(TestProgramme([("A", [0.2, 0.8]), ("B", [0.8, 0.2])]))
    #expect(answer.pairs.map(\.id.text) == ["A+B"])
    #expect(answer.unpaired == [])
  }

  @Test func `of a star one pair is made and the others are told why not`() throws {
    var programme = try TestProgramme(
      ids(9).enumerated().map { ($1, [Double($0) / 10, 1 - Double($0) / 10]) })
    for a in ids(9) where a != "A" {
      for b in ids(9) where b > a { try programme.rule(.forbid, a, b) }
    }
    let answer = try settled(programme)
    // A gains most from the team that is farthest from it.
    #expect(answer.pairs.map(\.id.text) == ["A+I"])
    #expect(answer.unpaired.map(\.team.text) == ["B", "C", "D", "E", "F", "G", "H"])
    #expect(answer.unpaired.allSatisfy { $0.reason.contains("could be paired with A") })
  }

  @Test func `where every pair is forbidden nobody has a partner`() throws {
    var programme = try TestProgramme.four()
    for (place, a) in ids(4).enumerated() {
      for b in ids(4).dropFirst(place + 1) { try programme.rule(.forbid, a, b) }
    }
    let answer = try settled(programme)
    #expect(answer.pairs == [])
    #expect(answer.unpaired.count == 4)
    #expect(answer.quality.objective == 4 * answer.unpairedPrice)
    #expect(answer.unpaired.allSatisfy { $0.reason.contains("no admissible partner") })
  }

  @Test func `an indicator without spread counts for nothing, and that is said`() throws {
    var programme = try TestProgramme([
      ("A", [0.2, 0.8, 0.5]), ("B", [0.8, 0.2, 0.5]), ("C", [0.4, 0.6, 0.5]), ("D", [0.6, 0.4, 0.5]),
    ])
    let with = try settled(programme)
    #expect(with.warnings.contains { $0.contains("k2") })
    programme.pairing.indicators[2].weight = 0
    #expect(try programme.answer().pairs.map(\.id.text) == with.pairs.map(\.id.text))
  }

  @Test func `figures of a single case are shrunk to nearly nothing`() throws {
    var programme = try TestProgramme([("A", [0, 1]), ("B", [1, 0]), ("C", [0, 1]), ("D", [1, 0])])
    for index in programme.results.indices { programme.results[index].cases = 1 }
    let answer = try settled(programme)
    #expect(answer.pairs.count == 2)
    #expect(answer.pairs.allSatisfy { ($0.reliability ?? 1) < 0.5 })
  }

  @Test func `of many equal pairings the first by id is taken, whatever the order of rows`() throws {
    // Two kinds of team: every pairing of unlike ones is as good.
    let programme = try TestProgramme(
      ids(10).enumerated().map { ($1, $0 < 5 ? [0.2, 0.8] : [0.8, 0.2]) })
    let answer = try settled(programme)
    #expect(answer.pairs.map(\.id.text) == ["A+F", "B+G", "C+H", "D+I", "E+J"])
    #expect(answer.statistics.areTiesSettled)
    let turned = try programme.problem(order: programme.teams.indices.reversed()).solve()
    #expect(turned.pairs.map(\.id) == answer.pairs.map(\.id))
  }
}
