import Foundation
import Testing

@testable import Generation

@Suite struct ScenarioTests {
  @Test func theDiariesOfEngland30AreThoseOfTheSeedInItsReadme() throws {
    let folder = try DiaryFolder(
      teamsCSV: text("england-30/teams.csv"), sitesCSV: text("england-30/sites.csv"))
    let files = try DiaryGenerator(seed: 30, facilitators: 3).files(for: folder)
    #expect(files.count == 7)
    for file in files { #expect(file.text == (try text("england-30/\(file.name)")), "\(file.name)") }
  }

  @Test func england30HasThirtyTeamsWithAllFourResults() throws {
    let folder = Folder(
      try ["teams.csv", "sites.csv", "indicators.csv", "travel.csv"].map {
        GeneratedFile(name: $0, text: try text("england-30/\($0)"))
      })
    let teams = try folder.rows("teams.csv")
    #expect(teams.count == 30)
    #expect(Set(try folder.column("teams.csv", "network")).count == 20)
    #expect(try folder.rows("indicators.csv").count == 120)
    let byNetwork = Dictionary(grouping: teams, by: { $0["network"] ?? "" })
    #expect(byNetwork.values.allSatisfy { $0.count <= 2 })
    let sites = Set(try folder.column("sites.csv", "site_id"))
    #expect(sites.isSuperset(of: try folder.column("travel.csv", "from_site")))
    #expect(sites.isSuperset(of: try folder.column("travel.csv", "to_site")))
  }

  private func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("scenarios/\(path)"), encoding: .utf8)
  }
}
