import Domain
import Opportunities
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

  /// An odd number of teams, one of whose trios may be made.
  @Test(arguments: 200..<240)
  func `models/pairing.mod has our optimum with a trio`(seed: Int) throws {
    let (answer, reference) = try Self.withTrio(seed: seed)
    #expect(answer.quality.isProven)
    let specification = try Specification("pairing", data: reference.data)
    #expect(try specification.optimum() == answer.quality.objective)
    let model = try reference.model()
    #expect(try model.optimum() == answer.quality.objective)
    let differences = ModelContents(model).differences(from: try specification.contents())
    #expect(differences == [])
  }

  /// Among so few teams a second trio, or a forced one against better, never fits.
  @Test func `the smallest score and the dates of a trio decide an optimum somewhere`() throws {
    var deciding: Set<String> = []
    var made = 0
    for seed in 200..<240 {
      let (answer, reference) = try Self.withTrio(seed: seed)
      if answer.pairs.contains(where: { $0.teams.count == 3 }) { made += 1 }
      let model = try reference.model()
      for family in model.families.subtracting(deciding)
      where try ["EnoughCommonDates_trio", "worst_first_trio"].contains(family)
        && model.without(family).optimum() != answer.quality.objective
      {
        deciding.insert(family)
      }
    }
    #expect(made >= 10)
    #expect(deciding == ["EnoughCommonDates_trio", "worst_first_trio"])
  }

  private static func withTrio(seed: Int) throws -> (answer: PairingAnswer, reference: PairingReference) {
    var small = SmallProgramme(seed: seed)
    var programme = small.make()
    programme.settings.pairing.oddTeam = .trio
    let eligible = programme.teams.indices.filter {
      programme.teams[$0].isApproved && programme.teams[$0].arm == .visit
    }
    let ruled = Set(programme.pairRules.flatMap { [$0.teamA, $0.teamB] })
    if eligible.count % 2 == 0, let last = eligible.last(where: { !ruled.contains(programme.teams[$0].id) }) {
      programme.teams[last].arm = .control
    }
    if seed % 2 == 0 { programme.settings.pairing.minCommonDates = 1 + seed % 3 }
    if seed % 5 == 0 {
      programme.pairRules = [(0, 1), (0, 2), (1, 2)].map { a, b in
        PairRule(teamA: programme.teams[a].id, teamB: programme.teams[b].id, kind: .force)
      }
      for team in 0..<3 {
        programme.teams[team].arm = .visit
        programme.teams[team].isApproved = true
      }
      let count = programme.teams.filter { $0.isApproved && $0.arm == .visit }.count
      if count % 2 == 0 { programme.teams[programme.teams.count - 1].arm = .control }
    }
    let table = OpportunityTable(programme)
    var problem = try PairingProblem(programme, table)
    var answer = try problem.solve()
    if seed % 2 == 1, let trio = answer.pairs.first(where: { $0.teams.count == 3 && !$0.isForced }) {
      // The same but that the trio's first team can receive the others on too few days, which only a close look shows.
      programme.settings.pairing.minCommonDates = 3
      let count = programme.teams.count
      let host = programme.teams.firstIndex { $0.id == trio.teams[0] }
      let sites = programme.teams.map(\.site)
      problem = try PairingProblem(
        programme: programme,
        drives: sites.flatMap { from in sites.map { table.drives.drive(from: from, to: $0).minutes } },
        drivesEstimated: Array(repeating: false, count: count * count),
        commonDates: Array(repeating: 5, count: count * count),
        trioDates: TrioDates(atMost: { _, _ in 4 }, exactly: { at, _ in at == host ? 2 : 4 }))
      answer = try problem.solve()
    }
    return (answer, try PairingReference(problem, answer: answer))
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
        "TravelLimit_total", "LevelGapLimit", "MinimumGain", "EnoughCommonDates", "EnoughCommonIndicators",
        "worst_first",
      ])
  }
}
