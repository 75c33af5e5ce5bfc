import Foundation
import Generation
import Testing

/// What each scenario's README promises, by the program itself.
@Suite(.timeLimit(.minutes(10))) struct PlannedScenarioTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func plan(_ name: String) async throws -> Program.Outcome {
    try await Program.run(["plan", Scenario.folder(name).path, "--out", "out"], in: place.url)
  }

  @Test
  func `overfull has nine facilitator weeks, so three of twelve visits have no date, each with a reason`()
    async throws
  {
    let outcome = try await plan("overfull")
    #expect(outcome.status == 3)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("Pairs   6 pairs, proven best"))
    #expect(outcome.output.contains("Visits  9 of 12 visits with a date, proven best"))
    #expect(outcome.output.contains("Cost    15,350.3 clinician-hours in all."))
    let reason =
      "none goes together with the other visits (days between the pair's visits, limits a week, the facilitators' "
      + "other visits)"
    #expect(
      try place.text("out/unscheduled.csv") == """
        visit_id,host,visitor,reason,cheapest_ask
        T001--T012,T001,T012,"4 of 10 meeting dates are possible by themselves, but \(reason)","2027-01-19 would \
        become possible if Facilitator 1, Loughborough were free"
        T002--T003,T002,T003,"3 of 10 meeting dates are possible by themselves, but \(reason)","2027-01-29 would \
        become possible if MDT coordinator, Shrewsbury were free"
        T008--T011,T008,T011,"3 of 5 meeting dates are possible by themselves, but \(reason)",

        """)
    #expect(try weeks().count == 9)
    #expect(try place.rows("out/visits.csv").count == 9)
  }

  /// The ISO weeks of the visits, by their Mondays' day numbers.
  private func weeks() throws -> Set<Int> {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    return Set(
      try place.rows("out/visits.csv").compactMap { row in
        formatter.date(from: row[5]).map { (Int($0.timeIntervalSince1970) / 86_400 + 3) / 7 }
      })
  }

  @Test func `odd makes a trio of three of its thirty-one teams, and plans its three visits`() async throws {
    let outcome = try await plan("odd")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Pairs   14 pairs and 1 trio, proven best"))
    #expect(outcome.output.contains("Visits  31 visits, each with a date, proven best"))
    #expect(outcome.output.contains("Cost    1,021.6 clinician-hours in all."))
    #expect(!outcome.output.contains("Without a partner"))
    let trio = try place.rows("out/visits.csv").filter { $0[1] == "RBD+RXC+RYJ" }
    #expect(trio.map { $0[0] } == ["RBD--RXC+RYJ", "RYJ--RBD+RXC", "RXC--RBD+RYJ"])
    #expect(trio.map { $0[4] } == ["RXC;RYJ", "RBD;RXC", "RBD;RYJ"])
    #expect(trio.map { $0[5] } == ["2027-01-11", "2027-01-28", "2027-03-05"])
  }

  @Test func `national-118 is taken without a warning`() async throws {
    let outcome = try await Program.run(["check", Scenario.folder("national-118").path], in: place.url)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("118 teams at 118 sites, 826 people, 5 facilitators, "))
  }

  /// Minutes long with a program that was built for tests.
  @Test(.enabled(if: Program.isOptimised))
  func `national-118 is planned whole, and proven`() async throws {
    let outcome = try await plan("national-118")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Pairs   59 pairs, proven best"))
    #expect(outcome.output.contains("Visits  118 visits, each with a date, proven best"))
    #expect(outcome.output.contains("Cost    3,850.7 clinician-hours in all."))
  }
}

/// The drawn tables of the scenarios are those of the seeds in their READMEs.
@Suite struct DrawnScenarioTests {
  @Test(arguments: [("odd", 30, 3), ("national-118", 118, 5)] as [(String, UInt64, Int)])
  func `people and diaries are drawn anew in the same bytes`(name: String, seed: UInt64, facilitators: Int)
    throws
  {
    let files = try Scenario.files(name).mapValues { String(decoding: $0, as: UTF8.self) }
    let folder = try DiaryFolder(
      teamsCSV: try #require(files["teams.csv"]), sitesCSV: try #require(files["sites.csv"]))
    for file in try DiaryGenerator(seed: seed, facilitators: facilitators).files(for: folder) {
      #expect(file.text == files[file.name], "\(file.name)")
    }
  }

  @Test func `overfull is drawn but for its window and its facilitator's limit`() throws {
    let files = try Scenario.files("overfull").mapValues { String(decoding: $0, as: UTF8.self) }
    let drawn = try ProgrammeGenerator(teams: 12, seed: 1, facilitators: 1).files()
    #expect(Set(files.keys) == Set(drawn.map(\.name)))
    for file in drawn where file.name != "programme.yaml" && file.name != "facilitators.csv" {
      #expect(file.text == files[file.name], "\(file.name)")
    }
    #expect(
      files["facilitators.csv"]
        == drawn.first { $0.name == "facilitators.csv" }?.text.replacing(
          "Independent,,3,", with: "Independent,,1,"))
  }
}
