import Domain
import Foundation
import Intake
import Opportunities
import Pairing
import Testing
import Visits

/// A programme with our own answers to it, and what the reference models are made of.
struct Case {
  let programme: Programme
  let pairing: PairingAnswer
  let pairingReference: PairingReference
  let problem: VisitsProblem
  let visitsReference: VisitsReference

  init(_ programme: Programme) throws {
    let table = OpportunityTable(programme)
    let pairingProblem = try PairingProblem(programme, table)
    let pairing = try pairingProblem.solve()
    let positions = Dictionary(uniqueKeysWithValues: programme.teams.enumerated().map { ($1.id, $0) })
    let groups = pairing.pairs.map { pair in pair.teams.map { positions[$0, default: 0] } }
    self.programme = programme
    self.pairing = pairing
    pairingReference = try PairingReference(pairingProblem, answer: pairing)
    problem = VisitsProblem(table, groups: groups)
    visitsReference = VisitsReference(problem)
  }

  /// One of the fifty programmes drawn.
  init(seed: Int) throws {
    var small = SmallProgramme(seed: seed)
    var programme = small.make()
    if seed % 7 == 3, let lacking = programme.teams.first?.id {
      programme.results.removeAll { $0.team == lacking && $0.indicator.text == "k2" }
    }
    try self.init(programme)
  }

  /// One of the programmes drawn, with a schedule that is given.
  static func withSchedule(seed: Int) throws -> Case {
    var small = SmallProgramme(seed: seed)
    var programme = small.make()
    try small.addSchedule(to: &programme)
    return try Case(programme)
  }

  /// The tutorial.
  static func tutorial() throws -> Case {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios/tutorial")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") || $0 == "programme.yaml" }.sorted()
    let files = try names.map {
      InputFile(name: $0, bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
    let today = try #require(Day(iso: "2026-11-23"))
    return try Case(ProgrammeReader.read(files: files, today: today).programme)
  }

  /// Our own optimum of the visits.
  func visitsOptimum() throws -> VisitsAnswer {
    var solver = VisitsSolver(problem)
    return try solver.solve()
  }

  static let seeds = 0..<50
  static let scheduledSeeds = 100..<130
}
