import ArgumentParser
import Domain
import Foundation
import Generation
import Intake

/// Synthetic programmes, and diaries for real teams, from a seed.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Draw a synthetic programme of N teams from a seed, or diaries for the teams of a folder.",
    discussion:
      "The same arguments give the same bytes for ever. docs/generation.md states every distribution. With "
      + "--profile bench the programme is one that benchmarks are run on: of 30 to 1000 teams, at "
      + "outward postcodes all over England, with few facilitators and a weekly limit.")

  /// What a programme is drawn for.
  enum Profile: String, CaseIterable, ExpressibleByArgument {
    case standard, bench
  }

  @Argument(help: "The folder to write; new or empty.")
  var folder: String?
  @ArgumentParser.Option(name: .long, help: ArgumentHelp("How many teams.", valueName: "number"))
  var teams = 30
  @ArgumentParser.Option(name: .long, help: ArgumentHelp("The seed.", valueName: "number"))
  var seed: UInt64 = 1
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "How many facilitators; one for every 15 teams where absent.", valueName: "number"))
  var facilitators: Int?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Instead draw people, meetings, rooms, facilitators and diaries for the teams.csv and sites.csv of this "
        + "folder, and write them there, where there are none yet.",
      valueName: "folder"))
  var diaries: String?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("What to draw: standard, or bench to time the program on.", valueName: "name"))
  var profile = Profile.standard
  @Flag(help: "With --profile bench: fewer visits a week than there are to plan.")
  var overfull = false

  func validate() throws {
    switch (folder, diaries) {
    case (nil, nil): throw ValidationError("name the folder to write, or give --diaries FOLDER")
    case (.some, .some): throw ValidationError("name a folder to write, or give --diaries FOLDER, not both")
    case (.some, nil), (nil, .some): break
    }
    switch profile {
    case .standard:
      if overfull { throw ValidationError("--overfull is for --profile bench") }
    case .bench:
      if diaries != nil {
        throw ValidationError("--profile bench draws a whole programme, so not with --diaries")
      }
      if facilitators != nil {
        throw ValidationError("--profile bench has facilitators of its own, so not with --facilitators")
      }
    }
  }

  func run() throws {
    do {
      if let diaries {
        try drawDiaries(diaries)
      } else if let folder {
        let generator = try generator()
        try NewFolder(folder).write(generator.files().map { ($0.name, Array($0.text.utf8)) })
        print("\(folder): a programme of \(teams) teams, drawn from seed \(seed)")
      }
    } catch let rejection as GenerationRejection {
      throw Ending(status: .usage, message: "error: \(rejection)")
    }
  }

  private func generator() throws(GenerationRejection) -> ProgrammeGenerator {
    switch profile {
    case .standard: try ProgrammeGenerator(teams: teams, seed: seed, facilitators: facilitators)
    case .bench: try ProgrammeGenerator(BenchProfile(teams: teams, isOverfull: overfull), seed: seed)
    }
  }

  private func drawDiaries(_ path: String) throws {
    func text(_ name: String) throws -> String {
      String(decoding: try ProgrammeFolder.file(path + "/" + name).bytes, as: UTF8.self)
    }
    let source = try DiaryFolder(teamsCSV: try text("teams.csv"), sitesCSV: try text("sites.csv"))
    let generator = try DiaryGenerator(
      seed: seed, facilitators: facilitators ?? DiaryGenerator.facilitators(forTeams: source.teams.count))
    let files = generator.files(for: source)
    try Self.demandNone(of: files.map(\.name), in: path)
    for file in files {
      do {
        try Data(file.text.utf8).write(to: URL(fileURLWithPath: path + "/" + file.name), options: .atomic)
      } catch {
        throw Ending(status: .usage, message: "\(path)/\(file.name): error: cannot be written")
      }
    }
    print("\(path): \(files.map(\.name).joined(separator: ", ")) drawn from seed \(seed)")
  }

  /// Refuses a folder that has one of the files already, or diaries by another name: they may be somebody's work, and no
  /// drawing is worth that.
  private static func demandNone(of names: [String], in path: String) throws(Ending) {
    let inside = (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
    let taken = inside.filter { name in
      names.contains(name.lowercased()) || name.lowercased().hasPrefix("availability")
        || name.lowercased().hasSuffix(".ics")
    }
    guard !taken.isEmpty else { return }
    throw Ending(
      status: .usage,
      message:
        "\(path): error: the folder has \(taken.joined(separator: ", ")) already; move what is there away, or copy "
        + "teams.csv and sites.csv into a folder of their own")
  }
}
