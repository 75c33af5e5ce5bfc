import Domain
import Testing

@testable import Reports

struct AuditFindingTests {
  /// Nine teams around four fifths; the changes are made to the first.
  private func findings(_ change: (inout [IndicatorResult]) -> Void = { _ in }) -> [String] {
    var programme = SampleProgramme().programme
    programme.settings.pairing.indicators = [Indicator(id: id("path_dx"), label: "Diagnosis")]
    programme.teams = (1...9).map { Team(id: id("T\($0)"), name: "Team \($0)", site: id("HULL")) }
    programme.results = (1...9).map {
      IndicatorResult(
        team: id("T\($0)"), indicator: id("path_dx"), value: 0.78 + 0.005 * Double($0), cases: 200)
    }
    change(&programme.results)
    var plan = SamplePlan().plan
    plan.pairs = []
    return AuditFindings(words: PlanWords(programme: programme, plan: plan)).sentences
  }

  @Test func `figures that differ a little are nothing to speak of`() { #expect(findings().isEmpty) }

  @Test func `a figure far from all others looks like a fault of recording`() {
    #expect(
      findings { $0[0].value = 0.4 } == [
        "Diagnosis: Team 1 (40.0%) lies so far from the middle team (80.5%) that a fault of recording is likelier than "
          + "the care; ask before it is shown to anybody."
      ])
    // Of three cases, chance can do as much.
    #expect(
      findings {
        $0[0].value = 0.4
        $0[0].cases = 3
      }.isEmpty)
  }

  @Test func `all of the cases is a question, where chance does not explain it`() {
    #expect(
      findings {
        $0[0].value = 1
        $0[1].value = 1
      }.contains(
        "Diagnosis: Team 1 and Team 2 have 100.0%, which chance does not explain. Perhaps some cases were never "
          + "recorded; ask before it is held up as an example."))
    #expect(
      !findings {
        $0[0].value = 1
        $0[0].cases = 8
      }.contains { $0.contains("100.0%") })
  }

  @Test func `figures of pairs that rest on too few cases are named`() {
    let words = PlanWords(programme: SampleProgramme().complete, plan: SamplePlan().plan)
    #expect(
      AuditFindings(words: words).sentences == [
        "Surgical resection: the figures of Exeter and Hull rest on too few cases to tell teams apart (reliability "
          + "below 0.5)."
      ])
  }

  @Test(
    arguments: [([Double](), 0.0), ([3], 3), ([1, 2], 1.5), ([5, 1, 3], 3), ([4, 1, 3, 2], 2.5)]
      as [([Double], Double)])
  func `the middle value`(values: [Double], median: Double) {
    #expect(AuditFindings.median(values) == median)
  }
}
