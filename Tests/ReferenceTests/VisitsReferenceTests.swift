import Algebra
import Domain
import Testing
import Visits

/// models/visits.mod has our optimum, and the model written natively is that model.
@Suite struct VisitsReferenceTests {
  @Test(arguments: Case.seeds)
  func `models/visits.mod has our optimum`(seed: Int) throws {
    try expectAgreement(Case(seed: seed))
  }

  @Test(arguments: Case.scheduledSeeds)
  func `models/visits.mod has our optimum around a given schedule`(seed: Int) throws {
    try expectAgreement(Case.withSchedule(seed: seed))
  }

  @Test func `the given schedules are alive`() throws {
    var costs = CostSheet.zero
    var fixed = 0
    var used = 0
    for seed in Case.scheduledSeeds {
      let drawn = try Case.withSchedule(seed: seed)
      let answer = try drawn.visitsOptimum()
      costs += answer.costs
      let rows = drawn.programme.schedule.filter { $0.isFixed(on: drawn.programme.settings.today) }
      fixed += rows.count
      // Limits that fixed visits use up: rows of the model that leave nothing to the rest.
      let model = try drawn.visitsReference.model()
      used +=
        (0..<model.rowCount).filter { model.row($0).relation == .atMost && model.row($0).rightSide == 0 }
        .filter { model.nameOfRow($0).hasPrefix("OneVisitPerFacilitatorPerDay") }.count
    }
    #expect(costs[.movePublished] > .zero && fixed >= 20 && used >= 10)
  }

  @Test func `models/visits.mod has our optimum of the tutorial`() throws {
    try expectAgreement(Case.tutorial())
  }

  private func expectAgreement(_ drawn: Case) throws {
    let quality = try drawn.visitsOptimum().quality
    #expect(quality.isProven)
    let specification = try Specification("visits", data: drawn.visitsReference.data)
    #expect(try specification.optimum() == quality.objective)
    let model = try drawn.visitsReference.model()
    #expect(try model.optimum() == quality.objective)
    let differences = ModelContents(model).differences(from: try specification.contents())
    #expect(differences == [])
  }

  @Test func `every family of rows decides an optimum somewhere`() throws {
    var deciding: Set<String> = []
    for seed in 0..<150 {
      let drawn = try Case(seed: seed)
      let model = try drawn.visitsReference.model()
      let objective = try drawn.visitsOptimum().quality.objective
      for family in model.families.subtracting(deciding)
      where try model.without(family).optimum() != objective {
        deciding.insert(family)
      }
    }
    #expect(
      deciding == [
        "EachLegOnce", "ReciprocalGap", "SameFacilitator", "WeeklyLimit", "OneVisitPerFacilitatorPerDay",
        "FacilitatorWithinReach", "FacilitatorWeeklyLimit", "FacilitatorTotalLimit",
        "OneVisitPerPersonPerDay",
        "PersonDayLimit", "OneVisitPerRoom", "facilitator_change_counted", "facilitator_imbalance_counted",
      ])
  }
}
