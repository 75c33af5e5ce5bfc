import Domain
import Opportunities
import Testing
import Visits

/// models/visits.mod has our optimum of a trio's visits too, and the model written natively is that model.
@Suite struct TrioReferenceTests {
  @Test(arguments: Trio.seeds)
  func `models/visits.mod has our optimum`(seed: Int) throws {
    let trio = try Trio(seed: seed)
    let quality = try trio.optimum().quality
    #expect(quality.isProven)
    let specification = try Specification("visits", data: trio.reference.data)
    #expect(try specification.optimum() == quality.objective, "seed \(seed)")
    let model = try trio.reference.model()
    #expect(try model.optimum() == quality.objective, "seed \(seed)")
    #expect(ModelContents(model).differences(from: try specification.contents()) == [], "seed \(seed)")
  }

  /// Each family of rows that a trio's visits have decides an optimum somewhere.
  @Test func `the instances are alive`() throws {
    let wanted: Set = [
      "EachLegOnce", "ReciprocalGap", "ReciprocalGap_chain", "ReciprocalGap_staying", "SameFacilitator",
      "facilitator_change_counted",
    ]
    var deciding: Set<String> = []
    var whole = 0
    for seed in Trio.seeds {
      let trio = try Trio(seed: seed)
      let answer = try trio.optimum()
      if answer.visits.count(where: { $0.visitors.count == 2 }) == 3 { whole += 1 }
      let model = try trio.reference.model()
      for family in model.families.intersection(wanted).subtracting(deciding)
      where try model.without(family).optimum() != answer.quality.objective {
        deciding.insert(family)
      }
    }
    #expect(deciding == wanted)
    #expect(whole >= 10)
  }

  @Test func `a column of the legend names both visiting teams`() throws {
    let legend = try (0..<8).lazy.map { try Trio(seed: $0).reference.legend }.joined()
    let first = legend.first { $0.contains(" and ") }
    #expect(first?.contains(" hosts T") == true)
  }
}

/// Four to six teams, three of which are a trio, with our own answer.
struct Trio {
  let problem: VisitsProblem
  let reference: VisitsReference

  init(seed: Int) throws {
    // Programmes in which facilitators and dates, not pairs, are what is scarce.
    var small = SmallProgramme(seed: [2, 4, 3, 4][seed % 4] + 5 * (seed + 1))
    var programme = small.make()
    programme.settings.visits.maxPerWeek = nil
    programme.settings.visits.travel.eveningLimit = Minutes(210)
    programme.settings.visits.maxVisitors = nil
    if seed % 4 == 1, seed % 3 != 2 {
      // So short that a visit which follows the one before may not follow the first.
      programme.settings.visits.gapMin = 1
      programme.settings.visits.gapMax = 7
    }
    let trio = [0, 2, 3]
    let pair = programme.teams.indices.filter { !trio.contains($0) }.suffix(2)
    if seed % 3 == 2 { small.addTrioSchedule(to: &programme, trio) }
    let chosen = [trio] + (pair.count == 2 ? [Array(pair)] : [])
    problem = VisitsProblem(OpportunityTable(programme), groups: chosen)
    reference = VisitsReference(problem)
  }

  func optimum() throws -> VisitsAnswer {
    var solver = VisitsSolver(problem)
    return try solver.solve()
  }

  static let seeds = 0..<48
}

extension SmallProgramme {
  /// Gives `programme` a schedule of two or three visits of `trio`, mostly where they could take place, many fixed.
  mutating func addTrioSchedule(to programme: inout Programme, _ trio: [Int]) {
    let table = OpportunityTable(programme)
    let teams = programme.teams.map(\.id)
    for host in trio where !dice.oneIn(4) {
      let visitors = trio.filter { $0 != host }
      let options = table.options(host: host, visitors: visitors)
      guard !options.isEmpty else { continue }
      let option = dice.pick(options)
      programme.schedule.append(
        ScheduledVisit(
          id: VisitID(host: teams[host], visitors: visitors.map { teams[$0] }), host: teams[host],
          visitors: visitors.map { teams[$0] }, interval: option.interval,
          facilitator: option.facilitator.map { programme.facilitators[$0].id },
          status: dice.pick([.tentative, .confirmed, .confirmed, .held])))
    }
    programme.schedule.sort { $0.id < $1.id }
  }
}
