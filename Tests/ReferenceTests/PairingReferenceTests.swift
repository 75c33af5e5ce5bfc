import Domain
import Pairing
import Testing

/// models/pairing.mod has our optimum, and the model written natively is that model.
@Suite struct PairingReferenceTests {
  @Test(arguments: Case.seeds)
  func `models/pairing.mod has our optimum`(seed: Int) throws {
    try expectAgreement(Case(seed: seed))
  }

  @Test func `models/pairing.mod has our optimum of the tutorial`() throws {
    try expectAgreement(Case.tutorial())
  }

  private func expectAgreement(_ drawn: Case) throws {
    let quality = drawn.pairing.quality
    #expect(quality.isProven)
    let specification = try Specification("pairing", data: drawn.pairingReference.data)
    #expect(try specification.optimum() == quality.objective)
    let model = try drawn.pairingReference.model()
    #expect(try model.optimum() == quality.objective)
    let differences = ModelContents(model).differences(from: try specification.contents())
    #expect(differences == [])
  }

  @Test func `every family of rows decides an optimum somewhere`() throws {
    var deciding: Set<String> = []
    for seed in Case.seeds {
      let drawn = try Case(seed: seed)
      let model = try drawn.pairingReference.model()
      for family in model.families.subtracting(deciding)
      where try model.without(family).optimum() != drawn.pairing.quality.objective {
        deciding.insert(family)
      }
    }
    #expect(
      deciding == [
        "OnePartnerPerTeam", "EligibleTeams", "ForcedPair", "ForbiddenPair", "KeptApart", "TravelLimit",
        "TravelLimit_total", "LevelGapLimit", "MinimumGain", "EnoughCommonDates", "worst_first",
      ])
  }
}
