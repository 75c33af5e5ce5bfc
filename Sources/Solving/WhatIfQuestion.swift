public import Domain
public import Intake
public import WhatIf

/// What a request asks about a schedule, read from its files: the same for the worker that answers and for the parent
/// that checks the answer.
public struct WhatIfQuestion: Sendable {
  /// The programme with the schedule that people know.
  public let situation: Situation
  /// The questions, in the order of the files.
  public let scenarios: [Scenario]
  /// Whether every visit's delay is to be tried.
  public let isSweep: Bool
  /// What is odd but no reason to refuse.
  public let warnings: [Diagnostic]

  /// Changes that are thought of together.
  public struct Scenario: Sendable {
    /// The file's name without its ending.
    public var name: String
    /// What happens.
    public var changes: [Change]
  }

  /// Reads `request`, whose own files are a programme's; throws every error of every file.
  public init(_ request: WorkRequest) throws {
    guard let today = Day(iso: request.today) else {
      throw WorkReply.Failure(why: "the request has no day")
    }
    let wish = request.whatIf ?? WorkRequest.WhatIf(changes: [])
    func input(_ file: WorkRequest.File) -> InputFile {
      InputFile(name: file.name, bytes: Array(file.data))
    }
    let files = (request.files + wish.changes.flatMap(\.beside)).map(input)
    let admission = try ProgrammeReader.read(files: files, today: today)
    var programme = admission.programme
    var warnings = admission.warnings
    let dates = admission.conventions.dates
    if let visits = request.visits {
      let read = try ScheduleReader.visits(in: input(visits), of: programme, dates: dates)
      programme.schedule = read.visits
      warnings += read.warnings
    }
    var errors: [Diagnostic] = []
    var scenarios: [Scenario] = []
    for file in wish.changes.map(\.file) {
      do {
        let read = try ChangesReader.changes(in: input(file), of: programme, dates: dates)
        warnings += read.warnings
        scenarios.append(Scenario(name: Self.name(of: file.name), changes: read.changes))
      } catch {
        errors += error.diagnostics
      }
    }
    guard errors.isEmpty else { throw IntakeRejection(diagnostics: errors) }
    let joining = scenarios.flatMap(\.changes).compactMap { change -> FacilitatorID? in
      if case .join(let id) = change.event { id } else { nil }
    }
    situation = Situation(programme, joining: joining)
    self.scenarios = scenarios
    isSweep = wish.isSweep
    self.warnings = warnings
  }

  private static func name(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
  }
}
