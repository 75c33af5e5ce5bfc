import Domain
import Foundation
import Intake
import Testing

@testable import Generation

/// What is drawn or committed as a scenario is taken by Intake as it stands.
@Suite struct IntakeAgreementTests {
  @Test(arguments: [2, 4, 30, 60], [1, 2, 77] as [UInt64])
  func aDrawnProgrammeIsTakenAndOnlyItsMissingResultsAreWarnedAbout(teams: Int, seed: UInt64) throws {
    let files = try ProgrammeGenerator(teams: teams, seed: seed).files()
    let admission = try admission(of: files.map { InputFile(name: $0.name, text: $0.text) })
    let missing = 4 * teams - admission.programme.results.count
    #expect(admission.warnings.count == missing)
    #expect(admission.warnings.allSatisfy { $0.what.contains("has no result for") })
    #expect(teams >= 12 || missing == 0)
    #expect(admission.programme.teams.count == teams)
    #expect(admission.programme.settings.today.iso == "2026-11-23")
    #expect(admission.programme.settings.pairing.indicators.count == 4)
    #expect(admission.programme.meetings.count == teams)
  }

  @Test func aWindowOfOneDayIsTakenToo() throws {
    let day = ProgrammeDates.standard.visitsFrom
    let dates = ProgrammeDates(today: ProgrammeDates.standard.today, visitsFrom: day, visitsTo: day)
    let files = try ProgrammeGenerator(teams: 12, seed: 5, dates: dates).files()
    let admission = try admission(of: files.map { InputFile(name: $0.name, text: $0.text) })
    #expect(admission.programme.meetings.allSatisfy { $0.frequency == .weekly })
  }

  @Test(arguments: [("england-30", 30, 210, 3), ("odd", 31, 217, 3), ("tutorial", 4, 15, 1)])
  func aScenarioIsTakenWithoutAWarning(name: String, teams: Int, people: Int, facilitators: Int) throws {
    let folder = root.appendingPathComponent("scenarios/\(name)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let files = try names.filter { $0.hasSuffix(".csv") || $0 == "programme.yaml" }.map { name in
      InputFile(name: name, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
    let admission = try admission(of: files)
    #expect(admission.warnings == [])
    #expect(admission.programme.teams.count == teams)
    #expect(admission.programme.people.count == people)
    #expect(admission.programme.facilitators.count == facilitators)
  }

  private var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  private func admission(of files: [InputFile]) throws -> Admission {
    try ProgrammeReader.read(files: files, today: ProgrammeDates.standard.today)
  }
}
