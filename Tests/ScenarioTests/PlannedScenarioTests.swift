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
    // Reasons are worked out while there is time: here there is, however busy the machine.
    let outcome = try await Program.run(
      ["plan", Scenario.folder("overfull").path, "--out", "out", "--time-limit", "3600"], in: place.url)
    #expect(outcome.status == 3)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("Pairs   6 pairs, proven best"))
    #expect(outcome.output.contains("Visits  9 of 12 visits with a date, proven best"))
    #expect(outcome.output.contains("Cost    15,328.9 clinician-hours in all."))
    let reason = "none of 10 meeting dates is possible while the other visits stay: "
    let leads = "Facilitator 1, Loughborough leads as many visits as they give"
    let away = "Facilitator 1, Loughborough is away"
    let gap = "too near to the other visit, or too far from it"
    #expect(
      try place.text("out/unscheduled.csv") == """
        visit_id,host,visitor,reason,cheapest_ask
        T001--T012,T001,T012,"\(reason)\(leads) (7×); \(away) (4×); the facilitator leads another visit (2×); \
        \(gap) (2×)","ask Facilitator 1, Loughborough to lead 2 visits a week, by Tue 15 Dec 2026"
        T005--T010,T005,T010,"\(reason)\(leads) (6×); \(away) (4×); \(gap) (3×); the facilitator leads another \
        visit (2×)","ask Facilitator 1, Loughborough to lead 2 visits a week, by Wed 23 Dec 2026"
        T008--T011,T008,T011,"none of 5 meeting dates is possible while the other visits stay: \(leads) (5×); \
        \(gap) (2×); Clinical lead, Loughborough is away (1×); Radiologist, Loughborough is away (1×)","ask \
        Facilitator 1, Loughborough to lead 2 visits a week, by Mon 11 Jan 2027"

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
    #expect(outcome.output.contains("Cost    1,019.9 clinician-hours in all."))
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
    #expect(outcome.output.contains("Cost    3,829.2 clinician-hours in all."))
  }

  @Test(.enabled(if: Program.isOptimised))
  func `with Papworth the trusts are 119, and three of them a trio`() async throws {
    for (name, bytes) in try Scenario.files("national-118") {
      try place.write(String(decoding: bytes, as: UTF8.self), as: "papworth/\(name)")
    }
    for (name, text) in Self.papworth { try place.write(text, as: "papworth/papworth-\(name)") }
    let outcome = try await Program.run(["plan", "papworth", "--out", "out"], in: place.url)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("58 pairs and 1 trio, proven best (by dual values, in whole numbers)."))
    // Twenty-one people in rooms for twelve to twenty-four: the crowded days are searched to their end.
    #expect(outcome.output.contains("Visits  119 visits, each with a date, proven best"))
    let pairs = try place.rows("out/pairs.csv")
    #expect(pairs.filter { $0[3] != "" }.map { $0[0] } == ["RF4+RGR+RN7"])
    #expect(pairs.contains { $0[0] == "RA2+RGM" })
  }

  /// Royal Papworth's results of 2023, of data/england; its people and its meeting are made up.
  private static let papworth = [
    "teams.csv": """
    team_id,team_name,site_id,organisation,network
    RGM,Royal Papworth,RGM21,Papworth Hospital NHS Foundation Trust,East of England

    """,
    "sites.csv": """
    site_id,site_name,postcode,latitude,longitude
    RGM21,Royal Papworth Hospital,CB2 0AY,52.172386,0.13619

    """,
    "indicators.csv": """
    team_id,indicator,period,value,cases
    RGM,path_dx_ps01,2023,0.8309,198
    RGM,nsclc_resection_adj,2023,0.2641,189
    RGM,sact_IIIB_IV,2023,0.7059,189
    RGM,seen_by_lcns,2023,0.8725,198

    """,
    "mdt.csv": """
    team_id,weekday,start,end,frequency
    RGM,Thursday,12:30,14:00,weekly

    """,
    "people.csv": """
    person_id,team_id,name,role
    RGM-lead,RGM,"Clinical lead, Royal Papworth",clinical_lead
    RGM-nurse,RGM,"Nurse specialist, Royal Papworth",nurse_specialist
    RGM-coordinator,RGM,"MDT coordinator, Royal Papworth",mdt_coordinator

    """,
  ]
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
