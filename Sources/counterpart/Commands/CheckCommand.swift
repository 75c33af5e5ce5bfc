import ArgumentParser
import Domain
import Foundation
import Intake

/// Reads a programme and says everything that is wrong with it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read a programme folder and report everything that is wrong with it.")

  @Argument(help: "The programme's folder.")
  var folder: String
  @Flag(help: "Print programme.yaml with every default filled in, and nothing else.")
  var showDefaults = false
  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    let programmeFolder = try ProgrammeFolder(folder)
    if json { return try report(programmeFolder) }
    let admission = try programmeFolder.admit(today: .onTheClock)
    if showDefaults {
      print(DefaultSettingsText.render(admission.programme.settings, admission.conventions), terminator: "")
      return
    }
    for warning in admission.warnings { Terminal.error(warning.description) }
    let programme = admission.programme
    print("\(programme.settings.name): can be planned.")
    print(
      "  \(Count.of(programme.teams.count, "team")) at \(Count.of(programme.sites.count, "site")), "
        + "\(Count.of(programme.people.count, "person", "people")), "
        + "\(Count.of(programme.facilitators.count, "facilitator")), "
        + "\(Count.of(programme.rooms.count, "room"))")
    for (rule, text) in Self.readings {
      let count = admission.readings.filter { $0.rule == rule }.count
      if count > 0 { print("  \(Count.of(count, "diary", "diaries")) \(text)") }
    }
    let warnings = admission.warnings.count
    if warnings > 0 { print("  \(Count.of(warnings, "warning")), listed above") }
  }

  private static let readings: [(DiaryRule, String)] = [
    (.freeUnlessStated, "read as free unless a row says otherwise"),
    (.freeOnlyInStatedRows, "read as free only in the rows that say so"),
    (.sentNothing, "not sent; programme.yaml's no_diary says how that is read"),
  ]

  private func report(_ folder: ProgrammeFolder) throws {
    struct Report: Encodable {
      var accepted: Bool
      var diagnostics: [String]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      let admission = try ProgrammeReader.read(files: folder.files, today: .onTheClock)
      let report = Report(accepted: true, diagnostics: admission.warnings.map(\.description))
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } catch let rejection as IntakeRejection {
      let report = Report(accepted: false, diagnostics: rejection.diagnostics.map(\.description))
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
      throw Ending(status: .refused)
    }
  }
}
