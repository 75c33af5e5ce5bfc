import Domain
import Testing

@testable import Pairing

/// Pairs that a schedule has settled: A and B would be each other's best partners, but A meets C already.
@Suite struct SettledPairTests {
  private func given(_ status: VisitStatus = .tentative, pin: Pin? = nil, release: Int? = nil) throws
    -> TestProgramme
  {
    var programme = try TestProgramme.four()
    try programme.visit("A", "C", status, pin: pin, release: release)
    return programme
  }

  private func pairs(_ programme: TestProgramme) throws -> [String] {
    try programme.answer().pairs.map(\.id.text)
  }

  @Test func `without a schedule opposites are paired`() throws {
    #expect(try pairs(.four()) == ["A+B", "C+D"])
  }

  @Test(arguments: [VisitStatus.tentative, .confirmed, .held])
  func `a pair with a published or fixed visit stays, and is not called forced`(status: VisitStatus) throws {
    let answer = try given(status).answer()
    #expect(answer.pairs.map(\.id.text) == ["A+C", "B+D"])
    #expect(answer.pairs.map(\.isForced) == [false, false])
    #expect(answer.quality.isProven)
  }

  @Test(arguments: [VisitStatus.draft, .cancelled])
  func `a draft settles nothing, nor does a cancelled visit`(status: VisitStatus) throws {
    #expect(try pairs(given(status)) == ["A+B", "C+D"])
  }

  @Test func `a draft that is pinned or released settles its pair`() throws {
    #expect(try pairs(given(.draft, pin: Pin(by: "manager"))) == ["A+C", "B+D"])
    #expect(try pairs(given(.draft, release: 1)) == ["A+C", "B+D"])
  }

  @Test func `a settled pair keeps to no limit of level, gain, drive, network or dates`() throws {
    var programme = try given(.confirmed)
    programme.pairing.maxLevelGap = 0
    programme.pairing.minGain = 10
    programme.pairing.maxTravel = Minutes(1)
    programme.pairing.minCommonDates = 9
    #expect(try pairs(programme) == ["A+C"])
  }

  @Test func `a published pair is given up where it is forbidden or a team leaves; a fixed one is not`()
    throws
  {
    for (status, pairs) in [(VisitStatus.tentative, ["A+B", "C+D"]), (.confirmed, ["A+C", "B+D"])] {
      var programme = try given(status)
      try programme.rule(.forbid, "A", "C")
      #expect(try self.pairs(programme) == pairs)
    }
    for (status, pairs) in [(VisitStatus.tentative, ["A+B"]), (.confirmed, ["A+C", "B+D"])] {
      var programme = try given(status)
      programme.teams[2].isApproved = false
      #expect(try self.pairs(programme) == pairs)
    }
  }

  @Test func `a force outweighs what is published, and contradicts what is fixed`() throws {
    var programme = try given(.tentative)
    try programme.rule(.force, "A", "D")
    #expect(try pairs(programme) == ["A+D", "B+C"])
    programme = try given(.confirmed)
    try programme.rule(.force, "A", "D")
    let refusal = #expect(throws: PairingRefusal.self) { try programme.answer() }
    #expect(
      refusal?.description
        == "the visit A--C in visits.csv is fixed, but A is the partner of D by another fixed visit or by "
        + "pair_rules.csv; cancel or unpin one of the two, or remove the rule")
  }

  @Test func `fixed visits of one team with two partners are refused`() throws {
    var programme = try given(.confirmed)
    try programme.visit("D", "A", .held)
    let refusal = #expect(throws: PairingRefusal.self) { try programme.answer() }
    #expect(
      refusal?.description
        == "the visit D--A in visits.csv is fixed, but A is the partner of C by another fixed visit or by "
        + "pair_rules.csv; cancel or unpin one of the two, or remove the rule")
  }
}
