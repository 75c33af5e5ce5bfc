import Checking
import Domain
import Testing

@Suite struct FacilitatorIndependentTests {
  private func sentences(_ column: String, _ value: String) -> [String] {
    [
      "Facilitator F leads the visit of Bolton to Airedale on 4 May 2027 but shares the "
        + "\(column) \(value) with Airedale.",
      "Facilitator F leads the visit of Airedale to Bolton on 19 May 2027 but shares the "
        + "\(column) \(value) with Airedale.",
    ]
  }

  @Test func `a facilitator of a team's network, host or visitor`() {
    var fixture = Fixture()
    fixture.facilitators[0].network = "NA"
    #expect(fixture.sentences(of: .facilitatorIndependent) == sentences("network", "NA"))
    #expect(fixture.visitBreaches.count == 2)
  }

  @Test func `a facilitator of a team's organisation, where that counts`() {
    var fixture = Fixture()
    fixture.facilitators[0].organisation = "OA"
    #expect(fixture.breaches == [])
    fixture.settings.visits.independence = .organisation
    #expect(fixture.sentences(of: .facilitatorIndependent) == sentences("organisation", "OA"))
  }

  @Test func `blanks never match`() {
    var fixture = Fixture()
    fixture.facilitators[0].network = nil
    fixture.teams[0].columns["network"] = nil
    #expect(fixture.breaches == [])
  }
}
