import Domain
import Testing

@testable import Pairing

@Suite struct RefusalTests {
  /// A contradiction in pair_rules.csv or programme.yaml, and what is said of it.
  struct Contradiction: CustomTestStringConvertible {
    var testDescription: String
    var sentence: String
    var change: @Sendable (inout TestProgramme) throws -> Void
  }

  static let contradictions = [
    Contradiction(
      testDescription: "forced twice",
      sentence: "A is forced into two pairs; a team has one partner, so remove one of the two rules",
      change: {
        try $0.rule(.force, "A", "B")
        try $0.rule(.force, "C", "A")
      }),
    Contradiction(
      testDescription: "forced and forbidden",
      sentence: "A+B is forced and also forbidden or a previous pair; remove one of the two rules",
      change: {
        try $0.rule(.force, "A", "B")
        try $0.rule(.previous, "B", "A")
      }),
    Contradiction(
      testDescription: "forced without approval",
      sentence:
        "B is forced into a pair but is not approved or not in the visiting arm; change the team or the rule",
      change: {
        $0.teams[1].isApproved = false
        try $0.rule(.force, "A", "B")
      }),
    Contradiction(
      testDescription: "forced control",
      sentence:
        "A is forced into a pair but is not approved or not in the visiting arm; change the team or the rule",
      change: {
        $0.teams[0].arm = .control
        try $0.rule(.force, "A", "B")
      }),
    Contradiction(
      testDescription: "unknown team",
      sentence: "pair_rules.csv names Z, which is no team; add it to teams.csv or remove the rule",
      change: { try $0.rule(.forbid, "A", "Z") }),
    Contradiction(
      testDescription: "a team with itself",
      sentence: "pair_rules.csv names A on both sides of a rule; name two teams",
      change: { try $0.rule(.forbid, "A", "A") }),
    Contradiction(
      testDescription: "a weight out of all proportion",
      sentence: "A+B would score beyond 10,000 SD; make level_weight and travel_weight_per_hour smaller",
      change: { $0.pairing.travelWeightPerHour = 1e300 }),
    Contradiction(
      testDescription: "a drive below zero",
      sentence: "drives of A+C is below zero; give 0 or more", change: { $0.drives[0][2] = -1 }),
    Contradiction(
      testDescription: "a team twice",
      sentence: "A is listed twice; give each team an id of its own", change: { $0.teams[3] = $0.teams[0] }),
  ]

  @Test(arguments: contradictions)
  func aContradictionIsRefusedInWords(contradiction: Contradiction) throws {
    var programme = try TestProgramme.four()
    try contradiction.change(&programme)
    let refusal = #expect(throws: PairingRefusal.self) { try programme.answer() }
    #expect(refusal?.description == contradiction.sentence)
  }

  @Test func aMatrixOfTheWrongSizeIsRefused() throws {
    let programme = try TestProgramme.four().problem().programme
    #expect(throws: PairingRefusal.matrixSize(name: "commonDates", expected: 16, actual: 4)) {
      try PairingProblem(
        programme: programme, drives: Array(repeating: 0, count: 16),
        drivesEstimated: Array(repeating: false, count: 16), commonDates: [0, 0, 0, 0])
    }
  }
}
