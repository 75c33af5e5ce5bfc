import Checking
import Domain
import Testing

@Suite struct OnePartnerPerTeamTests {
  private func breaches(_ fixture: Fixture, _ pairs: [[TeamID]]) -> [Breach] {
    fixture.checker.breaches(of: [], pairs: pairs)
  }

  @Test func `a team in two pairs`() {
    #expect(
      breaches(Fixture(four: true), [["A", "B"], ["B", "C"]]) == [
        Fixture.breach(.onePartnerPerTeam, "B", "Bolton is in 2 pairs: A+B and B+C.")
      ])
  }

  @Test func `two pairs of four teams are right`() {
    #expect(breaches(Fixture(four: true), [["A", "B"], ["C", "D"]]) == [])
  }

  @Test func `one trio of an odd number of teams is right`() {
    #expect(breaches(oddFixture, [["A", "B", "C"]]) == [])
  }

  @Test func `a trio of an even number of teams`() {
    var fixture = oddFixture
    fixture.teams[3].isApproved = true
    #expect(
      breaches(fixture, [["A", "B", "C"]]) == [
        Fixture.breach(
          .onePartnerPerTeam, "A+B+C",
          "Airedale, Bolton and Chorley are a trio although 4 teams can be paired without one.")
      ])
  }

  @Test func `a trio where a team is to be left out`() {
    var fixture = oddFixture
    fixture.settings.pairing.oddTeam = .leaveOut
    #expect(
      breaches(fixture, [["A", "B", "C"]]) == [
        Fixture.breach(
          .onePartnerPerTeam, "A+B+C",
          "Airedale, Bolton and Chorley are a trio; odd_team says to leave a team out.")
      ])
  }

  /// Three eligible teams of which A and C have nothing to teach each other, where none needs to.
  private var oddFixture: Fixture {
    var fixture = Fixture(four: true)
    fixture.teams[3].isApproved = false
    fixture.settings.pairing.minGain = nil
    return fixture
  }
}
