import ArgumentParser
import Checking
import Domain
import Foundation
import Intake
import Reports
import Solving

/// Pairs alone, with what each side can learn.
struct PairCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pair", abstract: "Pair the teams and show each pair's certificate, without scheduling.")

  @OptionGroup var inputs: PlanInputs
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Two teams that are not to be paired, as R0A+RJ1; may be repeated.", valueName: "team+team"))
  var forbid: [TeamPair] = []
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "Two teams that are to be paired, as R0A+RJ1; may be repeated.", valueName: "team+team"))
  var force: [TeamPair] = []
  @ArgumentParser.Option(name: .long, help: ArgumentHelp("Write pairs.csv to this file.", valueName: "file"))
  var out: String?
  @ArgumentParser.Option(
    name: .long, help: ArgumentHelp("Write how long it took to this file, as JSON.", valueName: "file"))
  var timings: String?
  @Flag(help: "Print the pairing as JSON on standard output.")
  var json = false
  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func run() async throws {
    let began = Date()
    let folder = try ProgrammeFolder(inputs.folder)
    let today = Day.onTheClock
    let admission = try folder.admit(today: today)
    if !quiet { for warning in admission.warnings { Terminal.error(warning.description) } }
    let known = Set(admission.programme.teams.map(\.id.text))
    for team in (forbid + force).flatMap(\.teams) where !known.contains(team) {
      throw Ending(
        status: .usage, message: "error: \(team) is no team of this programme; use an id of teams.csv")
    }
    var request = inputs.request(.pair, folder, today)
    request.forbid = forbid.map(\.teams)
    request.force = force.map(\.teams)
    let (plan, took) = try await Worker(terminal: Terminal(quiet: quiet), memory: inputs.memory).plan(request)
    var programme = admission.programme
    for wish in forbid { programme.pairRules += wish.rule(.forbid) }
    for wish in force { programme.pairRules += wish.rule(.force) }
    try Verdict(programme, plan, .pairs).demandFaultless()
    let files = PlanFiles(programme: programme, plan: plan).files
    if let out, let table = files.first(where: { $0.name == "pairs.csv" }) {
      try write(table, to: out, option: "--out")
    }
    if let timings {
      let pairing = Timing(
        solving: took.pairing.solving, wall: Date().timeIntervalSince(began), toFirst: took.pairing.toFirst)
      try write(Timings(pairing: pairing).file, to: timings, option: "--timings")
    }
    if json {
      print(
        String(decoding: PlanDocument(programme: programme, plan: plan).file.bytes, as: UTF8.self),
        terminator: "")
    } else if !quiet {
      print(PairingReport(programme: programme, plan: plan).text, terminator: "")
    }
  }

  private func write(_ file: ReportFile, to path: String, option: String) throws(Ending) {
    do {
      try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Ending(status: .usage, message: "\(path): error: cannot be written; choose another \(option)")
    }
  }
}

/// Two teams as `A+B` on the command line.
struct TeamPair: ExpressibleByArgument {
  let teams: [String]

  init?(argument: String) {
    let parts = argument.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0] != parts[1], parts.allSatisfy({ TeamID($0) != nil }) else { return nil }
    teams = parts
  }

  func rule(_ kind: PairRuleKind) -> [PairRule] {
    let ids = teams.compactMap { TeamID($0) }.sorted()
    return ids.count == 2 ? [PairRule(teamA: ids[0], teamB: ids[1], kind: kind, reason: "asked for")] : []
  }
}
