public import Allocation
public import ArgumentParser
import Checking
import Domain
import Foundation
import Intake
import Reports
import Solving

/// Pairs drawn by lot for visits or for the control arm, in a way that anybody can repeat.
struct AllocateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Draw by lot which pairs visit and which are the control arm, so that anybody can repeat it.",
    discussion: """
      Pairs the teams as pair does, and puts each pair as a whole into one of the arms. Writes allocation.csv, \
      allocation.txt with every number drawn and how, pairs.csv, visiting_pairs.csv, and the teams tables with \
      the column arm filled in, ready to take the place of those in FOLDER, where nothing is changed.
      """)

  @Argument(help: "The programme's folder.")
  var folder: String
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "The number from which everything drawn follows; fix it before anybody draws.", valueName: "number"))
  var seed: UInt64?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "How many pairs visit, as 12, or their share, as 40%, rounded up; half of them where absent.",
      valueName: "pairs or share"))
  var visit: VisitingShare = .half
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp(
      "A column of teams.csv; pairs with the same cells in it are divided as evenly as can be.",
      valueName: "column"))
  var stratify: String?
  @ArgumentParser.Option(
    name: .long,
    help: ArgumentHelp("A pairs.csv whose pairs are used instead of making pairs.", valueName: "file"))
  var pairs: String?
  @ArgumentParser.Option(
    name: .long, help: ArgumentHelp("The folder to write; new or empty.", valueName: "folder"))
  var out: String?
  @Flag(help: "Leave teams that are in the control arm already where they are, and allocate the others.")
  var keepControl = false
  @OptionGroup var limits: SearchLimits
  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    guard seed != nil else {
      throw ValidationError(
        "--seed is missing: fix a number in advance, as in the protocol; one that the program chose would "
          + "invite drawing again until the result pleases")
    }
    guard out?.isEmpty != true else { throw ValidationError("--out is blank; name the folder to write") }
  }

  func run() async throws {
    guard let seed else { throw Ending(status: .usage) }
    let programmeFolder = try ProgrammeFolder(folder)
    let today = Day.onTheClock
    let admission = try programmeFolder.admit(today: today)
    if !quiet { for warning in admission.warnings { Terminal.error(warning.description) } }
    let tables = TeamTables(files: programmeFolder.files)
    let column = try stratify.map { name throws(Ending) in try Self.column(named: name, in: tables) }
    try demandFresh(admission.programme)
    let output = try out.map { path throws(Ending) in try NewFolder(path) }
    let (programme, plan) = try await paired(programmeFolder, admission.programme, today)
    let problem: AllocationProblem
    do {
      problem = try AllocationProblem(
        units: plan.pairs.map { Self.unit(of: $0, by: column, in: programme) }, share: visit)
    } catch {
      throw Ending(status: error.isAboutTheCall ? .usage : .refused, message: "error: \(error)")
    }
    let answer = problem.answer(seed: seed)
    let terms = AllocationTerms(
      share: visit, column: column, pairsAreGiven: pairs != nil, keepsControls: keepControl)
    let report = AllocationReport(programme: programme, plan: plan, terms: terms, answer: answer)
    let arms = Dictionary(
      answer.allocated.flatMap { allocated in allocated.unit.teams.map { ($0, allocated.arm) } },
      uniquingKeysWith: { first, _ in first })
    let teams = tables.filled(with: arms)
    try output?.write(report.files.map { ($0.name, $0.bytes) } + teams.map { ($0.name, $0.bytes) })
    if !quiet { tell(report, teams.map(\.name)) }
  }

  private static func column(named name: String, in tables: TeamTables) throws(Ending) -> String {
    let wanted = name.trimmingCharacters(in: .whitespaces).lowercased()
    guard !tables.columns.contains(wanted) else { return wanted }
    let advice =
      tables.column(near: wanted).map { "write '\($0)' if that is meant" }
      ?? "its columns are \(tables.columns.joined(separator: ", "))"
    throw Ending(
      status: .usage, message: "error: teams.csv has no column '\(name.onOneLine)' for --stratify; \(advice)")
  }

  /// Refuses a programme that seems to have been allocated before.
  private func demandFresh(_ programme: Programme) throws(Ending) {
    let controls = programme.teams.filter { $0.arm == .control }.map(\.id.text)
    guard !controls.isEmpty, !keepControl else { return }
    let shown = controls.prefix(5).joined(separator: ", ") + (controls.count > 5 ? " and others" : "")
    throw Ending(
      status: .refused,
      message:
        "error: \(Count.of(controls.count, "team")) in teams.csv \(controls.count == 1 ? "is" : "are") in the "
        + "control arm already (\(shown)), as after an allocation; to start anew blank the column arm, or give "
        + "--keep-control to leave them there and allocate the others")
  }

  /// The programme as it was paired, and its pairs, passed by the checker.
  private func paired(
    _ folder: ProgrammeFolder, _ programme: Programme, _ today: Day
  ) async throws -> (Programme, Plan) {
    var programme = programme
    // The seed of the lots has no part in who is paired, so the worker is not told it.
    var request = WorkRequest(
      job: .pair, files: folder.requestFiles, today: today.iso, timeLimit: limits.timeLimit)
    if let pairs {
      let file = try ProgrammeFolder.file(pairs)
      request.pairs = WorkRequest.File(name: file.name, data: Data(file.bytes))
      try Self.force(pairsOf: file, in: &programme)
    }
    let (plan, _) = try await Worker(terminal: Terminal(quiet: quiet), memory: limits.memory).plan(request)
    try Verdict(programme, plan, .pairs).demandFaultless()
    return (programme, plan)
  }

  /// Makes the pairs of `file` the programme's rules, as the worker does.
  private static func force(pairsOf file: InputFile, in programme: inout Programme) throws(Ending) {
    do {
      let given = try ScheduleReader.pairs(in: file, of: programme).pairs
      programme.settings.pairing.oddTeam = .trio
      programme.pairRules = PairRule.forcing(given, reason: "given in \(file.name)")
    } catch {
      throw Ending(status: .refused, message: error.diagnostics.map(\.description).joined(separator: "\n"))
    }
  }

  private static func unit(of pair: Pair, by column: String?, in programme: Programme) -> AllocationUnit {
    guard let column else { return AllocationUnit(teams: pair.teams) }
    return AllocationUnit(
      teams: pair.teams,
      stratum: Stratum(cells: pair.teams.map { programme.team($0)?.value(of: column) }))
  }

  private func tell(_ report: AllocationReport, _ teams: [String]) {
    guard let out else {
      print(report.log, terminator: "")
      print("\nNothing was written; --out FOLDER writes the allocation and \(teams.joined(separator: ", ")).")
      return
    }
    let folder = out.hasSuffix("/") ? String(out.dropLast()) : out
    print(report.summary, terminator: "")
    print("\nWho is in which arm: \(folder)/allocation.csv")
    print("How it was drawn: \(folder)/allocation.txt")
    print("To be put into \(self.folder): \(teams.map { folder + "/" + $0 }.joined(separator: ", "))")
  }
}

extension AllocationRefusal {
  /// Whether the command line is to blame, not the programme.
  fileprivate var isAboutTheCall: Bool {
    switch self {
    case .share: true
    case .noUnits, .teamTwice: false
    }
  }
}

extension VisitingShare: ExpressibleByArgument {
  /// Reads `12` as pairs and `40%` as a share of 1 to 99 per cent.
  public init?(argument: String) {
    let digits = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(digits),
      count > 0
    else { return nil }
    if argument.hasSuffix("%") {
      guard count < 100 else { return nil }
      self = .percent(count)
    } else {
      self = .units(count)
    }
  }

  /// As it is written on the command line.
  public var defaultValueDescription: String {
    switch self {
    case .units(let count): String(count)
    case .percent(let percent): "\(percent)%"
    }
  }
}
