import Checking
import Domain
import Testing

@Suite struct EligibleTeamsTests {
  @Test func `a team without approval`() {
    var fixture = Fixture()
    fixture.teams[1].isApproved = false
    #expect(
      fixture.breaches == [
        Fixture.breach(
          .eligibleTeams, "A+B", "Bolton is paired without its chief executive's approval.")
      ])
  }

  @Test func `a control team`() {
    var fixture = Fixture()
    fixture.teams[1].arm = .control
    #expect(
      fixture.breaches == [
        Fixture.breach(.eligibleTeams, "A+B", "Bolton is a control team but paired.")
      ])
  }

  @Test func `a team that the programme does not have`() {
    let breaches = Fixture().checker.breaches(of: [], pairs: [["A", "Z"]])
    #expect(breaches.contains(Fixture.breach(.eligibleTeams, "A+Z", "Z is no team of the programme.")))
  }

  @Test func `teams that are not paired may lack approval`() {
    var fixture = Fixture(four: true)
    fixture.teams[2].isApproved = false
    fixture.teams[3].arm = .control
    #expect(fixture.checker.breaches(of: [], pairs: [["A", "B"]]) == [])
  }
}
